package dev.kenshin.publish;

import dev.kenshin.problem.Language;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code account_health.xlsx}, made for reading: the worst accounts on top of the first sheet, then a sheet for
 * each other table, and a legend. The same rows give the same bytes. Data never become formulas.
 */
final class WorkbookFile {
    private static final String NAME = "account_health.xlsx";
    private static final int ROWS_IN_MEMORY = 100;

    private final Language language;
    private final int rowLimit;

    WorkbookFile(Language language) {
        this(language, SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    /** @param rowLimit the most rows that a sheet may have, header and note included */
    WorkbookFile(Language language, int rowLimit) {
        this.language = language;
        this.rowLimit = rowLimit;
    }

    /**
     * Writes the workbook; the file is there as a whole or not at all.
     *
     * @return a warning for each table that has more rows than a sheet can hold; its sheet says so in the last row
     */
    List<Problem> write(Connection warehouse, LocalDate asOf, PublishedTables tables, Path directory)
            throws IOException, SQLException {
        List<Problem> problems = new ArrayList<>();
        XSSFWorkbook whole = new XSSFWorkbook();
        try (SXSSFWorkbook workbook = new Uncompressed(whole)) {
            new Sheets(warehouse, asOf, tables, workbook).write(problems);
            describe(whole.getProperties(), asOf);
            AtomicFile.write(directory.resolve(NAME), out -> SteadyZip.write(asOf, out, workbook::write));
        }
        return problems;
    }

    /** SteadyZip compresses it; doing so twice would take twice the time. */
    private static final class Uncompressed extends SXSSFWorkbook {
        Uncompressed(XSSFWorkbook whole) {
            super(whole, ROWS_IN_MEMORY);
        }

        @Override
        protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
            ZipArchiveOutputStream archive = super.createArchiveOutputStream(out);
            archive.setLevel(Deflater.NO_COMPRESSION);
            return archive;
        }
    }

    private void describe(POIXMLProperties properties, LocalDate asOf) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        Optional<Date> day =
                Optional.of(Date.from(asOf.atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreated(day);
        core.setModified(day);
        core.setCreator("Kenshin");
        core.setTitle(LegendSheet.REPORT.in(language) + " " + asOf);
    }

    /** The sheets of one workbook while they are written. */
    private final class Sheets {
        private final Connection warehouse;
        private final LocalDate asOf;
        private final PublishedTables tables;
        private final SXSSFWorkbook workbook;
        private final Appearance appearance;

        Sheets(Connection warehouse, LocalDate asOf, PublishedTables tables, SXSSFWorkbook workbook) {
            this.warehouse = warehouse;
            this.asOf = asOf;
            this.tables = tables;
            this.workbook = workbook;
            this.appearance = new Appearance(
                    language,
                    new Styles(workbook.getXSSFWorkbook()),
                    new Terms(tables.glossary()),
                    LevelLook.of(tables.glossary().scorecards()));
        }

        void write(List<Problem> problems) throws IOException, SQLException {
            LevelCount count = new LevelCount(tables.table("account_health"));
            for (PublishedTable table : tables.all()) {
                if (table.onlyWhereFilled() && TableRows.isEmpty(warehouse, table, asOf)) {
                    continue;
                }
                boolean accounts = table.name().equals("account_health");
                table(laidOut(table), accounts ? count::add : row -> {}).ifPresent(problems::add);
            }
            legend(count);
        }

        private PublishedTable laidOut(PublishedTable table) throws SQLException {
            if (table.holdsEarlierDates()) {
                return HistorySheet.of(table);
            }
            return table.name().equals("metric_value")
                    ? new MetricSheet(tables.glossary()).of(warehouse, asOf, table)
                    : table;
        }

        private Optional<Problem> table(PublishedTable table, TableRows.Sink observer)
                throws IOException, SQLException {
            SXSSFSheet sheet = sheet(table.label());
            TableSheet rows = new TableSheet(sheet, table, appearance);
            Overflow overflow = new Overflow();
            TableRows.read(warehouse, table, asOf, row -> {
                observer.row(row);
                overflow.add(rows, row);
            });
            overflow.note(rows, table);
            SheetView.apply(sheet, rows, SheetLayout.of(table));
            return overflow.problem(table);
        }

        private void legend(LevelCount count) {
            SXSSFSheet sheet = sheet(LegendSheet.TITLE);
            sheet.getPrintSetup().setFitHeight((short) 1);
            new LegendSheet(sheet, appearance).write(asOf, tables.glossary(), count);
        }

        private SXSSFSheet sheet(Text label) {
            SXSSFSheet sheet = workbook.createSheet(label.in(language));
            SheetView.print(sheet, LegendSheet.REPORT, asOf, language);
            return sheet;
        }
    }

    /** The rows that find no place in a sheet. The last place is kept for saying so. */
    private final class Overflow {
        private long seen;
        private long left;

        void add(TableSheet rows, @Nullable Object[] row) {
            seen++;
            if (rows.rows() < rowLimit - 1) {
                rows.add(row);
            } else {
                left++;
            }
        }

        void note(TableSheet rows, PublishedTable table) {
            if (left > 0) {
                rows.note(message(table).in(language));
            }
        }

        Optional<Problem> problem(PublishedTable table) {
            return left == 0
                    ? Optional.empty()
                    : Optional.of(Problem.warning(
                            "KEN-X08",
                            Location.file(NAME),
                            message(table),
                            new Text(
                                    "全件は CSV の「%s.csv」かマートで見てください。".formatted(table.name()),
                                    "See '%s.csv' or the mart for all rows.".formatted(table.name()))));
        }

        private Text message(PublishedTable table) {
            return new Text(
                    "「%s」は全 %,d 行のうち %,d 行がシートに入りません。".formatted(table.name(), seen, left),
                    "%,d of the %,d rows of '%s' do not fit into the sheet.".formatted(left, seen, table.name()));
        }
    }
}
