package dev.kenshin.source.rest.request;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.template.Variables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for one page after the other. It keeps no state, so that several slices may be read at once. */
public final class Paginator {
    private final Optional<PageStrategy> strategy;
    private final Optional<RequestOption> sizeOption;
    private final Optional<RequestOption> tokenOption;
    private final boolean tokenIsPath;

    private Paginator(
            Optional<PageStrategy> strategy,
            Optional<RequestOption> sizeOption,
            Optional<RequestOption> tokenOption,
            boolean tokenIsPath) {
        this.strategy = strategy;
        this.sizeOption = sizeOption;
        this.tokenOption = tokenOption;
        this.tokenIsPath = tokenIsPath;
    }

    public static Paginator of(Optional<Component> component) throws Unsupported {
        if (component.isEmpty() || component.get().type().equals("NoPagination")) {
            return new Paginator(Optional.empty(), Optional.empty(), Optional.empty(), false);
        }
        Component paginator = component.get();
        if (!paginator.type().equals("DefaultPaginator")) {
            throw paginator.unsupported();
        }
        Optional<Component> token = paginator.child("page_token_option");
        boolean path = token.isPresent() && token.get().type().equals("RequestPath");
        return new Paginator(
                Optional.of(PageStrategy.of(paginator.required("pagination_strategy"))),
                option(paginator.child("page_size_option")),
                path ? Optional.empty() : option(token.map(Paginator::optionByDefault)),
                path);
    }

    /** The token of the first page; empty where it needs none. */
    public Optional<Object> first() {
        return strategy.flatMap(PageStrategy::first);
    }

    /** The token of the page after this one; empty where this was the last. */
    public Optional<Object> next(PageResult page, Variables scope) throws SourceUnavailable {
        return strategy.isEmpty() ? Optional.empty() : strategy.get().next(page, page.in(scope));
    }

    /** Whether the token still leads to the same page when records have changed meanwhile. */
    public boolean tokensLast() {
        return strategy.map(PageStrategy::tokensLast).orElse(false);
    }

    /** Adds the page's size and token to a call. */
    public void inject(Optional<Object> token, RequestParts parts, Variables scope) throws SourceUnavailable {
        if (strategy.isPresent() && sizeOption.isPresent()) {
            Optional<Object> size = strategy.get().pageSize(scope);
            if (size.isPresent()) {
                sizeOption.get().inject(size.get(), parts, scope);
            }
        }
        if (token.isPresent() && tokenOption.isPresent()) {
            tokenOption.get().inject(token.get(), parts, scope);
        }
    }

    /** The address or path of a page, where its token is one. */
    public Optional<String> path(Optional<Object> token) {
        return tokenIsPath ? token.map(String::valueOf) : Optional.empty();
    }

    private static Optional<RequestOption> option(Optional<Component> component) throws Unsupported {
        return component.isEmpty() ? Optional.empty() : Optional.of(RequestOption.of(component.get()));
    }

    /** Token options have no implied type, since there are two; manifests that leave it out mean this one. */
    private static Component optionByDefault(Component option) {
        if (!option.type().isEmpty()) {
            return option;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(option.values());
        values.put("type", "RequestOption");
        return new Component(option.place(), values);
    }
}
