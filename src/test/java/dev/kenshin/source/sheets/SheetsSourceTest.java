package dev.kenshin.source.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.excel.Sheets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tables lie in a spreadsheet, and how few requests it takes to read them. */
class SheetsSourceTest extends SheetsTest {

    @Test
    void titlesAboveAMergedHeader_arePassedOver() throws Exception {
        Sheet sheet = sheet("回答");
        Sheets.row(sheet, 1, "NPS調査 2026");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A1:D2"));
        Sheets.row(sheet, 3, "回答者", null, "回答日", "評価");
        Sheets.row(sheet, 4, "会社名", "氏名", null, "推奨度");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A3:B3"));
        sheet.addMergedRegion(CellRangeAddress.valueOf("C3:C4"));
        Sheets.row(sheet, 5, "㈱あおぞら", "青空", null, "９");
        Sheets.number(sheet, 5, 2, 46113, "yyyy/m/d");
        SourceRecord record =
                records("sheet", "回答", "header-row", Map.of("from", 3, "to", 4)).get(0);
        assertThat(record.fields())
                .containsExactly(
                        Map.entry("会社名", "㈱あおぞら"),
                        Map.entry("氏名", "青空"),
                        Map.entry("回答日", LocalDate.of(2026, 4, 1)),
                        Map.entry("推奨度", "９"));
        assertThat(record.place().row()).isEqualTo("survey!回答!5");
        assertThat(record.place().at("推奨度")).isEqualTo("survey!回答!D5");
    }

    @Test
    void allStreams_areReadInThreeRequestsWhoeverComesFirst() throws Exception {
        StreamConfig[] streams = new StreamConfig[5];
        for (int i = 0; i < streams.length; i++) {
            Sheets.row(sheet("表" + i), 1, "番号");
            Sheets.row(google.spreadsheet(ID).getSheet("表" + i), 2, i);
            streams[i] = stream("table" + i, "sheet", "表" + i);
        }
        try (SheetsSource source = source(streams)) {
            for (StreamConfig stream : streams) {
                assertThat(Extracts.records(source, stream)).hasSize(1);
            }
        }
        assertThat(google.requests())
                .extracting(GoogleImitation.Request::path)
                .containsExactly(
                        "/v4/spreadsheets/survey",
                        "/v4/spreadsheets/survey/values:batchGet",
                        "/v4/spreadsheets/survey/values:batchGet");
        assertThat(google.requests().get(1).parameters().get("ranges")).hasSize(5);
    }

    @Test
    void manyLongNames_stillFitIntoOneRequest() throws Exception {
        StreamConfig[] streams = new StreamConfig[60];
        for (int i = 0; i < streams.length; i++) {
            String name = "顧客満足度調査の回答一覧 " + i;
            Sheets.row(sheet(name), 1, "番号");
            Sheets.row(google.spreadsheet(ID).getSheet(name), 2, i);
            streams[i] = stream("table" + i, "sheet", name);
        }
        assertThat(Extracts.records(source(streams), streams[59])).hasSize(1);
        assertThat(google.requests()).hasSize(3);
    }

