package dev.kenshin.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every connector must do. A connector's own test extends this and says how its system is filled and read. */
public abstract class SourceContractTest {
    private static final List<String> HEADER = List.of("顧客番号", "会社名", "備考");

    @TempDir
    protected Path base;

    /** One row of texts; null where the system has nothing. */
    public record Row(List<@Nullable String> cells) {
        public static Row of(@Nullable String... cells) {
            return new Row(Arrays.asList(cells));
        }
    }

    /** Puts a table into the system, below {@link #base} where it is a file. */
    protected abstract void write(String table, List<String> header, List<Row> rows) throws Exception;

    /** The options by which a stream names that table. */
    protected abstract Map<String, Object> options(String table);

    /** Opens the system for these streams. */
    protected abstract Source open(StreamConfig... streams) throws Exception;

    @Test
    void records_comeCompleteAndInOrder() throws Exception {
        write("accounts", HEADER, rows(5_000));
        StreamConfig stream = stream("accounts", "顧客番号");
        try (Source source = open(stream)) {
            assertThat(Extracts.records(source, stream))
                    .extracting(SourceRecord::key)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 5_000).mapToObj(i -> "C" + i).toList());
        }
    }

    @Test
    void fields_keepTheirOrderAndText() throws Exception {
        write("accounts", HEADER, List.of(Row.of("C1", "㈱あおぞら", "〜①髙")));
        SourceRecord record = only("accounts", "顧客番号");
        assertThat(record.fields().keySet()).containsExactlyElementsOf(HEADER);
        assertThat(record.fields()).containsEntry("会社名", "㈱あおぞら").containsEntry("備考", "〜①髙");
    }

    @Test
    void randomText_isReadAsWritten() throws Exception {
        Random random = new Random(20261031);
        List<Row> rows = IntStream.range(0, 300)
                .mapToObj(i -> Row.of("C" + i, text(random), text(random)))
                .toList();
        write("accounts", HEADER, rows);
        StreamConfig stream = stream("accounts", "顧客番号");
        try (Source source = open(stream)) {
            assertThat(Extracts.records(source, stream))
                    .extracting(record ->
                            new ArrayList<@Nullable Object>(record.fields().values()))
                    .isEqualTo(rows.stream().map(Row::cells).toList());
        }
    }

    @Test
    void keyOfSeveralFields_isJoinedWithoutAmbiguity() throws Exception {
        write("accounts", HEADER, List.of(Row.of("a|b", "c", "1"), Row.of("a", "b|c", "2")));
        StreamConfig stream = stream("accounts", "顧客番号", "会社名");
        try (Source source = open(stream)) {
            assertThat(Extracts.records(source, stream))
                    .extracting(SourceRecord::key)
                    .containsExactly("a\\|b|c", "a|b\\|c");
        }
    }

    @Test
    void streamWithoutKey_yieldsEmptyKeys() throws Exception {
        write("accounts", HEADER, rows(2));
        StreamConfig stream = stream("accounts");
        try (Source source = open(stream)) {
            assertThat(Extracts.records(source, stream))
                    .extracting(SourceRecord::key)
                    .containsExactly("", "");
        }
    }

    @Test
    void rowWithoutKey_isBrokenAndTheOthersGoOn() throws Exception {
        write("accounts", HEADER, List.of(Row.of("C1", "甲", "1"), Row.of(null, "乙", "2"), Row.of("C3", "丙", "3")));
        StreamConfig stream = stream("accounts", "顧客番号");
        try (Source source = open(stream)) {
            List<SourceItem> items = Extracts.all(source, stream);
            assertThat(Extracts.of(items, SourceRecord.class))
                    .extracting(SourceRecord::key)
                    .containsExactly("C1", "C3");
            assertThat(items.get(1)).isInstanceOfSatisfying(BrokenRecord.class, broken -> {
                assertThat(broken.code()).isEqualTo("KEN-S30");
                assertThat(broken.reason().ja()).contains("顧客番号");
                assertThat(broken.value()).contains("乙");
            });
        }
    }

    @Test
    void absentValue_isNullOrEmpty() throws Exception {
        write("accounts", HEADER, List.of(Row.of("C1", null, "1")));
        assertThat(only("accounts", "顧客番号").fields().get("会社名")).isIn(null, "");
    }

    @Test
    void places_differFromRowToRow() throws Exception {
        write("accounts", HEADER, rows(20));
        StreamConfig stream = stream("accounts", "顧客番号");
        try (Source source = open(stream)) {
            assertThat(Extracts.records(source, stream))
                    .extracting(record -> record.place().row())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatDoesNotExist_isUnavailable() throws Exception {
        write("accounts", HEADER, rows(1));
        StreamConfig stream = stream("nothing", "顧客番号");
        try (Source source = open(stream)) {
            assertExplained(Extracts.problem(source, stream), "");
        }
    }

    @Test
    void missingKeyColumn_isUnavailableAndNamesTheNearest() throws Exception {
        write("accounts", HEADER, rows(1));
        StreamConfig stream = stream("accounts", "顧客No");
        try (Source source = open(stream)) {
            Problem problem = Extracts.problem(source, stream);
            assertThat(problem.code()).isEqualTo("KEN-S21");
            assertExplained(problem, "顧客No");
            assertExplained(problem, "顧客番号");
        }
    }

    @Test
    void missingExpectedColumn_isUnavailable() throws Exception {
        write("accounts", HEADER, rows(1));
        StreamConfig stream = Configured.stream(
                "accounts", List.of("顧客番号"), with(options("accounts"), "columns", List.of("会社名", "備考欄")));
        try (Source source = open(stream)) {
            assertExplained(Extracts.problem(source, stream), "備考欄");
        }
    }

    @Test
    void end_staysTheEndAndClosingTwiceIsHarmless() throws Exception {
        write("accounts", HEADER, rows(1));
        StreamConfig stream = stream("accounts", "顧客番号");
        Source source = open(stream);
        Extraction extraction = source.extract(stream, Optional.empty());
        assertThat(Extracts.rest(extraction)).hasSize(1);
        assertThat(extraction.next()).isNull();
        assertThat(extraction.full()).isTrue();
        assertThat(extraction.cursor()).isEmpty();
        extraction.close();
        extraction.close();
        source.close();
        source.close();
    }

    @Test
    void streams_areReadByThreadsAtTheSameTime() throws Exception {
        List<StreamConfig> streams = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            write("table" + i, HEADER, rows(500 + i));
            streams.add(stream("table" + i, "顧客番号"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Source source = open(streams.toArray(StreamConfig[]::new))) {
            List<Callable<Integer>> reads = new ArrayList<>();
            streams.forEach(
                    stream -> reads.add(() -> Extracts.records(source, stream).size()));
            reads.addAll(List.copyOf(reads));
            List<Integer> counts = new ArrayList<>();
            for (Future<Integer> read : threads.invokeAll(reads)) {
                counts.add(read.get());
            }
            assertThat(counts).containsExactly(500, 501, 502, 503, 500, 501, 502, 503);
        } finally {
            threads.shutdownNow();
        }
    }

    protected StreamConfig stream(String table, String... key) {
        return Configured.stream(table, List.of(key), options(table));
    }

    protected static Map<String, Object> with(Map<String, Object> options, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(options);
        more.put(name, value);
        return Collections.unmodifiableMap(more);
    }

    private SourceRecord only(String table, String key) throws Exception {
        StreamConfig stream = stream(table, key);
        try (Source source = open(stream)) {
            List<SourceRecord> records = Extracts.records(source, stream);
            assertThat(records).hasSize(1);
            return records.get(0);
        }
    }

    private static void assertExplained(Problem problem, String value) {
        assertThat(problem.code()).matches("KEN-[A-Z]\\d\\d");
        assertThat(problem.message().ja()).contains(value);
        assertThat(problem.message().en()).contains(value);
        assertThat(problem.fix().ja()).isNotBlank();
        assertThat(problem.fix().en()).isNotBlank();
    }

    private static List<Row> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Row.of("C" + i, "会社" + i, "備考 " + i))
                .toList();
    }

    /** Framed, so that no connector's trimming of blanks is at stake. */
    private static String text(Random random) {
        String[] alphabet = {
            "a", "Z", "7", "\"", "'", ",", ";", "|", "\\", "\n", " ", "{", "]", "%", "漢", "ｶ", "é", "𠮷"
        };
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.append("x").toString();
    }
}
