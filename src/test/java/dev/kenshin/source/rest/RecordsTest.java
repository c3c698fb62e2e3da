package dev.kenshin.source.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an answer to records: every decoder, extractor, filter and transformation. */
class RecordsTest {
    @TempDir
    Path directory;

    @Test
    void nestedFields_getDottedNames_andNumbersStayExact() throws Exception {
        Map<String, @Nullable Object> fields = only(
                "{\"items\": [{\"id\": 12345678901234567890, \"p\": 1.10, \"a\": {\"b\": {\"c\": true}}, \"l\": [1, {\"x\": 2}]}]}",
                "",
                "");
        assertThat(fields.toString()).isEqualTo("{id=12345678901234567890, p=1.10, a.b.c=true, l=[1,{\"x\":2}]}");
        assertThat(fields.get("p")).isEqualTo(new BigDecimal("1.10"));
    }

    @Test
    void whatIsNoRecord_isBroken_andTheOthersGoOn() throws Exception {
        try (Api api = Api.answering(call ->
                Answer.json("{\"items\": [7, {\"id\": 1}, {\"name\": \"x\"}, {\"id\": 2, \"n\": \"a\\u0000b\"}]}"))) {
            Connector.Reading reading =
                    Connector.ofStream(directory, api, "", "", "").read(Optional.empty());
            assertThat(reading.keys()).containsExactly("1");
            assertThat(reading.items())
                    .filteredOn(BrokenRecord.class::isInstance)
                    .extracting(item -> ((BrokenRecord) item).code())
                    .containsExactly("KEN-R22", "KEN-S30", "KEN-R21");
        }
    }

    @Test
    void star_standsForEverythingAtOneLevel() throws Exception {
        String body = "{\"boards\": [{\"card\": {\"id\": 1}}, {\"card\": {\"id\": 2}}, {}]}";
        assertThat(keys(Answer.json(body), "", "[boards, '*', card]")).containsExactly("1", "2");
    }

    @Test
    void singleObject_isARecord_andNothingIsNone() throws Exception {
        assertThat(keys(Answer.json("{\"me\": {\"id\": 5}}"), "", "[\"{{ config['where'] }}\"]"))
                .containsExactly("5");
        assertThat(keys(Answer.json("{\"other\": 1}"), "", "[me]")).isEmpty();
        assertThat(keys(Answer.json("[{\"id\": 1}, {\"id\": 2}]"), "", "[]")).containsExactly("1", "2");
        assertThat(keys(new Answer(204, Map.of(), new byte[0]), "", "[]")).isEmpty();
    }

    @Test
    void lines_areARecordEach() throws Exception {
        assertThat(keys(Answer.json("{\"id\": 1}\n\n{\"id\": 2}\n"), "{ type: JsonlDecoder }", "[]"))
                .containsExactly("1", "2");
        try (Api api = Api.answering(call -> Answer.json("a b\nc"))) {
            assertThat(Connector.ofStream(
                                    directory,
                                    api,
                                    "",
                                    selector("{ type: IterableDecoder }", "[]"),
                                    "transformations: [ { type: AddFields, fields: [ { path: [id], value: \"{{ record.record }}\" } ] } ]")
                            .keys())
                    .containsExactly("a b", "c");
        }
    }

    @Test
    void csv_isReadWithItsCharsetAndDelimiter() throws Exception {
        Answer answer =
                new Answer(200, Map.of(), "id;名前\r\n1;\"髙;橋\"\r\n2;NA\r\n".getBytes(Charset.forName("windows-31j")));
        String decoder = "{ type: CsvDecoder, encoding: windows-31j, delimiter: ';', set_values_to_none: [NA] }";
        assertThat(records(answer, decoder, "[]"))
                .extracting(record -> String.valueOf(record.fields().get("名前")))
                .containsExactly("髙;橋", "null");
    }

    @Test
    @Threat(Danger.EXTERNAL_ENTITY)
    void xml_isReadAsNestedObjects() throws Exception {
        String body = "<r><item n='a'><id>1</id></item><item n='b'><id>2</id><t>x</t><t>y</t></item></r>";
        assertThat(records(Answer.json(body), "{ type: XmlDecoder }", "[r, item]"))
                .extracting(record -> record.fields().toString())
                .containsExactly("{@n=a, id=1}", "{@n=b, id=2, t=[\"x\",\"y\"]}");
        Answer hostile = Answer.json("<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><r><id>&e;</id></r>");
        assertThat(catchThrowableOfType(SourceUnavailable.class, () -> keys(hostile, "{ type: XmlDecoder }", "[r]")))
                .isNotNull();
    }

