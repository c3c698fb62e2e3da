package dev.kenshin.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSourceTest {
    @TempDir
    Path base;

    @Test
    void nestedObjects_becomeDottedFieldsAndListsStayJson() throws Exception {
        SourceRecord record =
                only("{\"id\":1,\"requester\":{\"email\":\"a@b.jp\",\"at\":{\"x\":true}},\"tags\":[\"甲\",{\"n\":1.50}],"
                        + "\"none\":null,\"empty\":{}}\n");
        assertThat(record.fields())
                .containsExactly(
                        Map.entry("id", 1L),
                        Map.entry("requester.email", "a@b.jp"),
                        Map.entry("requester.at.x", true),
                        Map.entry("tags", "[\"甲\",{\"n\":1.50}]"),
                        nothing("none"));
    }

    @Test
    void numbers_stayExact() throws Exception {
        SourceRecord record =
                only("{\"id\":1,\"a\":9223372036854775807,\"b\":9223372036854775808,\"c\":0.1,\"d\":1e3,\"e\":-0}\n");
        assertThat(record.fields().values())
                .containsExactly(
                        1L,
                        Long.MAX_VALUE,
                        new BigDecimal("9223372036854775808"),
                        new BigDecimal("0.1"),
                        new BigDecimal("1E+3"),
                        0L);
    }

    @Test
    void brokenLine_isBrokenAndTheOthersGoOn() throws Exception {
        List<SourceItem> items = read("""
                {"id":1}
                {"id":2,

                [3]
                {"id":4} {"id":5}
                {"id":"a","id":"b"}
                {"id":"\\u0000"}
                {"id":1e99999}
                {"id":9}
                """);
        assertThat(Extracts.of(items, BrokenRecord.class))
                .extracting(broken -> broken.place().row(), BrokenRecord::code)
                .containsExactly(
                        tuple("a.json:2", "KEN-S40"),
                        tuple("a.json:4", "KEN-S43"),
                        tuple("a.json:5", "KEN-S43"),
                        tuple("a.json:6", "KEN-S44"),
                        tuple("a.json:7", "KEN-S45"),
                        tuple("a.json:8", "KEN-S46"));
        assertThat(Extracts.of(items, SourceRecord.class))
                .extracting(SourceRecord::key)
                .containsExactly("1", "9");
    }

    @Test
    void brokenLastLineWithoutEnd_isATruncatedFile() throws Exception {
        assertUnavailable("{\"id\":1}\n{\"id\":2,\"na", "a.json:2 KEN-S14");
    }

    @Test
    void lastLineWithoutEnd_isARecord() throws Exception {
        assertThat(read("{\"id\":1}\n{\"id\":2}")).hasSize(2);
    }

    @Test
    void array_isReadAsRecords() throws Exception {
        assertThat(read("\uFEFF [ {\"id\":1},\n  {\"id\":2}, 7 ]"))
                .extracting(item -> item.place().row())
                .containsExactly("a.json:1:4", "a.json:2:3", "a.json:2:13");
    }

    @Test
    void dottedPath_leadsToTheArray() throws Exception {
        String text =
                "{\"meta\":{\"items\":[0]},\"data\":{\"count\":2,\"items\":[{\"id\":1},{\"id\":2}],\"next\":null},\"x\":[[]]}";
        assertThat(read(text, "data.items")).hasSize(2);
    }

    @Test
    void wrongPath_namesTheNearest() throws Exception {
        Files.writeString(base.resolve("a.json"), "{\"meta\":1,\"data\":{\"item\":[]}}");
        Problem problem = problem("data.items");
        assertThat(problem.code()).isEqualTo("KEN-S42");
        assertThat(problem.message().ja()).contains("「data.items」").contains("「item」");
    }

    @Test
    void documentCutAnywhere_isUnavailable() throws Exception {
        String text = "{\"data\":{\"items\":[{\"id\":1,\"n\":{\"a\":\"漢\"}},{\"id\":22}]},\"more\":[1,2.5,true]}";
        for (int length = 1; length < text.length(); length++) {
            Files.writeString(base.resolve("a.json"), text.substring(0, length));
            assertThat(problem("data.items").code())
                    .as(text.substring(0, length))
                    .isIn("KEN-S14", "KEN-S41");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"id\":1},]", "[{\"id\":1}}", "[{\"id\":1}] [2]", "[{\"id\":1}],", "[{\"id\":NaN}]"})
    void brokenDocument_isUnavailable(String text) throws Exception {
        assertUnavailable(text, "a.json:1");
    }

    @Test
    void prettyDocumentWithoutPath_isExplained() throws Exception {
        assertUnavailable("{\n  \"data\": []\n}\n", "a.json:1 KEN-S42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n \n"})
    void emptyFile_isUnavailable(String text) throws Exception {
        assertUnavailable(text, "a.json KEN-S11");
    }

    @Test
    @Threat(Danger.HOSTILE_DOCUMENT)
    void nesting_isLimited() throws Exception {
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
        assertThat(read("{\"id\":1}\n" + deep + "\n")).element(1).isInstanceOf(BrokenRecord.class);
        assertUnavailable("[" + deep + "]", "KEN-S41");
    }

    @Test
    void nulBytes_meanADamagedFile() throws Exception {
        assertUnavailable("{\"id\":1}\n\0\0\0", "a.json:2 KEN-S13");
        assertUnavailable("[{\"id\":1}\n,\0]", "a.json:2 KEN-S13");
    }

    @Test
    void wrongCharset_isExplainedInDocumentsToo() throws Exception {
        Files.write(base.resolve("a.json"), "[\n{\"id\":\"顧客\"}]".getBytes("windows-31j"));
        assertThat(problem("").in(Language.EN)).startsWith("a.json:2 KEN-S12").contains("windows-31j");
    }

    @Test
    void gzip_isDecompressed() throws Exception {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(base.resolve("a.json")))) {
            out.write("{\"id\":1}\n{\"id\":2}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Extracts.all(open(stream("")), stream(""))).hasSize(2);
    }

    private static Map.Entry<String, Object> nothing(String name) {
        return new java.util.AbstractMap.SimpleEntry<>(name, null);
    }

    private SourceRecord only(String text) throws Exception {
        return (SourceRecord) read(text).get(0);
    }

    private List<SourceItem> read(String text) throws Exception {
        return read(text, "");
    }

    private List<SourceItem> read(String text, String records) throws Exception {
        Files.writeString(base.resolve("a.json"), text);
        return Extracts.all(open(stream(records)), stream(records));
    }

    private void assertUnavailable(String text, String expected) throws Exception {
        Files.writeString(base.resolve("a.json"), text);
        assertThat(problem("").in(Language.EN)).contains(expected);
    }

    private Problem problem(String records) {
        return Extracts.problem(open(stream(records)), stream(records));
    }

    private JsonSource open(StreamConfig stream) {
        return JsonSource.open(Configured.source("json", Map.of(), stream), base);
    }

    private static StreamConfig stream(String records) {
        Map<String, Object> options = new HashMap<>(Map.of("path", "a.json"));
        if (!records.isEmpty()) {
            options.put("records", records);
        }
        return Configured.stream("a", records.isEmpty() ? List.of("id") : List.of(), options);
    }
}
