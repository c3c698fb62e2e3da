package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Comparison;
import dev.kenshin.source.rest.python.Numbers;
import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Types;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions that every template knows. */
final class Functions {
    private static final Map<String, Function> ALL = Map.ofEntries(
            Map.entry("now_utc", (with, frame) -> frame.now()),
            Map.entry("today_utc", (with, frame) -> frame.now().toLocalDate()),
            Map.entry("today_with_timezone", Functions::today),
            Map.entry("timestamp", (with, frame) -> timestamp(with.required(0, "dt"))),
            Map.entry("str_to_datetime", (with, frame) -> LenientTime.parse(with.required(0, "s"))),
            Map.entry("format_datetime", (with, frame) -> format(with)),
            Map.entry("day_delta", Functions::dayDelta),
            Map.entry("duration", (with, frame) -> IsoDuration.parse(with.text(0, "datestring"))),
            Map.entry("max", (with, frame) -> extreme(with, -1)),
            Map.entry("min", (with, frame) -> extreme(with, 1)),
            Map.entry("sanitize_url", (with, frame) -> URLEncoder.encode(with.text(0, "value"), StandardCharsets.UTF_8)
                    .replace("*", "%2A")
                    .replace("%7E", "~")),
            Map.entry("camel_case_to_snake_case", (with, frame) -> with.text(0, "value")
                    .replaceAll("(?<!^)(?=[A-Z])", "_")
                    .toLowerCase(Locale.ROOT)),
            Map.entry("json_loads", (with, frame) -> Json.read(with.text(0, "s"))),
            Map.entry("dict", (with, frame) -> new LinkedHashMap<Object, @Nullable Object>(with.named())),
            Map.entry("namespace", (with, frame) -> new Namespace(new LinkedHashMap<>(with.named()))));

    private Functions() {}

    static Optional<Function> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static LocalDate today(Arguments with, Frame frame) {
        return frame.now()
                .atZoneSameInstant(ZoneId.of(with.text(0, "timezone")))
                .toLocalDate();
    }

    /** A whole number of a number, and a fraction of anything else. */
    private static Object timestamp(@Nullable Object time) {
        return Types.isNumber(time)
                ? (Object) (long) Numbers.fraction(time)
                : TimeMembers.timestamp(LenientTime.parse(time));
    }

    private static String format(Arguments with) {
        Object time = with.required(0, "dt");
        DateFormat format = DateFormat.of(with.text(1, "format"));
        if (time instanceof OffsetDateTime known) {
            return format.format(known);
        }
        Optional<OffsetDateTime> read = with.get(2, "input_format") == null
                ? Optional.empty()
                : DateFormat.of(with.text(2, "input_format")).parse(String.valueOf(time));
        return format.format(read.orElseGet(() -> LenientTime.parse(time)));
    }

    private static String dayDelta(Arguments with, Frame frame) {
        DateFormat format = DateFormat.of(with.text(1, "format", "%Y-%m-%dT%H:%M:%S.%f%z"));
        return format.format(frame.now().plusDays(Numbers.index(with.required(0, "num_days"))));
    }

    /** The first of those than which none is more ({@code sign} -1) or less (1). */
    private static @Nullable Object extreme(Arguments with, int sign) {
        List<@Nullable Object> items =
                with.positional().size() == 1 ? Items.of(with.positional().get(0)) : with.positional();
        if (items.isEmpty()) {
            throw new PythonError("空のリストに最大・最小はありません。", "An empty list has neither maximum nor minimum.");
        }
        Object extreme = items.get(0);
        for (Object item : items) {
            extreme = Comparison.ORDER.compare(item, extreme) * sign < 0 ? item : extreme;
        }
        return extreme;
    }
}
