package dev.kenshin.guess;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.guess.Shape.StreamShape;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.csv.CsvSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a file of separated values is laid out: each possible delimiter is tried, and the connector is the judge. */
final class CsvGuess {
    private static final String DELIMITERS = ",\t;|";
    private static final int ROWS = 200;
    private static final int LINES = 20;

    private final Target target;
    private final List<Option> options;
    private final List<String> lines;

    /** @param start how the text begins */
    CsvGuess(Target target, Option charset, String start) {
        this.target = target;
        this.options = List.of(charset);
        this.lines = start.lines()
                .map(line -> line.replace("\uFEFF", ""))
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .toList();
    }

    /** What a delimiter makes of the first rows; {@code share} is that of the rows that fit the header. */
    private record Trial(char delimiter, int columns, double share, long broken, List<SourceRecord> records) {
        double merit() {
            return columns == 1 ? share / 2 : share * columns;
        }
    }

    Shape shape(String name) throws SourceUnavailable {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < DELIMITERS.length(); i++) {
            trials.add(trial(DELIMITERS.charAt(i)));
        }
        Trial best = trials.stream()
                .reduce((one, other) -> other.merit() > one.merit() ? other : one)
                .orElseThrow();
        if ((best.records().isEmpty() && best.broken() > 0) || (best.columns() == 1 && hasTitle())) {
            throw GuessProblems.titleRows(target.path());
        }
        return shape(name, layout(best), cells(best.delimiter()));
    }

    private Trial trial(char delimiter) {
        SourceConfig config = shape("file", layout(delimiter, '"'), List.of()).config("guess");
        int columns = cells(header(), delimiter);
        try (CsvSource source = CsvSource.open(config, target.root())) {
            Sample sample =
                    Sample.of(source, Objects.requireNonNull(config.streams().get("file")), ROWS);
            long rows = sample.records().size() + sample.broken();
            double share = (sample.records().size() + 1.0) / (rows + 1.0);
            return new Trial(delimiter, columns, share, sample.broken(), sample.records());
        } catch (SourceUnavailable unreadable) {
            // Two columns of one name speak for the delimiter; the reading that follows will report them.
            double share = unreadable.problem().code().equals("KEN-S20") ? 0.9 : 0.1;
            return new Trial(delimiter, columns, share, 0, List.of());
        }
    }

    private Shape shape(String name, List<Option> layout, List<String> columns) {
        List<Option> all = Stream.concat(options.stream(), layout.stream()).toList();
        return new Shape("csv", all, List.of(new StreamShape(name, List.of(target.option()), columns)));
    }

    private String header() {
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /** Whether a single cell stands above lines that all have the same number of several. */
    private boolean hasTitle() {
        return DELIMITERS.chars().anyMatch(delimiter -> {
            List<Integer> below = lines.stream()
                    .skip(1)
                    .map(line -> cells(line, (char) delimiter))
                    .distinct()
                    .toList();
            return below.size() == 1 && below.get(0) > 1;
        });
    }

    /** The header's cells; which quotes stand within is for the connector to say. */
    private List<String> cells(char delimiter) {
        return Stream.of(header().split(Pattern.quote(String.valueOf(delimiter))))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", "").strip())
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Option> layout(Trial best) {
        char quote = apostrophes(best.records()) ? '\'' : '"';
        return layout(best.delimiter(), quote);
    }

    private static List<Option> layout(char delimiter, char quote) {
        List<Option> layout = new ArrayList<>();
        if (delimiter != ',') {
            String shown = delimiter == '\t' ? "\\t" : String.valueOf(delimiter);
            layout.add(Option.text("delimiter", shown, Remark.sure("見出しの列の数と行が合います", "the rows fit the header")));
        }
        if (quote != '"') {
            layout.add(Option.text(
                    "quote", String.valueOf(quote), Remark.sure("値がこの記号で囲まれています", "values stand between these")));
        }
        return layout;
    }

    private static boolean apostrophes(List<SourceRecord> records) {
        long quoted = 0;
        long all = 0;
        for (SourceRecord record : records) {
            for (Object value : record.fields().values()) {
                String text = String.valueOf(value);
                all += text.isBlank() ? 0 : 1;
                quoted += text.length() > 1 && text.startsWith("'") && text.endsWith("'") ? 1 : 0;
            }
        }
        return quoted > 0 && quoted * 2 >= all;
    }

    private static int cells(String line, char delimiter) {
        int cells = 1;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            cells += line.charAt(i) == delimiter && !quoted ? 1 : 0;
        }
        return cells;
    }
}
