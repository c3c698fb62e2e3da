package dev.kenshin.sandbox;

import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;

/** What the sandbox's Google Sheets says of a workbook, for tests that change it and break down on the way. */
public record SheetsAnswers(int status, String body) {

    /**
     * What is answered to a request.
     *
     * @param path below the API's address, such as {@code /v4/spreadsheets/survey}
     */
    public static SheetsAnswers of(String title, Workbook workbook, String path, Map<String, List<String>> parameters) {
        Reply reply = GoogleSheets.answer(Spreadsheet.of(title, workbook), path, parameters);
        return new SheetsAnswers(reply.status(), reply.body());
    }
}
