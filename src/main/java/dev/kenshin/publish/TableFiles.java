package dev.kenshin.publish;

import com.opencsv.CSVWriter;
import com.opencsv.ICSVWriter;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tables as CSV by RFC 4180: CRLF, quotes where needed, dates as ISO 8601, numbers unrounded, unknown values
 * empty. The same rows give the same bytes. Text that a spreadsheet would take for a formula gets an apostrophe.
 */
final class TableFiles {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final TableCharset charset;

    TableFiles(TableCharset charset) {
        this.charset = charset;
    }

    /**
     * Writes {@code <table>.csv} for each table; each file is there as a whole or not at all.
     *
     * @return a warning for each table with characters that the character set cannot say
     * @throws IncompletePublication if a score is missing in its file
     */
    List<Problem> write(Connection warehouse, LocalDate asOf, List<PublishedTable> tables, Path directory)
            throws IOException, SQLException {
        List<Problem> problems = new ArrayList<>();
        for (PublishedTable table : tables) {
            Repertoire repertoire = new Repertoire(charset);
            Path file = directory.resolve(table.name() + ".csv");
            AtomicFile.write(file, out -> write(warehouse, asOf, table, out, repertoire));
            if (PublishedScores.areIn(table.name())) {
                new PublishedScores(warehouse, asOf).check(table.name(), PublishedScores.rows(file));
            }
            if (repertoire.lost() > 0) {
                problems.add(lost(file, repertoire));
            }
        }
        return problems;
    }

    private void write(
            Connection warehouse, LocalDate asOf, PublishedTable table, OutputStream out, Repertoire repertoire)
            throws IOException, SQLException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, charset.charset()), 1 << 16);
        text.write(charset.mark());
        CSVWriter csv = new CSVWriter(
                text,
                ICSVWriter.DEFAULT_SEPARATOR,
                ICSVWriter.DEFAULT_QUOTE_CHARACTER,
                ICSVWriter.DEFAULT_QUOTE_CHARACTER,
                ICSVWriter.RFC4180_LINE_END);
        next(csv, table.columns().stream().map(PublishedColumn::name).toArray(String[]::new));
        @Nullable String[] cells = new @Nullable String[table.columns().size()];
        TableRows.read(warehouse, table, asOf, values -> {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cell(values[i], repertoire);
            }
            next(csv, cells);
        });
        csv.flush();
    }

    /** opencsv keeps an I/O error to itself until asked; a full disk must fail at once. */
    private static void next(CSVWriter csv, @Nullable String[] cells) throws IOException {
        csv.writeNext(cells, false);
        IOException failure = csv.getException();
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable String cell(@Nullable Object value, Repertoire repertoire) {
        if (value instanceof String text) {
            return Formula.defuse(repertoire.fit(text)); // what has no place in the character set may become a sign
        }
        if (value instanceof Double number) {
            return PlainNumber.of(number);
        }
        if (value instanceof BigDecimal number) {
            return PlainNumber.of(number);
        }
        if (value instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        return value == null ? null : value.toString();
    }

    private Problem lost(Path file, Repertoire repertoire) {
        String name = String.valueOf(file.getFileName());
        String set = charset.charset().name();
        return Problem.warning(
                "KEN-X07",
                Location.file(name),
                new Text(
                        "%s で表せない文字が %d 個あり、「?」に置き換えました(例:「%s」)。"
                                .formatted(set, repertoire.lost(), repertoire.example()),
                        "%d characters cannot be written in %s and became '?', for example in '%s'."
                                .formatted(repertoire.lost(), set, repertoire.example())),
                new Text(
                        "そのまま残すには、ジョブの publish で charset: utf-8 を指定してください。",
                        "To keep them, set 'charset: utf-8' under 'publish' in the job."));
    }
}