    @Test
    void streamsOfOneSheet_shareItsRange() throws Exception {
        Sheets.row(sheet("回答"), 1, "会社名", "氏名");
        StreamConfig companies = stream("companies", "sheet", "回答");
        StreamConfig people = stream("people", "sheet", "1");
        Extracts.records(source(companies, people), people);
        assertThat(google.requests().get(1).parameters()).containsEntry("ranges", List.of("'回答'!A1:Z1000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"B2:C", "B2:C3", "B:C", "B2:AZ", "b1:c99999"})
    void range_leavesOutWhatLiesBeside(String range) throws Exception {
        Sheet sheet = sheet("回答");
        Sheets.row(sheet, 1, "左", "題", null, "右");
        Sheets.row(sheet, 2, "左", "会社名", "点", null);
        Sheets.row(sheet, 3, "左", "甲", 1);
        assertThat(records("range", range, "header-row", 2))
                .singleElement()
                .satisfies(record -> assertThat(record.fields()).isEqualTo(Map.of("会社名", "甲", "点", 1L)))
                .satisfies(record -> assertThat(record.place().at("点")).isEqualTo("survey!回答!C3"));
    }

    @Test
    void rangeBesideTheSheet_holdsNoHeader() {
        Sheets.row(sheet("回答"), 1, "会社名");
        assertThat(problem("range", "AB1:AC").code()).isEqualTo("KEN-S76");
        assertThat(google.requests()).hasSize(1);
    }

    @Test
    void quotesInNames_areNoEndOfTheName() throws Exception {
        Sheets.row(sheet("Q1 'final'!A1"), 1, "会社名");
        assertThat(records("sheet", "Q1 'final'!A1")).isEmpty();
    }

    @Test
    void hiddenRows_countUnlessSkipped() throws Exception {
        Sheet sheet = sheet("回答");
        Sheets.row(sheet, 1, "番号");
        Sheets.row(sheet, 2, 1);
        Sheets.row(sheet, 3, 2);
        sheet.getRow(1).setZeroHeight(true);
        assertThat(fields()).hasSize(2);
        assertThat(google.requests().get(0).parameters().get("fields").get(0)).doesNotContain("rowMetadata");
        assertThat(fields("hidden-rows", "skip")).containsExactly(Map.of("番号", 2L));
    }

    @Test
    void position_countsTheSheetsAPersonSees() throws Exception {
        for (String name : new String[] {"隠し", "一", "二"}) {
            Sheets.row(sheet(name), 1, "見出し");
            Sheets.row(google.spreadsheet(ID).getSheet(name), 2, name);
        }
        google.spreadsheet(ID).setActiveSheet(1);
        google.spreadsheet(ID).setSheetHidden(0, true);
        assertThat(fields()).containsExactly(Map.of("見出し", "一"));
        assertThat(fields("sheet", 2)).containsExactly(Map.of("見出し", "二"));
        assertThat(fields("sheet", "隠し")).containsExactly(Map.of("見出し", "隠し"));
    }

    @Test
    void missingSheet_isItsStreamsProblemOnly() throws Exception {
        Sheets.row(sheet("回答"), 1, "会社名");
        StreamConfig there = stream("answers", "sheet", "回答");
        StreamConfig missing = stream("others", "sheet", "解答");
        SheetsSource source = source(there, missing);
        Problem problem = Extracts.problem(source, missing);
        assertThat(problem.code()).isEqualTo("KEN-S75");
        assertThat(problem.message().ja()).contains("「解答」");
        assertThat(problem.fix().en()).contains("回答");
        assertThat(Extracts.records(source, there)).isEmpty();
    }

    @Test
    void sheetThatChangesBetweenTheReadings_isReadAgain() throws Exception {
        Sheets.row(sheet("回答"), 1, "番号");
        Sheets.row(google.spreadsheet(ID).getSheet("回答"), 2, 7);
        google.breakDown(
                GoogleImitation.none(), GoogleImitation.raw(200, "{\"valueRanges\":[{\"values\":[[\"番号\"],[],[7]]}]}"));
        assertThat(fields()).containsExactly(Map.of("番号", 7L));
        assertThat(google.requests()).hasSize(6);
    }

    @Test
    void sheetThatNeverKeepsStill_isUnavailable() {
        Sheets.row(sheet("回答"), 1, "番号");
        GoogleImitation.Fault other = GoogleImitation.raw(200, "{\"valueRanges\":[{\"values\":[[\"番号\"],[7]]}]}");
        GoogleImitation.Fault none = GoogleImitation.none();
        google.breakDown(none, other, none, none, other, none, none, other, none);
        assertThat(problem().code()).isEqualTo("KEN-G10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "survey",
                "https://docs.google.com/spreadsheets/d/survey",
                "https://docs.google.com/spreadsheets/d/survey/edit?gid=0#gid=0",
                "https://docs.google.com/spreadsheets/u/0/d/survey/edit#gid=12",
                "https://docs.google.com/a/example.com/spreadsheets/d/survey/edit"
            })
    void spreadsheet_isItsIdOrItsUrl(String spreadsheet) throws Exception {
        Sheets.row(sheet("回答"), 1, "会社名");
        StreamConfig stream = stream("answers");
        SheetsSource source = source(Map.of("spreadsheet", spreadsheet, "token", GoogleImitation.TOKEN), stream);
        assertThat(Extracts.records(source, stream)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "spreadsheet, https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml, KEN-S03",
        "spreadsheet, https://example.com/spreadsheets/d/1Ab, KEN-S03",
        "spreadsheet, '', KEN-S02",
        "root-url, http://sheets.example.com/, KEN-S03",
        "root-url, 'http://localhost:80:80', KEN-S03",
        "root-url, sheets, KEN-S03",
        "credentials, '${file:key.json}', KEN-S02"
    })
    void optionsThatCannotWork_areToldBeforeAnybodyConnects(String option, String value, String code) {
        assertThatThrownBy(() -> source(Map.of("token", "x", option, value), stream("answers")))
                .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(e.problems())
                        .singleElement()
                        .extracting(Problem::code)
                        .isEqualTo(code));
        assertThat(google.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"回答!A1:H", "A1", ":", "C1:A", "A5:H2", "A0:H", "AAAA:AAAB", "A3:H", "A1:H1"})
    void rangesThatCannotWork_areToldBeforeAnybodyConnects(String range) {
        assertThatThrownBy(() -> source(stream("answers", "range", range, "header-row", 2)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("KEN-S03");
    }

    @Test
    void withoutLogin_nothingIsOpened() {
        assertThatThrownBy(() -> source(Map.of(), stream("answers")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("KEN-S02");
    }
}
