package dev.kenshin.source.csv;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import dev.kenshin.source.file.CharsetOption;
import java.io.BufferedReader;
import java.nio.charset.Charset;
import java.util.Optional;

/** How the files of a source are written. */
record CsvFormat(Optional<Charset> charset, char delimiter, char quote) {
    /** A quote that is never closed would otherwise make the rest of the file one field. */
    private static final int MAXIMUM_LINES_OF_A_RECORD = 5_000;

    static CsvFormat of(SourceConfig config, Problems problems) {
        return new CsvFormat(
                CharsetOption.of(config, problems),
                character(config, "delimiter", ',', problems),
                character(config, "quote", '"', problems));
    }

    StrictParser parser() {
        return new StrictParser(delimiter, quote);
    }

    static CSVReader reader(BufferedReader lines, StrictParser parser) {
        return new CSVReaderBuilder(lines)
                .withCSVParser(parser)
                .withMultilineLimit(MAXIMUM_LINES_OF_A_RECORD)
                .withVerifyReader(false)
                .build();
    }

    private static char character(SourceConfig config, String option, char standard, Problems problems) {
        String text = config.options().text(option).orElse(String.valueOf(standard));
        if (text.equals("\\t") || text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1) {
            problems.error(
                    "KEN-S03",
                    config.options().at(option),
                    new Text(
                            "%s「%s」は1文字ではありません。".formatted(option, text),
                            "The %s '%s' is not one character.".formatted(option, text)),
                    new Text("',' や tab のように1文字で書いてください。", "Write one character such as ',', or tab."));
            return standard;
        }
        return text.charAt(0);
    }
}
