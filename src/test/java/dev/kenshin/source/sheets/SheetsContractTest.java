package dev.kenshin.source.sheets;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Pause;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceContractTest;
import dev.kenshin.source.excel.Sheets;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class SheetsContractTest extends SourceContractTest {
    private GoogleImitation google;

    @BeforeEach
    void openGoogle() throws Exception {
        google = new GoogleImitation();
    }

    @AfterEach
    void closeGoogle() {
        google.close();
    }

    @Override
    protected void write(String table, List<String> header, List<Row> rows) {
        Sheet sheet = google.spreadsheet("crm").createSheet(table);
        Sheets.row(sheet, 1, header.toArray());
        for (int i = 0; i < rows.size(); i++) {
            Sheets.row(sheet, i + 2, rows.get(i).cells().toArray());
        }
    }

    @Override
    protected Map<String, Object> options(String table) {
        return Map.of("sheet", table);
    }

    @Override
    protected Source open(StreamConfig... streams) {
        Map<String, String> options =
                Map.of("spreadsheet", "crm", "root-url", google.url(), "token", GoogleImitation.TOKEN);
        return SheetsSource.open(Configured.source("sheets", options, streams), text -> text, Pause.real());
    }
}
