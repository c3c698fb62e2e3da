package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Language;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLookTest {
    private static final int BESIDE_HEALTH = 4;

    @Test
    void dataThatAreNotFresh_standOutBesideTheScore(@TempDir Path directory) throws Exception {
        try (Night night = new Night()) {
            night.scored("C1", "a", 10.0, "critical")
                    .scored("C2", "b", 40.0, "high")
                    .scored("C3", "c", 60.0, "medium");
            night.run("update score.account_health set source_status = case account_id when 'C1' then 'fresh'"
                    + " when 'C2' then 'stale' else 'partial' end");
            new WorkbookFile(Language.JA).write(night.connection, Night.AS_OF, night.tables(), directory);
        }
        Set<String> looks = new HashSet<>();
        try (InputStream file = Files.newInputStream(directory.resolve("account_health.xlsx"));
                XSSFWorkbook workbook = new XSSFWorkbook(file)) {
            for (int row = 1; row <= 3; row++) {
                XSSFCell cell = workbook.getSheetAt(0).getRow(row).getCell(BESIDE_HEALTH);
                XSSFColor ground = cell.getCellStyle().getFillForegroundColorColor();
                looks.add(cell.getStringCellValue() + (ground == null ? "" : " " + ground.getARGBHex()));
            }
        }
        assertThat(looks).containsExactlyInAnyOrder("最新", "古いデータあり FFE3D7F4", "一部データなし FF5B3A8C");
    }
}
