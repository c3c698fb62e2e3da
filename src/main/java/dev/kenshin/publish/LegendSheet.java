package dev.kenshin.publish;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.problem.DisplayWidth;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** The sheet that explains the others: the date, what the levels mean and how many are at each, how to read the rest. */
final class LegendSheet {
    static final Text TITLE = new Text("凡例", "Legend");
    static final Text REPORT = new Text("顧客健康度", "Customer health");

    private static final int[] WIDTHS = {22, 16, 18, 40};
    private static final float LINE_POINTS = 17;

    private final Sheet sheet;
    private final Appearance appearance;
    private final Styles styles;
    private final Language language;
    private int next;

    LegendSheet(Sheet sheet, Appearance appearance) {
        this.sheet = sheet;
        this.appearance = appearance;
        this.styles = appearance.styles();
        this.language = appearance.language();
        sheet.setDisplayGridlines(false);
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
    }

    void write(LocalDate asOf, Glossary glossary, LevelCount count) {
        line(styles.title(), REPORT.in(language));
        line(styles.text(false, false), new Text("基準日 " + asOf, "As of " + asOf).in(language));
        next++;
        line(styles.header(), level(), accounts(), "ARR", range());
        for (String level : levels(glossary)) {
            level(level, glossary, count.of(level));
        }
        next++;
        line(styles.header(), new Text("言葉", "Term").in(language), new Text("意味", "Meaning").in(language));
        merge(next - 1);
        Catalog.rows("legend.csv").forEach(row -> term(Catalog.text(row, "term"), Catalog.text(row, "meaning")));
    }

    private String level() {
        return new Text("危険度", "Level").in(language);
    }

    private String accounts() {
        return new Text("顧客数", "Accounts").in(language);
    }

    private String range() {
        return new Text("健康度の範囲", "Health").in(language);
    }

    /** Worst first; accounts without health last. */
    private static Set<String> levels(Glossary glossary) {
        Set<String> names = new LinkedHashSet<>();
        for (ScorecardConfig scorecard : glossary.scorecards()) {
            scorecard.levels().forEach(level -> names.add(level.name()));
        }
        names.add("unknown");
        return names;
    }

    private void level(String level, Glossary glossary, LevelCount.Total total) {
        Row row = row(1);
        String word = appearance.terms().of("level", level).in(language);
        cell(row, 0, word, styles.level(appearance.look(level), ""));
        number(row, 1, total.accounts());
        number(row, 2, total.arr().doubleValue());
        cell(row, 3, ranges(level, glossary.scorecards()), styles.text(true, false));
    }

    /** As the scorecards say; only where they differ is each named. */
    private String ranges(String level, Iterable<ScorecardConfig> scorecards) {
        Set<String> ranges = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        for (ScorecardConfig scorecard : scorecards) {
            String range = range(level, scorecard.levels());
            if (!range.isEmpty()) {
                ranges.add(range);
                named.add(scorecard.label().in(language) + ": " + range);
            }
        }
        return ranges.isEmpty() ? withoutHealth() : String.join(", ", ranges.size() == 1 ? ranges : named);
    }

    private String withoutHealth() {
        return new Text("データ不足、または対象のスコアカードなし", "Too little data, or no scorecard applies").in(language);
    }

    private static String range(String level, List<ScorecardConfig.Level> levels) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).name().equals(level)) {
                String from = PlainNumber.of(levels.get(i).from());
                return i + 1 == levels.size()
                        ? from + " – 100"
                        : from + " ≤ … < " + PlainNumber.of(levels.get(i + 1).from());
            }
        }
        return "";
    }

    private void term(Text term, Text meaning) {
        int width = WIDTHS[1] + WIDTHS[2] + WIDTHS[3] - 4;
        Row row = row(DisplayWidth.lines(meaning.in(language), width));
        cell(row, 0, term.in(language), styles.bold());
        cell(row, 1, meaning.in(language), styles.text(true, false));
        merge(row.getRowNum());
    }

    private void merge(int row) {
        sheet.addMergedRegion(new CellRangeAddress(row, row, 1, WIDTHS.length - 1));
    }

    private void line(CellStyle style, String... words) {
        Row row = row(style.equals(styles.title()) ? 2 : 1);
        for (int i = 0; i < words.length; i++) {
            cell(row, i, words[i], style);
        }
    }

    private Row row(int lines) {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints(LINE_POINTS * lines + 3);
        return row;
    }

    private void number(Row row, int column, double value) {
        Cell cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(styles.number("#,##0"));
    }

    private static void cell(Row row, int column, String words, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(words);
        cell.setCellStyle(style);
    }
}
