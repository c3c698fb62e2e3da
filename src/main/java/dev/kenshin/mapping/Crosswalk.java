package dev.kenshin.mapping;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import dev.kenshin.mapping.convert.Words;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Location.InText;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote down about which value of a source means which account: {@code config/crosswalks/<source>.csv} with
 * the columns {@code source_value} and {@code account_id}, in UTF-8. Further columns are for people.
 *
 * @param entries by clean text of the value, in the order of the file
 */
public record Crosswalk(Map<String, Entry> entries) {
    private static final String SUFFIX = ".csv";
    private static final String VALUE = "source_value";
    private static final String ACCOUNT = "account_id";

    /** The account that a value means, and where that was written. */
    public record Entry(String accountId, Location at) {
        void reportUnknownAccount(Problems problems) {
            problems.warning(
                    "KEN-P23",
                    at,
                    new Text("顧客「" + accountId + "」は存在しません。", "There is no account '" + accountId + "'."),
                    new Text("account_id を正すか、この行を消してください。", "Correct account_id or remove this line."));
        }
    }

    /**
     * Reads the crosswalks of every source.
     *
     * @param directory with a file {@code <source>.csv} a source; need not exist
     * @return by source
     */
    public static Map<String, Crosswalk> readAll(Path directory, Problems problems) throws IOException {
        Map<String, Crosswalk> crosswalks = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
                files.forEach(csv -> crosswalks.put(source(csv), read(csv, problems)));
            }
        }
        return crosswalks;
    }

    private static String source(Path csv) {
        String name = csv.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /**
     * Reads one file. Lines that cannot be used are left out and reported: those without a value or an account as
     * warnings, since people note names there before they know the account.
     */
    public static Crosswalk read(Path csv, Problems problems) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (CSVReader lines = new CSVReaderBuilder(Files.newBufferedReader(csv))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            read(lines, csv.toString(), entries, problems);
        } catch (IOException | CsvValidationException unreadable) {
            problems.error(
                    "KEN-P20",
                    Location.file(csv.toString()),
                    new Text("クロスウォークを読めません。", "The crosswalk cannot be read."),
                    new Text("UTF-8 の CSV で保存してください。", "Save it as CSV in UTF-8."));
        }
        return new Crosswalk(entries);
    }

    private static void read(CSVReader lines, String file, Map<String, Entry> entries, Problems problems)
            throws IOException, CsvValidationException {
        List<String> header = header(lines.readNext());
        int value = header.indexOf(VALUE);
        int account = header.indexOf(ACCOUNT);
        if (value < 0 || account < 0) {
            wrongHeader(file, problems);
            return;
        }
        long line = lines.getLinesRead() + 1;
        for (String[] cells = lines.readNext(); cells != null; cells = lines.readNext()) {
            Location at = new InText(file, Math.toIntExact(line), 0);
            add(cell(cells, value), new Entry(cell(cells, account), at), entries, problems);
            line = lines.getLinesRead() + 1;
        }
    }

    private static List<String> header(String @Nullable [] cells) {
        return cells == null ? List.of() : Arrays.stream(cells).map(Words::of).toList();
    }

    private static String cell(String[] cells, int index) {
        return index < cells.length ? Words.of(cells[index]) : "";
    }

    private static void add(String value, Entry entry, Map<String, Entry> entries, Problems problems) {
        if (value.isEmpty() && entry.accountId().isEmpty()) {
            return;
        }
        if (value.isEmpty() || entry.accountId().isEmpty()) {
            incomplete(value, entry.at(), problems);
            return;
        }
        Entry earlier = entries.putIfAbsent(value, entry);
        if (earlier != null && !earlier.accountId().equals(entry.accountId())) {
            contradiction(value, earlier, entry, problems);
        }
    }

    private static void wrongHeader(String file, Problems problems) {
        problems.error(
                "KEN-P20",
                new InText(file, 1, 0),
                new Text("列 source_value と account_id がありません。", "The columns source_value and account_id are missing."),
                new Text("1行目を「source_value,account_id」にしてください。", "Make the first line 'source_value,account_id'."));
    }

    private static void incomplete(String value, Location at, Problems problems) {
        problems.warning(
                "KEN-P21",
                at,
                new Text("「" + value + "」の行に空の列があります。", "The line of '" + value + "' has a blank column."),
                new Text("source_value と account_id の両方を書いてください。", "Write both source_value and account_id."));
    }

    private static void contradiction(String value, Entry earlier, Entry later, Problems problems) {
        problems.error(
                "KEN-P22",
                later.at(),
                new Text(
                        "「" + value + "」は " + earlier.at() + " では " + earlier.accountId() + "、ここでは " + later.accountId()
                                + " です。",
                        "'" + value + "' is " + earlier.accountId() + " at " + earlier.at() + " and "
                                + later.accountId() + " here."),
                new Text("正しい方だけを残してください。", "Keep the right one only."));
    }
}
