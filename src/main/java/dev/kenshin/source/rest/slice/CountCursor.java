package dev.kenshin.source.rest.slice;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.request.RequestOption;
import dev.kenshin.source.rest.request.RequestParts;
import dev.kenshin.source.rest.template.Variables;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stream whose records are numbered as they are made. */
final class CountCursor implements Increment {
    private static final String START = "start_value";

    private final Expression field;
    private final Expression start;
    private final Optional<RequestOption> option;

    private CountCursor(Expression field, Expression start, Optional<RequestOption> option) {
        this.field = field;
        this.start = start;
        this.option = option;
    }

    static CountCursor of(Component component) throws Unsupported {
        Optional<Component> option = component.child("start_value_option");
        return new CountCursor(
                component.requiredExpression("cursor_field"),
                component.expression(START, component.text(START).orElse("0")),
                option.isEmpty() ? Optional.empty() : Optional.of(RequestOption.of(option.get())));
    }

    @Override
    public Pass pass(Optional<String> position, Optional<String> through, Variables scope) throws SourceUnavailable {
        BigInteger first = number(start.text(scope))
                .orElse(BigInteger.ZERO)
                .max(position.flatMap(CountCursor::number).orElse(BigInteger.ZERO));
        String name = field.text(scope);
        Window whole = new Window(Map.of(START, first), Optional.empty());
        return new Pass() {
            @Override
            public Iterator<Window> windows() {
                return List.of(whole).iterator();
            }

            @Override
            public boolean reaches(Map<?, ?> record) {
                return TimeCursor.find(record, name)
                        .flatMap(CountCursor::number)
                        .map(number -> number.compareTo(first) >= 0)
                        .orElse(true);
            }
        };
    }

    @Override
    public void inject(Slice slice, RequestParts parts, Variables scope) throws SourceUnavailable {
        Object value = slice.window().get(START);
        if (option.isPresent() && value != null) {
            option.get().inject(value, parts, scope);
        }
    }

    @Override
    public Optional<String> position(Map<?, ?> record, Variables scope) throws SourceUnavailable {
        return TimeCursor.find(record, field.text(scope))
                .filter(text -> number(text).isPresent());
    }

    @Override
    public String later(String one, String other) {
        return number(one).orElse(BigInteger.ZERO).compareTo(number(other).orElse(BigInteger.ZERO)) < 0 ? other : one;
    }

    @Override
    public Optional<String> now(Variables scope) {
        return Optional.empty();
    }

    @Override
    public boolean leavesOutOlder() {
        return false;
    }

    @Override
    public boolean newestFirst() {
        return false;
    }

    @Override
    public boolean global() {
        return false;
    }

    private static Optional<BigInteger> number(String text) {
        return text.strip().matches("-?\\d{1,30}") ? Optional.of(new BigInteger(text.strip())) : Optional.empty();
    }
}
