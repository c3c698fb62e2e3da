package dev.kenshin.source.sheets;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.BatchGetValuesResponse;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.ValueRange;
import dev.kenshin.source.SourceUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One spreadsheet behind Google's API. Each method makes one request, several times if need be. */
final class SheetsClient {
    /** Google itself gives up after 180 seconds. */
    static final Duration SILENCE = Duration.ofSeconds(200);

    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final String SHAPE =
            "properties.title,sheets(properties(title,hidden,gridProperties(rowCount,columnCount)),merges%s)";
    private static final String HIDDEN_ROWS = ",data(startRow,rowMetadata(hiddenByUser,hiddenByFilter))";

    private final SheetsOptions options;
    private final Attempts attempts;
    private final Identity identity;
    private final Sheets api;

    private SheetsClient(SheetsOptions options, Attempts attempts, Identity identity, Sheets api) {
        this.options = options;
        this.attempts = attempts;
        this.identity = identity;
        this.api = api;
    }

    /**
     * Signs in with the first request, not yet.
     *
     * @param silence how long an answer may take
     */
    static SheetsClient of(SheetsOptions options, Attempts attempts, Duration silence) throws SourceUnavailable {
        HttpTransport transport = new NetHttpTransport();
        Identity identity = options.login().identity(transport, options.at());
        Sheets api = new Sheets.Builder(
                        transport, GsonFactory.getDefaultInstance(), request -> prepare(request, identity, silence))
                .setRootUrl(options.rootUrl())
                .setApplicationName("Kenshin")
                .build();
        return new SheetsClient(options, attempts, identity, api);
    }

    /**
     * The names and sizes of the sheets, and their merged cells; of values nothing.
     *
     * @param hiddenRows whether to tell which rows are hidden, a word for each row
     */
    Spreadsheet shape(boolean hiddenRows) throws SourceUnavailable {
        return answer(() -> complete(api.spreadsheets()
                .get(options.id())
                .setFields(SHAPE.formatted(hiddenRows ? HIDDEN_ROWS : ""))
                .setPrettyPrint(false)
                .execute()));
    }

    /**
     * The values of ranges, in their order.
     *
     * @param datesAs {@code SERIAL_NUMBER} or {@code FORMATTED_STRING}; other numbers are numbers in either case
     */
    List<ValueRange> values(List<String> ranges, String datesAs) throws SourceUnavailable {
        return answer(() -> complete(
                        api.spreadsheets()
                                .values()
                                .batchGet(options.id())
                                .setRanges(ranges)
                                .setMajorDimension("ROWS")
                                .setValueRenderOption("UNFORMATTED_VALUE")
                                .setDateTimeRenderOption(datesAs)
                                .setFields("valueRanges.values")
                                .setPrettyPrint(false)
                                .execute(),
                        ranges.size()))
                .getValueRanges();
    }

    /** Null where the answer is JSON of something else. */
    private static @Nullable Spreadsheet complete(@Nullable Spreadsheet answer) {
        boolean named = answer != null
                && answer.getSheets() != null
                && answer.getSheets().stream()
                        .allMatch(sheet -> sheet.getProperties() != null
                                && sheet.getProperties().getTitle() != null);
        return named ? answer : null;
    }

    private static @Nullable BatchGetValuesResponse complete(@Nullable BatchGetValuesResponse answer, int ranges) {
        boolean all = answer != null
                && answer.getValueRanges() != null
                && answer.getValueRanges().size() == ranges;
        return all ? answer : null;
    }

    private <T> T answer(Attempts.Request<T> request) throws SourceUnavailable {
        return attempts.of(request, identity, failure -> SheetsProblems.failed(options, identity, failure));
    }

    private static void prepare(HttpRequest request, Identity identity, Duration silence) throws IOException {
        request.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
        request.setReadTimeout(Math.toIntExact(silence.toMillis()));
        request.setFollowRedirects(false); // the API has none
        identity.signature().initialize(request);
    }
}
