package dev.kenshin.publish;

import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** What makes a sheet pleasant to read on the screen and on paper. */
final class SheetView {
    private static final int ZOOM = 90;
    private static final int COLUMNS_ON_A_PAGE = 16;

    private SheetView() {}

    static void apply(SXSSFSheet sheet, TableSheet rows, SheetLayout layout) {
        int columns = rows.columns();
        sheet.createFreezePane(Math.min(layout.frozen(), columns), 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(rows.dataRows(), 1), 0, columns - 1));
        sheet.setZoom(ZOOM);
        rows.setWidths();
        int printed = layout.printed() == 0 ? columns : Math.min(layout.printed(), columns);
        sheet.getPrintSetup().setFitWidth((short) ((printed + COLUMNS_ON_A_PAGE - 1) / COLUMNS_ON_A_PAGE));
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, Math.min(layout.frozen(), columns) - 1));
        sheet.getWorkbook()
                .setPrintArea(
                        sheet.getWorkbook().getSheetIndex(sheet), 0, printed - 1, 0, Math.max(rows.rows() - 1, 1));
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        sheet.setDisplayGridlines(false);
    }

    /** Landscape, as wide as the paper unless {@link #apply} needs more of it, with title, date and page on every page. */
    static void print(SXSSFSheet sheet, Text title, LocalDate asOf, Language language) {
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getHeader().setLeft(title.in(language));
        sheet.getHeader().setRight(new Text("基準日 " + asOf, "As of " + asOf).in(language));
        sheet.getFooter().setCenter("&P / &N");
    }
}