    @Test
    @Threat(Danger.COMPRESSED_BOMB)
    void compressedFiles_areUnpacked_upToALimit() throws Exception {
        String gzip = "{ type: GzipDecoder, decoder: { type: JsonDecoder } }";
        assertThat(keys(new Answer(200, Map.of(), gzip("[{\"id\": 1}]")), gzip, "[]"))
                .containsExactly("1");
        assertThat(keys(Answer.json("[{\"id\": 2}]"), gzip, "[]")).containsExactly("2");
        String zip = "{ type: ZipfileDecoder, decoder: { type: JsonlDecoder } }";
        assertThat(keys(new Answer(200, Map.of(), zip("{\"id\": 3}", "{\"id\": 4}")), zip, "[]"))
                .containsExactly("3", "4");
        Answer bomb = new Answer(200, Map.of(), gzip("[" + " ".repeat(2 << 20) + "]"));
        assertThat(catchThrowableOfType(SourceUnavailable.class, () -> keys(bomb, gzip, "[]")))
                .hasMessageContaining("1048576");
        String half = " ".repeat(700_000);
        Answer many = new Answer(200, Map.of(), zip(half, half));
        assertThat(catchThrowableOfType(SourceUnavailable.class, () -> keys(many, zip, "[]")))
                .as("together too large")
                .isNotNull();
    }

    @Test
    void brokenBody_isNeverTakenForNoRecords() throws Exception {
        SourceUnavailable thrown = Objects.requireNonNull(catchThrowableOfType(
                SourceUnavailable.class, () -> keys(Answer.json("{\"items\": [{\"id\": 1}"), "", "[items]")));
        assertThat(thrown.problem().code()).isEqualTo("KEN-R20");
    }

    @Test
    void fields_areAddedAndRemoved() throws Exception {
        assertThat(only("{\"items\": [{\"id\": 7, \"a\": {\"b\": 1, \"c\": 2}, \"x1\": null, \"n\": \"5\"}]}", """
                        transformations:
                          - type: AddFields
                            fields:
                              - { path: [a, d], value: "{{ record['id'] * 2 }}" }
                              - { path: [s], value: "{{ record.n }}", value_type: string }
                              - { path: [n2], value: "{{ record.n }}" }
                          - type: AddFields
                            condition: "{{ record.id > 100 }}"
                            fields: [ { path: [never], value: x } ]
                          - { type: RemoveFields, field_pointers: [[a, b]] }
                          - { type: RemoveFields, field_pointers: [['*']], condition: "{{ property is none }}" }
                        """, "")
                        .toString())
                .isEqualTo("{id=7, a.c=2, a.d=14, n=5, s=5, n2=5}");
    }

    @Test
    void emptyFields_areRemovedAtAnyDepth() throws Exception {
        assertThat(only(
                                "{\"items\": [{\"id\": 1, \"a\": \"\", \"b\": {\"c\": \"\", \"d\": [{\"e\": \"\", \"f\": 2}]}}]}",
                                """
                        transformations:
                          - { type: RemoveFields, field_pointers: [['**']], condition: "{{ property|string == '' }}" }
                        """,
                                "")
                        .toString())
                .isEqualTo("{id=1, b.d=[{\"f\":2}]}");
    }

    @Test
    void names_areChanged() throws Exception {
        String body = "{\"items\": [{\"id\": 1, \"unitPrice\": 2, \"Sub Items\": [{\"HTTPCode\": 3}]}]}";
        assertThat(only(body, "transformations: [ { type: KeysToSnakeCase } ]", "")
                        .toString())
                .isEqualTo("{id=1, unit_price=2, sub_items=[{\"httpcode\":3}]}");
        assertThat(only(body, "transformations: [ { type: KeysToLower } ]", "")).containsKeys("unitprice", "sub items");
        assertThat(only(body, "transformations: [ { type: KeysReplace, old: ' ', new: _ } ]", ""))
                .containsKey("Sub_Items");
    }

