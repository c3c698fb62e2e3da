package dev.kenshin.publish;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of one workbook; each is made once, since a workbook holds only so many. */
final class Styles {
    /** On every Windows and Mac that reads Japanese; elsewhere the reader takes its own. */
    private static final String FONT = "Yu Gothic";

    private static final short POINTS = 10;
    private static final String RULE = "D9DEE5";
    private static final LevelLook PLAIN = new LevelLook("", "1F1F1F");
    private static final LevelLook HEADER = new LevelLook("1F3A5F", "FFFFFF");

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();

    /** What tells one style from another. */
    private record Look(String format, boolean wrapped, boolean quoted, LevelLook colours, boolean bold, int size) {}

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont standard = workbook.getFontAt(0);
        standard.setFontName(FONT);
        standard.setFontHeightInPoints(POINTS);
    }

    CellStyle number(String format) {
        return style(new Look(format, false, false, PLAIN, false, POINTS));
    }

    /**
     * @param quoted the text looks like a formula, and must stay text when somebody edits the cell
     */
    CellStyle text(boolean wrapped, boolean quoted) {
        return style(new Look("", wrapped, quoted, PLAIN, false, POINTS));
    }

    CellStyle bold() {
        return style(new Look("", false, false, PLAIN, true, POINTS));
    }

    CellStyle title() {
        return style(new Look("", false, false, PLAIN, true, 16));
    }

    CellStyle header() {
        return style(new Look("", true, false, HEADER, true, POINTS));
    }

    /** @param format of a number; empty for words */
    CellStyle level(LevelLook colours, String format) {
        return style(new Look(format, false, false, colours, true, POINTS));
    }

    private CellStyle style(Look look) {
        return styles.computeIfAbsent(look, this::create);
    }

    private XSSFCellStyle create(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(look));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(look.wrapped());
        style.setQuotePrefixed(look.quoted());
        if (!look.format().isEmpty()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        }
        if (look.size() == POINTS) {
            style.setBorderBottom(BorderStyle.THIN);
            style.setBottomBorderColor(colour(RULE));
        }
        if (look.colours().ground().isEmpty()) {
            indent(style, look);
        } else {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(colour(look.colours().ground()));
            style.setAlignment(HorizontalAlignment.CENTER);
        }
        return style;
    }

    /** Keeps words away from the number that ends where they begin. */
    private static void indent(XSSFCellStyle style, Look look) {
        if (look.format().isEmpty()) {
            style.setAlignment(HorizontalAlignment.LEFT);
            style.setIndention((short) 1);
        }
    }

    private XSSFFont font(Look look) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) look.size());
        font.setBold(look.bold());
        font.setColor(colour(look.colours().ink()));
        return font;
    }

    private static XSSFColor colour(String rgb) {
        return new XSSFColor(HexFormat.of().parseHex(rgb), null);
    }
}
