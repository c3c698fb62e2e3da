package dev.kenshin.sandbox;

import dev.kenshin.sandbox.Spreadsheet.Tab;
import dev.kenshin.sandbox.Spreadsheet.Value;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * The Google Sheets API: what a spreadsheet consists of, and the values of ranges; 60 requests a minute. Next to it lies
 * the endpoint that gives access tokens to service accounts and to people who agreed once.
 */
final class GoogleSheets implements Vendor {
    private static final Pattern PATH =
            Pattern.compile("/v4/spreadsheets/(?<id>[^/:]+)(?:(?<batch>/values:batchGet)|/values/(?<range>[^/]+))?");
    private static final Pattern RANGE = Pattern.compile(
            "(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[^'!]+))(?:!(?<cells>[A-Z]{1,3}\\d{1,8}:[A-Z]{1,3}\\d{1,8}))?");

    private final Map<String, Spreadsheet> spreadsheets;
    private final String token;
    private final RateLimit reads;

    /** @param spreadsheets by id */
    GoogleSheets(Map<String, Spreadsheet> spreadsheets, String token, Clock clock) {
        this.spreadsheets = spreadsheets;
        this.token = token;
        this.reads = new RateLimit(60, Duration.ofMinutes(1), clock);
    }

    @Override
    public String prefix() {
        return "/google";
    }

    @Override
    public Reply answer(Call call) {
        Map<String, List<String>> parameters = call.method().equals("GET") ? call.parameters() : Call.form(call.body());
        if (call.path().equals("/token")) {
            return login(parameters);
        }
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) {
            return Reply.json(404, Fields.of("error", "Not found."));
        }
        if (!call.header("Authorization").orElse("").equals("Bearer " + token)) {
            return expired();
        }
        if (reads.secondsToWait().isPresent()) {
            return limited(0);
        }
        Spreadsheet spreadsheet = spreadsheets.get(path.group("id"));
        return spreadsheet == null
                ? error(404, "NOT_FOUND", "Requested entity was not found.")
                : answer(spreadsheet, call.path(), parameters);
    }

    @Override
    public Reply expired() {
        return error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
    }

    /** It does not say for how long. */
    @Override
    public Reply limited(long seconds) {
        return error(
                429,
                "RESOURCE_EXHAUSTED",
                "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user'.");
    }

    private Reply login(Map<String, List<String>> form) {
        boolean known = first(form, "assertion", "").split("\\.", -1).length == 3
                || !first(form, "refresh_token", "").isEmpty();
        return known
                ? Reply.json(Fields.of("access_token", token, "expires_in", 3599, "token_type", "Bearer"))
                : Reply.json(
                        400, Fields.of("error", "invalid_grant", "error_description", "Invalid JWT: no assertion."));
    }

    /** @param called a path that {@link #PATH} matches */
    static Reply answer(Spreadsheet spreadsheet, String called, Map<String, List<String>> parameters) {
        Matcher path = PATH.matcher(called);
        if (!path.matches()) {
            throw new IllegalArgumentException(called);
        }
        if (path.group("batch") == null && path.group("range") == null) {
            boolean withRows = first(parameters, "fields", "").contains("rowMetadata");
            return Reply.json(Fields.of(
                    "spreadsheetId", path.group("id"),
                    "properties", Fields.of("title", spreadsheet.title(), "locale", "ja_JP"),
                    "sheets", spreadsheet.sheets(withRows)));
        }
        List<String> ranges = path.group("range") == null
                ? parameters.getOrDefault("ranges", List.of())
                : List.of(path.group("range"));
        List<Map<String, @Nullable Object>> values = new ArrayList<>();
        for (String range : ranges) {
            Optional<Map<String, @Nullable Object>> found = values(spreadsheet, range, rendering(parameters));
            if (found.isEmpty()) {
                return error(400, "INVALID_ARGUMENT", "Unable to parse range: " + range);
            }
            values.add(found.get());
        }
        return Reply.json(
                path.group("range") == null
                        ? Fields.of("spreadsheetId", path.group("id"), "valueRanges", values)
                        : values.get(0));
    }

    /** How values are to be written: as people see them unless asked for otherwise, and dates then as numbers. */
    private static Function<Value, Object> rendering(Map<String, List<String>> parameters) {
        if (first(parameters, "valueRenderOption", "FORMATTED_VALUE").equals("FORMATTED_VALUE")) {
            return Value::shown;
        }
        boolean datesAsText = first(parameters, "dateTimeRenderOption", "").equals("FORMATTED_STRING");
        return value -> datesAsText && value.date() ? value.shown() : value.value();
    }

    private static Optional<Map<String, @Nullable Object>> values(
            Spreadsheet spreadsheet, String range, Function<Value, Object> rendering) {
        Matcher parts = RANGE.matcher(range);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String quoted = parts.group("quoted");
        String name = quoted == null ? parts.group("plain") : quoted.replace("''", "'");
        return spreadsheet.tab(name).map(tab -> {
            List<List<Object>> rows = rows(tab, area(tab, parts.group("cells")), rendering);
            Map<String, @Nullable Object> values = Fields.of("range", range, "majorDimension", "ROWS");
            if (!rows.isEmpty()) {
                values.put("values", rows);
            }
            return values;
        });
    }

    private static CellRangeAddress area(Tab tab, @Nullable String cells) {
        return cells == null
                ? new CellRangeAddress(0, tab.rowCount() - 1, 0, tab.columnCount() - 1)
                : CellRangeAddress.valueOf(cells);
    }

    private static List<List<Object>> rows(Tab tab, CellRangeAddress area, Function<Value, Object> rendering) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = area.getFirstRow();
                row <= Math.min(area.getLastRow(), tab.rows().size() - 1);
                row++) {
            List<Value> values = tab.rows().get(row);
            List<Object> cells = new ArrayList<>(IntStream.rangeClosed(area.getFirstColumn(), area.getLastColumn())
                    .takeWhile(column -> column < values.size())
                    .mapToObj(column -> rendering.apply(values.get(column)))
                    .toList());
            trim(cells, "");
            rows.add(cells);
        }
        trim(rows, List.of());
        return rows;
    }

    private static <T> void trim(List<T> values, T blank) {
        while (!values.isEmpty() && values.get(values.size() - 1).equals(blank)) {
            values.remove(values.size() - 1);
        }
    }

    private static String first(Map<String, List<String>> parameters, String name, String otherwise) {
        return parameters.getOrDefault(name, List.of(otherwise)).get(0);
    }

    private static Reply error(int status, String reason, String message) {
        return Reply.json(status, Fields.of("error", Fields.of("code", status, "message", message, "status", reason)));
    }
}