    @Test
    void nestedFields_areBroughtToTheTop() throws Exception {
        String body = "{\"items\": [{\"id\": 1, \"a\": {\"id\": 2, \"b\": [8, 9]}}]}";
        assertThat(only(body, "transformations: [ { type: FlattenFields } ]", "")
                        .toString())
                .isEqualTo("{id=1, a.id=2, b.0=8, b.1=9}");
        assertThat(only(body, """
                        transformations:
                          - type: DpathFlattenFields
                            field_path: [a]
                            delete_origin_value: true
                            key_transformation: { type: KeyTransformation, prefix: a_ }
                        """, "").toString()).isEqualTo("{id=1, a_id=2, a_b=[8,9]}");
    }

    @Test
    void itemsOfAListWithin_becomeRecords() throws Exception {
        Answer bills = Answer.json("""
                {"items": [{"id": 7, "by": "me", "lines": {"data": [{"id": 1}, {"id": 2, "by": "you"}]}}, {"id": 8}]}
                """);
        assertThat(expanded(bills, "")).extracting(SourceRecord::key).containsExactly("1", "2");
        assertThat(expanded(bills, "on_no_records: emit_parent"))
                .extracting(SourceRecord::key)
                .containsExactly("1", "2", "8");
        assertThat(expanded(bills, "remain_original_record: true").get(0).fields())
                .containsEntry("original_record.by", "me");
        assertThat(expanded(bills, "merge_parent: true"))
                .extracting(record -> record.fields().get("by"))
                .containsExactly("me", "you");
        assertThat(expanded(bills, "parent_fields: [ { parent_path: [id], record_path: [bill] } ]"))
                .extracting(record -> record.fields().get("bill"))
                .containsExactly(7L, 7L);
    }

    @Test
    void schemaNormalisation_givesTheStatedTypes() throws Exception {
        assertThat(only(
                                "{\"items\": [{\"id\": 1, \"n\": \"12\", \"s\": 3, \"b\": \"true\", \"odd\": \"x\"}]}",
                                """
                        schema_loader:
                          type: InlineSchemaLoader
                          schema:
                            type: object
                            properties:
                              n: { type: [\"null\", integer] }
                              s: { type: string }
                              b: { type: boolean }
                              odd: { type: number }
                        """,
                                "schema_normalization: Default")
                        .values())
                .containsExactly(1L, 12L, "3", true, "x");
    }

    private Map<String, @Nullable Object> only(String body, String stream, String selector) throws Exception {
        String more = selector.isEmpty()
                ? ""
                : "record_selector:\n  type: RecordSelector\n  extractor: { type: DpathExtractor, field_path: [items] }\n  "
                        + selector;
        try (Api api = Api.answering(call -> Answer.json(body))) {
            List<SourceRecord> records =
                    Connector.ofStream(directory, api, "", more, stream).records();
            assertThat(records).hasSize(1);
            return records.get(0).fields();
        }
    }

    private List<String> keys(Answer answer, String decoder, String path) throws IOException, SourceUnavailable {
        return records(answer, decoder, path).stream().map(SourceRecord::key).toList();
    }

    private List<SourceRecord> records(Answer answer, String decoder, String path)
            throws IOException, SourceUnavailable {
        try (Api api = Api.answering(call -> answer)) {
            return Connector.ofStream(directory, api, "", selector(decoder, path), "")
                    .config("where", "me")
                    .option("limits", Map.of("response", "1MB"))
                    .records();
        }
    }

    private List<SourceRecord> expanded(Answer answer, String how) throws IOException, SourceUnavailable {
        try (Api api = Api.answering(call -> answer)) {
            return Connector.ofStream(directory, api, "", """
                    record_selector:
                      extractor:
                        type: DpathExtractor
                        field_path: [items]
                        record_expander:
                          expand_records_from_field: [lines, data]
                    """ + how.indent(6), "")
                    .records();
        }
    }

    private static String selector(String decoder, String path) {
        return (decoder.isEmpty() ? "" : "decoder: " + decoder + "\n")
                + "record_selector: { type: RecordSelector, extractor: { type: DpathExtractor, field_path: " + path
                + " } }";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < texts.length; i++) {
                zip.putNextEntry(new ZipEntry("part-" + i));
                zip.write(texts[i].getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
