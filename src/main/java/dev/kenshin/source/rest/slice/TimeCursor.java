package dev.kenshin.source.rest.slice;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.python.Dpath;
import dev.kenshin.source.rest.request.RequestOption;
import dev.kenshin.source.rest.request.RequestParts;
import dev.kenshin.source.rest.template.Variables;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream whose records say when they changed. */
final class TimeCursor implements Increment {
    private static final OffsetDateTime EPOCH = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Component component;
    private final TimeFormats formats;
    private final Expression field;
    private final Optional<Moment> start;
    private final Optional<Moment> end;
    private final Optional<Expression> lookback;
    private final Optional<Expression> step;
    private final IsoDuration granularity;
    private final Optional<RequestOption> startOption;
    private final Optional<RequestOption> endOption;
    private final Expression startField;
    private final Expression endField;

    private TimeCursor(Component component) throws Unsupported {
        this.component = component;
        this.formats = TimeFormats.of(component);
        this.field = component.requiredExpression("cursor_field");
        this.start = Moment.of(component, "start_datetime", formats);
        this.end = Moment.of(component, "end_datetime", formats);
        this.lookback = component.expression("lookback_window").filter(it -> !it.toString()
                .isBlank());
        this.step = component.expression("step").filter(it -> !it.toString().isBlank());
        this.granularity =
                component.text("cursor_granularity").flatMap(IsoDuration::parse).orElse(IsoDuration.NONE);
        this.startOption = option(component.child("start_time_option"));
        this.endOption = option(component.child("end_time_option"));
        this.startField = component.expression(
                "partition_field_start", component.text("partition_field_start").orElse("start_time"));
        this.endField = component.expression(
                "partition_field_end", component.text("partition_field_end").orElse("end_time"));
    }

    static TimeCursor of(Component component) throws Unsupported {
        return new TimeCursor(component);
    }

    private static Optional<RequestOption> option(Optional<Component> component) throws Unsupported {
        return component.isEmpty() ? Optional.empty() : Optional.of(RequestOption.of(component.get()));
    }

    @Override
    public Pass pass(Optional<String> position, Optional<String> through, Variables scope) throws SourceUnavailable {
        OffsetDateTime now = OffsetDateTime.ofInstant(scope.clock().instant(), ZoneOffset.UTC);
        OffsetDateTime last = end.isPresent() ? earlier(end.get().in(scope), now) : now;
        OffsetDateTime first = start.isPresent() ? start.get().in(scope) : EPOCH;
        Optional<OffsetDateTime> reached = position.flatMap(formats::parse);
        if (reached.isPresent()) {
            first = later(first, length(lookback, scope).before(reached.get()));
        }
        Optional<OffsetDateTime> read = through.flatMap(formats::parse);
        return new TimePass(
                new TimeWindows(formats, startField.text(scope), endField.text(scope), step(scope), granularity),
                read.isPresent() ? later(first, read.get()) : first,
                last,
                scope);
    }

    private final class TimePass implements Pass {
        private final TimeWindows windows;
        private final OffsetDateTime first;
        private final OffsetDateTime last;
        private final String name;

        TimePass(TimeWindows windows, OffsetDateTime first, OffsetDateTime last, Variables scope)
                throws SourceUnavailable {
            this.windows = windows;
            this.first = first;
            this.last = last;
            this.name = field.text(scope);
        }

        @Override
        public Iterator<Window> windows() {
            return windows.between(first, last);
        }

        @Override
        public boolean reaches(Map<?, ?> record) {
            return find(record, name)
                    .flatMap(formats::parse)
                    .map(time -> !time.isBefore(first))
                    .orElse(true);
        }
    }

    /** Without a step, everything is one window. */
    private Optional<IsoDuration> step(Variables scope) throws SourceUnavailable {
        IsoDuration length = length(step, scope);
        return length.isZero() ? Optional.empty() : Optional.of(length);
    }

    private IsoDuration length(Optional<Expression> text, Variables scope) throws SourceUnavailable {
        return text.isEmpty()
                ? IsoDuration.NONE
                : IsoDuration.parse(text.get().text(scope)).orElse(IsoDuration.NONE);
    }

    @Override
    public void inject(Slice slice, RequestParts parts, Variables scope) throws SourceUnavailable {
        inject(startOption, slice.window().get(startField.text(scope)), parts, scope);
        inject(endOption, slice.window().get(endField.text(scope)), parts, scope);
    }

    private static void inject(
            Optional<RequestOption> option, @Nullable Object value, RequestParts parts, Variables scope)
            throws SourceUnavailable {
        if (option.isPresent() && value != null) {
            option.get().inject(value, parts, scope);
        }
    }

    @Override
    public Optional<String> position(Map<?, ?> record, Variables scope) throws SourceUnavailable {
        return find(record, field.text(scope))
                .filter(text -> formats.parse(text).isPresent());
    }

    static Optional<String> find(Map<?, ?> record, String name) {
        Object value = record.get(name);
        return Optional.ofNullable(value)
                .or(() -> Dpath.find(record, List.of(name.split("\\."))))
                .map(found -> found instanceof BigDecimal number ? number.toPlainString() : found.toString());
    }

    @Override
    public String later(String one, String other) {
        Optional<OffsetDateTime> first = formats.parse(one);
        Optional<OffsetDateTime> second = formats.parse(other);
        boolean otherIsLater =
                first.isEmpty() || (second.isPresent() && second.get().isAfter(first.get()));
        return otherIsLater ? other : one;
    }

    @Override
    public Optional<String> now(Variables scope) {
        return Optional.of(formats.format(OffsetDateTime.ofInstant(scope.clock().instant(), ZoneOffset.UTC)));
    }

    @Override
    public boolean leavesOutOlder() {
        return component.flag("is_client_side_incremental") || newestFirst();
    }

    @Override
    public boolean newestFirst() {
        return component.flag("is_data_feed");
    }

    @Override
    public boolean global() {
        return component.flag("global_substream_cursor");
    }

    private static OffsetDateTime earlier(OffsetDateTime one, OffsetDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
