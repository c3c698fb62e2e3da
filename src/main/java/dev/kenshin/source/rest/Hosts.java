package dev.kenshin.source.rest;

import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.template.Template;
import dev.kenshin.source.rest.template.TemplateProblem;
import dev.kenshin.source.rest.template.Variables;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the hosts that a manifest names itself; those that only a record names must be allowed by the source. */
final class Hosts {
    private static final Set<String> FIELDS =
            Set.of("url", "url_base", "token_refresh_endpoint", "login_url", "validate_session_url");

    private final Variables scope;
    private final Set<String> hosts = new LinkedHashSet<>();

    Hosts(Variables scope) {
        this.scope = scope;
    }

    Set<String> all() {
        return hosts;
    }

    void add(Component stream) {
        collect(stream.values());
    }

    private void collect(@Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::collect);
        } else if (value instanceof Map<?, ?> map) {
            Object parameters = map.get("$parameters");
            map.forEach((field, child) -> {
                if (child instanceof String text && FIELDS.contains(String.valueOf(field))) {
                    host(text, parameters);
                } else if (!String.valueOf(field).equals("schema_loader")) {
                    collect(child);
                }
            });
        }
    }

    private void host(String text, @Nullable Object parameters) {
        try {
            String address = Template.of(text)
                    .text(scope.with("parameters", parameters instanceof Map<?, ?> map ? map : Map.of()));
            URI uri = new URI(address.strip().replaceFirst("[?#].*", "").replaceFirst("(://[^/]*)/.*", "$1"));
            if (uri.getHost() != null) {
                boolean usualPort = uri.getPort() < 0 || uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
                hosts.add(usualPort ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
            }
        } catch (TemplateProblem | URISyntaxException e) {
            // It depends on what is only known while reading; the caller then refuses the host and says so.
            return;
        }
    }
}
