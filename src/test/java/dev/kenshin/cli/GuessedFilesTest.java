package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they come: in any charset and layout, and broken ones. Each draft must be accepted as it is. */
class GuessedFilesTest {
    private static final String[] TICKETS = {
        "チケット番号,会社名,件名,受付日時,ステータス", "T1,株式会社あさひ,遅い,2026/10/29 09:00,未対応", "T2,みどり工業㈱,止まる,2026/10/30 10:00,完了"
    };

    @TempDir
    Path directory;

    private GuessedCompany company;

    @BeforeEach
    void makeCompany() throws IOException {
        company = new GuessedCompany(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "windows-31j, windows-31j",
        "UTF-16, UTF-16BE",
        "UTF-16LE, UTF-16LE",
        "UTF-16BE, UTF-16BE"
    })
    void anyCharset_isRecognised(String written, String guessed) throws IOException {
        company.write("in/tickets.csv", Charset.forName(written), TICKETS);
        assertThat(company.accepted("in/tickets.csv")).contains("charset: " + guessed, "未対応: open, 完了: solved");
        assertThat(company.run("preview", "tickets.tickets").out()).contains("2 rows read, 2 usable");
    }

    @Test
    void semicolonsInEucJp_areRecognised() throws IOException {
        company.write(
                "in/customers.csv",
                Charset.forName("EUC-JP"),
                "顧客コード;得意先名;取引開始日;月商",
                "C1;(株)あさひ;2026/4/1;1,5",
                "C2;みどり;2026/5/1;2,0");
        assertThat(company.accepted("in/customers.csv"))
                .contains("charset: EUC-JP", "delimiter: ';'", "name: { from: 得意先名", "to: account");
    }

    @Test
    void jisWithEscapes_isRecognised() throws IOException {
        company.write("in/customers.csv", Charset.forName("ISO-2022-JP"), "顧客コード,得意先名", "C1,あさひ");
        assertThat(company.accepted("in/customers.csv")).contains("charset: ISO-2022-JP", "name: { from: 得意先名");
    }

    @Test
    void tabsInUtf16_areRecognised() throws IOException {
        company.write(
                "in/tickets.tsv",
                StandardCharsets.UTF_16LE,
                "\uFEFF" + String.join("\n", TICKETS).replace(',', '\t'));
        assertThat(company.accepted("in/tickets.tsv")).contains("charset: UTF-16LE", "delimiter: '\\t'", "to: ticket");
    }

    @Test
    void japaneseFarBehind_decidesTheCharset() throws IOException {
        StringBuilder text = new StringBuilder("id,company,subject,created_at\n");
        IntStream.range(0, 60_000).forEach(i -> text.append(i).append(",Asahi,A plain subject,2026-10-30\n"));
        IntStream.range(0, 9_000).forEach(i -> text.append("x").append(i).append(",Asahi,日本語の件名,2026-10-30\n"));
        company.write("in/tickets.csv", text.toString().getBytes("windows-31j"));
        assertThat(company.accepted("in/tickets.csv")).contains("charset: windows-31j", "1000 rows");
    }

