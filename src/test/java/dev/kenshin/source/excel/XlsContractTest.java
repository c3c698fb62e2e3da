package dev.kenshin.source.excel;

import java.util.List;
import java.util.Map;

class XlsContractTest extends XlsxContractTest {

    @Override
    protected void write(String table, List<String> header, List<Row> rows) throws Exception {
        writeTo(table + ".xls", header, rows);
    }

    @Override
    protected Map<String, Object> options(String table) {
        return Map.of("path", table + ".xls");
    }
}
