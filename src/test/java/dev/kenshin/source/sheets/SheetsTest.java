package dev.kenshin.source.sheets;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Reads the spreadsheet {@code survey} of an imitation of Google; waits are noted instead of waited. */
abstract class SheetsTest {
    static final String ID = "survey";

    final List<Duration> waits = new ArrayList<>();
    GoogleImitation google;

    @BeforeEach
    void open() throws Exception {
        google = new GoogleImitation();
    }

    @AfterEach
    void close() {
        google.close();
    }

    Sheet sheet(String name) {
        return google.spreadsheet(ID).createSheet(name);
    }

    SheetsSource source(StreamConfig... streams) {
        return source(Map.of("token", "${TOKEN}"), streams);
    }

    SheetsSource source(Map<String, Object> options, StreamConfig... streams) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("spreadsheet", ID, "root-url", google.url()));
        all.putAll(options);
        return SheetsSource.open(
                Configured.source("sheets", all, streams),
                text -> text.replace("${TOKEN}", GoogleImitation.TOKEN),
                waits::add,
                Duration.ofSeconds(30));
    }

    /** @param options names and values in turn */
    List<SourceRecord> records(Object... options) throws SourceUnavailable {
        StreamConfig stream = stream("answers", options);
        return Extracts.records(source(stream), stream);
    }

    List<Map<String, @Nullable Object>> fields(Object... options) throws SourceUnavailable {
        return records(options).stream().map(SourceRecord::fields).toList();
    }

    Problem problem(Object... options) {
        StreamConfig stream = stream("answers", options);
        return Extracts.problem(source(stream), stream);
    }

    static StreamConfig stream(String name, Object... options) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i].toString(), options[i + 1]);
        }
        return Configured.stream(name, List.of(), all);
    }
}
