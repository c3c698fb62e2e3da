package dev.kenshin.source.excel;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceContractTest;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;

class XlsxContractTest extends SourceContractTest {

    @Override
    protected void write(String table, List<String> header, List<Row> rows) throws Exception {
        writeTo(table + ".xlsx", header, rows);
    }

    @Override
    protected Map<String, Object> options(String table) {
        return Map.of("path", table + ".xlsx");
    }

    @Override
    protected Source open(StreamConfig... streams) {
        return ExcelSource.open(Configured.source("excel", Map.of(), streams), base, text -> text);
    }

    void writeTo(String file, List<String> header, List<Row> rows) throws Exception {
        Sheets.write(base.resolve(file), workbook -> {
            Sheet sheet = workbook.createSheet("一覧");
            Sheets.row(sheet, 1, header.toArray());
            for (int i = 0; i < rows.size(); i++) {
                Sheets.row(sheet, i + 2, rows.get(i).cells().toArray());
            }
        });
    }
}