    @Test
    void gzip_isLookedInto() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(String.join("\n", TICKETS).concat("\n").getBytes("windows-31j"));
        }
        company.write("in/tickets-20261030.csv.gz", bytes.toByteArray());
        assertThat(company.accepted("in/tickets-20261030.csv.gz")).contains("--- sources/tickets\n", "windows-31j");
    }

    @Test
    void apostrophesAsQuotes_areRecognised() throws IOException {
        company.write(
                "in/tickets.csv", "'id','company','subject'", "'1','Asahi','slow, again'", "'2','Midori','stops'");
        assertThat(company.accepted("in/tickets.csv")).contains("quote: ''''", "subject: subject");
    }

    @Test
    void headerWithoutRows_isDraftedByItsNames() throws IOException {
        company.write("in/nps.csv", "会社名,回答日,推奨度");
        assertThat(company.accepted("in/nps.csv"))
                .contains("to: survey_response", "from: 推奨度", "{ by: name, from: 会社名 }", "there were no rows");
    }

    @Test
    void oneColumn_isASourceWithoutMapping() throws IOException {
        company.write("in/list.csv", "メモ", "あ", "い");
        assertThat(company.accepted("in/list.csv")).contains("--table").doesNotContain("--- mappings");
    }

    @Test
    void badCells_areShownWhereTheyAre() throws IOException {
        String[] lines = new String[31];
        lines[0] = "チケット番号,会社名,件名,受付日時";
        IntStream.rangeClosed(1, 30).forEach(i -> lines[i] = "T" + i + ",あさひ,件名,2026/10/" + i);
        lines[7] = "T7,あさひ,件名,未確認";
        company.write("in/tickets.csv", lines);
        assertThat(company.accepted("in/tickets.csv"))
                .contains("CHECK: by its name; 1 of 30 cannot be read: '未確認' (tickets.csv:8)");
    }

    @Test
    void oddNames_areQuotedWhereYamlWantsIt() throws IOException {
        company.write("in/t.csv", "No.,会社名,件名: 詳細,#,yes,受付日,'a',order", "1,あさひ,x,1,1,2026-10-30,q,5");
        assertThat(company.accepted("in/t.csv")).contains("'件名: 詳細'", "from: '#'", "from: 'yes'", "'''a'''");
    }

    @ParameterizedTest
    @CsvSource({
        "'', KEN-S11",
        "'\n\n', KEN-S11",
        "'id;name;name\n1;2;3\n', KEN-S20",
        "'Sales\n\nid,name,status\n1,a,b\n2,c,d\n', KEN-Y04",
        "'{\"a\":{\"b\":1}}', KEN-Y03"
    })
    void filesThatTellNothing_areRefusedWithTheReason(String content, String code) throws IOException {
        company.write("in/odd.csv", content.getBytes(StandardCharsets.UTF_8));
        CommandLineRun run = company.guess("in/odd.csv");
        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).contains(code, "odd.csv");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void bytesOfNoCharset_areRefused() throws IOException {
        byte[] bytes = new byte[1000];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (0x80 + i % 128));
        company.write("in/odd.bin", bytes);
        assertThat(company.guess("in/odd.bin").err()).contains("KEN-Y01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pretty", "single line"})
    void documentWithANestedArray_isFollowedToIt(String layout) throws IOException {
        String records =
                "[{\"id\": 1, \"company\": {\"name\": \"Asahi\"}, \"score\": 9, \"answered_at\": \"2026-10-30\"},\n"
                        + " {\"id\": 2, \"company\": {\"name\": \"Midori\"}, \"score\": 3, \"answered_at\": \"2026-10-30\"}]";
        String json = "{\"meta\": {\"tags\": [1, 2]},\n \"data\": {\"items\": " + records + "}}\n";
        company.write("in/nps.json", layout.equals("pretty") ? json : json.replace("\n", ""));
        assertThat(company.accepted("in/nps.json"))
                .contains("type: json", "records: data.items", "{ by: name, from: company.name }", "between: [0, 10]");
        assertThat(company.run("preview", "nps.nps").out()).contains("2 rows read, 2 usable");
    }

    @Test
    void jsonLinesAndArrays_needNoPath() throws IOException {
        company.write("in/tickets.jsonl", "{\"id\":1,\"subject\":\"a\"}", "{\"id\":2,\"subject\":\"b\"}");
        company.write("in/issues.json", "[{\"id\":1,\"title\":\"a\",\"created\":\"2026-10-30\"}]");
        company.accepted("in/tickets.jsonl");
        assertThat(company.accepted("in/issues.json"))
                .doesNotContain("records:")
                .contains("opened_at: { from: created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nps.xlsx", "nps.xls"})
    void titlesAndMergedHeader_arePassedOver(String name) throws IOException {
        try (Workbook workbook = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("回答");
            row(sheet, 0, "顧客満足度調査");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
            row(sheet, 1, "作成者", "営業企画");
            row(sheet, 2, "社外秘");
            row(sheet, 3, "会社名", "回答日", "前回", null, "今回", null);
            row(sheet, 4, null, null, "推奨度", "コメント", "推奨度", "コメント");
            sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
            sheet.addMergedRegion(new CellRangeAddress(3, 3, 2, 3));
            sheet.addMergedRegion(new CellRangeAddress(3, 3, 4, 5));
            IntStream.range(5, 30).forEach(i -> row(sheet, i, "会社" + i, "2026/10/30", 7, "よい", 9, "とてもよい"));
            workbook.createSheet("空");
            save(workbook, name);
        }
        assertThat(company.accepted("in/" + name))
                .contains("sheet: 回答", "header-row: { from: 4, to: 5 }", "answered_at: { from: 回答日")
                .contains("score: { from: 今回/推奨度", "from: 前回/推奨度");
        assertThat(company.run("preview", "nps.nps").out()).contains("25 rows read, 25 usable");
    }

    @Test
    void workbookWithoutATable_isRefused() throws IOException {
        try (Workbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("空");
            save(workbook, "empty.xlsx");
        }
        assertThat(company.guess("in/empty.xlsx").err()).contains("KEN-Y02");
    }

    private void save(Workbook workbook, String name) throws IOException {
        Files.createDirectories(directory.resolve("in"));
        try (OutputStream out = Files.newOutputStream(directory.resolve("in").resolve(name))) {
            workbook.write(out);
        }
    }

    private static void row(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number figure) {
                row.createCell(i).setCellValue(figure.doubleValue());
            } else if (values[i] != null) {
                row.createCell(i).setCellValue(values[i].toString());
            }
        }
    }
}
