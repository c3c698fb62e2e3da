package dev.kenshin.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceContractTest;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest extends SourceContractTest {
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    @Override
    protected void write(String table, List<String> header, List<Row> rows) throws IOException {
        String text = Stream.concat(Stream.of(header), rows.stream().map(Row::cells))
                .map(cells -> cells.stream().map(CsvSourceTest::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        Files.writeString(base.resolve(table + ".csv"), text);
    }

    @Override
    protected Map<String, Object> options(String table) {
        return Map.of("path", table + ".csv");
    }

    @Override
    protected Source open(StreamConfig... streams) {
        return CsvSource.open(Configured.source("csv", Map.of(), streams), base);
    }

    private static String quoted(@Nullable String cell) {
        return cell == null ? "" : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-31j", "Shift_JIS", "UTF-16LE", "UTF-8"})
    void configuredCharset_isDecoded(String charset) throws Exception {
        Charset written = charset.equals("Shift_JIS") ? WINDOWS_31J : Charset.forName(charset);
        Files.write(base.resolve("a.csv"), "番号,名\r\n1,①㈱高橋\r\n".getBytes(written));
        assertThat(read(Map.of("charset", charset), "a.csv"))
                .extracting(item -> field(item, "名"))
                .containsExactly("①㈱高橋");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMark_decidesTheCharset(String charset) throws Exception {
        Files.write(base.resolve("a.csv"), "\uFEFF番号,名\n1,甲\n".getBytes(charset));
        assertThat(read(Map.of("charset", "windows-31j"), "a.csv"))
                .extracting(item -> field(item, "番号"))
                .containsExactly("1");
    }

    @Test
    void wrongCharset_namesTheLineTheBytesAndTheCharsetToTry() throws Exception {
        Files.write(base.resolve("a.csv"), "id,name\n1,ok\n2,顧客\n".getBytes(WINDOWS_31J));
        Problem problem = problem(Map.of(), "a.csv");
        assertThat(problem.code()).isEqualTo("KEN-S12");
        assertThat(problem.location()).hasToString("a.csv:3");
        assertThat(problem.message().en()).contains("8C");
        assertThat(problem.fix().en()).contains("charset: windows-31j");
    }

    @Test
    void fileCutWithinACharacter_isTruncated() throws Exception {
        byte[] whole = "id,name\n1,ok\n2,\"顧客".getBytes(WINDOWS_31J);
        Files.write(base.resolve("a.csv"), Arrays.copyOf(whole, whole.length - 1));
        Problem problem = problem(Map.of("charset", "windows-31j"), "a.csv");
        assertThat(problem.code()).isEqualTo("KEN-S14");
        assertThat(problem.location()).hasToString("a.csv:3");
    }

    @Test
    void nulBytes_meanADamagedFile() throws Exception {
        Files.writeString(base.resolve("a.csv"), "id,name\n1,a\n\0\0\0\0");
        assertThat(problem(Map.of(), "a.csv").in(Language.EN)).startsWith("a.csv:3 KEN-S13");
    }

    @Test
    void newlinesInFields_leaveTheLinesOfLaterRowsCorrect() throws Exception {
        Files.writeString(base.resolve("a.csv"), "id,note\r\n1,\"x\r\ny\r\n\r\nz\"\r\n\r\n2,b\r\n");
        List<SourceItem> items = read(Map.of(), "a.csv");
        assertThat(items).extracting(item -> item.place().row()).containsExactly("a.csv:2", "a.csv:7");
        assertThat(field(items.get(0), "note")).isEqualTo("x\ny\n\nz");
    }

    @Test
    void delimiterAndQuote_areConfigured() throws Exception {
        Files.writeString(base.resolve("a.tsv"), "id\tnote\n1\t'a\tb'\n2\t\"c\n");
        assertThat(read(Map.of("delimiter", "tab", "quote", "'"), "a.tsv"))
                .extracting(item -> field(item, "note"))
                .containsExactly("a\tb", "\"c");
    }

    @Test
    void rowsOfTheWrongWidth_areBrokenAndTheOthersGoOn() throws Exception {
        Files.writeString(base.resolve("a.csv"), "id,name\n1\n2,b\n3,c,d\n4,e\n");
        List<SourceItem> items = read(Map.of(), "a.csv");
        assertThat(Extracts.of(items, BrokenRecord.class))
                .extracting(BrokenRecord::code, broken -> broken.place().row(), BrokenRecord::value)
                .containsExactly(tuple("KEN-S22", "a.csv:2", "1"), tuple("KEN-S22", "a.csv:4", "3,c,d"));
        assertThat(Extracts.of(items, SourceRecord.class)).hasSize(2);
    }

    @Test
    void textBehindAClosingQuote_breaksItsRowOnly() throws Exception {
        Files.writeString(base.resolve("a.csv"), "id,name\n1,\"\"b\n2,\"c\"\n3,\"d\ne\"f\n4,5\" disk\n");
        List<SourceItem> items = read(Map.of(), "a.csv");
        assertThat(items)
                .extracting(item -> item.place().row())
                .containsExactly("a.csv:2", "a.csv:3", "a.csv:4", "a.csv:6");
        assertThat(Extracts.of(items, BrokenRecord.class))
                .extracting(BrokenRecord::code)
                .containsExactly("KEN-S23", "KEN-S23");
        assertThat(field(items.get(3), "name")).isEqualTo("5\" disk");
    }

    @Test
    void quoteThatNeverCloses_isUnavailable() throws Exception {
        Files.writeString(base.resolve("a.csv"), "id,name\n1,\"a\n" + "2,b\n".repeat(6_000));
        assertThat(problem(Map.of(), "a.csv").in(Language.EN)).startsWith("a.csv:2 KEN-S24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,name,note\n1,a,x\n2,b", "id,name,note\n1,a,x\n2,\"b"})
    void fileCutWithinARow_isUnavailable(String text) throws Exception {
        Files.writeString(base.resolve("a.csv"), text);
        assertThat(problem(Map.of(), "a.csv").in(Language.EN)).startsWith("a.csv:3 KEN-S14");
    }

    @Test
    void lastLineWithoutEnd_isARecord() throws Exception {
        Files.writeString(base.resolve("a.csv"), "id,name\n1,a\n2,b");
        assertThat(read(Map.of(), "a.csv")).hasSize(2);
    }

    @Test
    void emptyRows_arePassedOver() throws Exception {
        Files.writeString(base.resolve("a.csv"), "\nid,name,\n\n1,a,\n , ,\n,,\n2,b,\n\n");
        assertThat(read(Map.of(), "a.csv"))
                .extracting(item -> field(item, "id"))
                .containsExactly("1", "2");
    }

    @Test
    void headerNames_areTrimmed() throws Exception {
        Files.writeString(base.resolve("a.csv"), " id ,　名前　\n1,a\n");
        assertThat(((SourceRecord) read(Map.of(), "a.csv").get(0)).fields().keySet())
                .containsExactly("id", "名前");
    }

    @Test
    void twoColumnsOfOneName_areUnavailable() throws Exception {
        Files.writeString(base.resolve("a.csv"), "id,name,id\n1,a,2\n");
        Problem problem = problem(Map.of(), "a.csv");
        assertThat(problem.code()).isEqualTo("KEN-S20");
        assertThat(problem.message().ja()).contains("「id」");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\r\n\r\n"})
    void fileWithNothingInIt_isUnavailable(String text) throws Exception {
        Files.writeString(base.resolve("a.csv"), text);
        assertThat(problem(Map.of(), "a.csv").code()).isEqualTo("KEN-S11");
    }

    @Test
    @Threat(Danger.HOSTILE_DOCUMENT)
    void headerOfMillionsOfColumns_isUnavailable() throws Exception {
        Files.writeString(base.resolve("a.csv"), "a,".repeat(1 << 20) + "\n");
        assertThat(problem(Map.of(), "a.csv").code()).isEqualTo("KEN-S18");
    }

    @Test
    void headerAlone_isNoRecords() throws Exception {
        Files.writeString(base.resolve("a.csv"), "id,name\n");
        assertThat(read(Map.of(), "a.csv")).isEmpty();
    }

    @Test
    void gzip_isToldByItsFirstBytes() throws Exception {
        Files.write(base.resolve("a.csv"), gzip("id,name\n1,甲\n"));
        assertThat(read(Map.of(), "a.csv"))
                .extracting(item -> field(item, "name"))
                .containsExactly("甲");
    }

    @Test
    void truncatedGzip_isUnavailableAtAnyLength() throws Exception {
        byte[] whole = gzip("id,name\n" + "1,甲\n".repeat(50));
        for (int length = 2; length < whole.length; length++) {
            Files.write(base.resolve("a.csv"), Arrays.copyOf(whole, length));
            assertThat(problem(Map.of(), "a.csv").code()).isIn("KEN-S14", "KEN-S15");
        }
    }

    @Test
    void filesOfAPattern_comeInOrderOfTheirPaths() throws Exception {
        Files.createDirectories(base.resolve("b"));
        Files.createDirectories(base.resolve("a"));
        Files.writeString(base.resolve("b/x.csv"), "id\n2\n");
        Files.writeString(base.resolve("a/y.csv"), "id\n1\n");
        Files.writeString(base.resolve("a/y.txt"), "id\n9\n");
        assertThat(read(Map.of(), "*/*.csv"))
                .extracting(item -> item.place().row())
                .containsExactly("a/y.csv:2", "b/x.csv:2");
    }

    @Test
    void fileReallyCalledLikeAPattern_isTaken() throws Exception {
        Files.writeString(base.resolve("report[1].csv"), "id\n1\n");
        assertThat(read(Map.of(), "report[1].csv")).hasSize(1);
    }

    @Test
    void wrongOptions_areReportedTogether() {
        StreamConfig stream = Configured.stream("a", List.of(), Map.of("path", "../a.csv"));
        assertThatThrownBy(() -> CsvSource.open(
                        Configured.source("csv", Map.of("charset", "sjiss", "delimiter", ";;"), stream), base))
                .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(e.problems())
                        .extracting(Problem::code)
                        .containsExactlyInAnyOrder("KEN-S03", "KEN-S03", "KEN-S04"));
    }

    private List<SourceItem> read(Map<String, ?> options, String path) throws Exception {
        StreamConfig stream = Configured.stream("a", List.of(), Map.of("path", path));
        return Extracts.all(CsvSource.open(Configured.source("csv", options, stream), base), stream);
    }

    private Problem problem(Map<String, ?> options, String path) {
        StreamConfig stream = Configured.stream("a", List.of(), Map.of("path", path));
        return Extracts.problem(CsvSource.open(Configured.source("csv", options, stream), base), stream);
    }

    private static @Nullable Object field(SourceItem item, String name) {
        return ((SourceRecord) item).fields().get(name);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
