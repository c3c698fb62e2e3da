package dev.kenshin.source.excel;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Reads the workbook {@code book.xlsx}, or another that the options name. */
abstract class ExcelTest {
    @TempDir
    Path base;

    Path book() {
        return base.resolve("book.xlsx");
    }

    /** @param options names and values in turn */
    List<SourceRecord> records(Object... options) throws SourceUnavailable {
        StreamConfig stream = stream(options);
        return Extracts.records(open(stream), stream);
    }

    List<Map<String, @Nullable Object>> fields(Object... options) throws SourceUnavailable {
        return records(options).stream().map(SourceRecord::fields).toList();
    }

    Problem problem(Object... options) {
        StreamConfig stream = stream(options);
        return Extracts.problem(open(stream), stream);
    }

    ExcelSource open(StreamConfig stream) {
        return ExcelSource.open(
                Configured.source("excel", Map.of(), stream), base, text -> text.replace("${SECRET}", "秘密9"));
    }

    static StreamConfig stream(Object... options) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("path", "book.xlsx"));
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i].toString(), options[i + 1]);
        }
        return Configured.stream("answers", List.of(), all);
    }
}
