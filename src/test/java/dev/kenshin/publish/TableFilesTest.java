package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {
    private static final String BOM = "\uFEFF";

    @TempDir
    Path directory;

    private Night night;

    @BeforeEach
    void open() throws SQLException {
        night = new Night();
    }

    @AfterEach
    void close() throws SQLException {
        night.close();
    }

    @Test
    void utf8_startsWithAMark_andLinesEndInCrLf() throws Exception {
        night.health(Night.AS_OF, "C1", 100.0 / 3, "high").health(Night.AS_OF.minusDays(1), "C1", null, "unknown");

        write(TableCharset.UTF_8, night.tables().table("health_history"));

        assertThat(Files.readAllBytes(directory.resolve("health_history.csv")))
                .isEqualTo((BOM
                                + "as_of,account_id,health,level,coverage,scorecard,change_1d,change_7d,change_30d,change_90d,"
                                + "change_365d,slope_90d,volatility_90d,scorecard_hash,source_status\r\n"
                                + "2026-10-30,C1,,unknown,0.875,standard,,,,,,,,,\r\n"
                                + "2026-10-31,C1,33.333333333333336,high,0.875,standard,,,,,,,,,\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void values_areWrittenByTheirType() throws Exception {
        write(
                TableCharset.UTF_8,
                table(
                        "select $1 as as_of, '会社' as a, 12 as b, 1200000.5000::decimal(18,4) as c, -0.00001::double as d,"
                                + " true as e, timestamp '2026-10-31 09:08:07.5' as f, null as g",
                        ColumnKind.TEXT,
                        ColumnKind.INTEGER,
                        ColumnKind.DECIMAL,
                        ColumnKind.NUMBER,
                        ColumnKind.BOOLEAN,
                        ColumnKind.TIMESTAMP,
                        ColumnKind.TEXT));

        assertThat(lines()).element(1).isEqualTo("2026-10-31,会社,12,1200000.5,-0.00001,true,2026-10-31 09:08:07,");
    }

    @Test
    void separatorsQuotesAndLineBreaks_areReadBackAsTheyWere() throws Exception {
        String text = "株式会社「健診」, \"引用\"\r\n二行目\n三行目";
        write(TableCharset.UTF_8, table("select $1 as as_of, '" + text + "' as a", ColumnKind.TEXT));

        assertThat(Files.readString(directory.resolve("t.csv")))
                .isEqualTo(BOM + "as_of,c1\r\n2026-10-31,\"株式会社「健診」, \"\"引用\"\"\r\n二行目\n三行目\"\r\n");
        assertThat(cells(TableCharset.UTF_8).get(1)).containsExactly("2026-10-31", text);
    }

    @Test
    void windows31j_isWhatJapaneseExcelReads() throws Exception {
        write(TableCharset.WINDOWS_31J, table("select $1 as as_of, '髙島①㈱〜−' as a", ColumnKind.TEXT));

        assertThat(Files.readAllBytes(directory.resolve("t.csv")))
                .isEqualTo("as_of,c1\r\n2026-10-31,髙島①㈱\uFF5E\uFF0D\r\n".getBytes(Charset.forName("windows-31j")));
    }

    @Test
    void characterWithoutPlaceInWindows31j_becomesAQuestionMarkAndAWarning() throws Exception {
        night.run("create table names as select unnest(['𠮷野家', '鷗外😀', '普通']) as name");

        List<Problem> problems =
                write(TableCharset.WINDOWS_31J, table("select $1 as as_of, name from names", ColumnKind.TEXT));

        assertThat(cells(TableCharset.WINDOWS_31J)).extracting(row -> row[1]).containsExactly("c1", "?野家", "?外?", "普通");
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("KEN-X07");
            assertThat(problem.message().ja()).contains("3 個").contains("𠮷野家");
        });
    }

    @Test
    @Threat(Danger.FORMULA_INJECTION)
    void formulas_areDefused_andNumbersStayNumbers() throws Exception {
        night.run("create table payload (position integer, words varchar)");
        for (int i = 0; i < FormulaTest.PAYLOADS.size(); i++) {
            night.run("insert into payload values (?, ?)", i, FormulaTest.PAYLOADS.get(i));
        }

        write(
                TableCharset.UTF_8,
                table(
                        "select $1 as as_of, words, -position from payload order by position",
                        ColumnKind.TEXT,
                        ColumnKind.INTEGER));

        List<String[]> rows = cells(TableCharset.UTF_8);
        for (int i = 0; i < FormulaTest.PAYLOADS.size(); i++) {
            assertThat(Formula.in(rows.get(i + 1)[1])).isFalse();
            assertThat(rows.get(i + 1)[1]).isEqualTo(Formula.defuse(FormulaTest.PAYLOADS.get(i)));
            assertThat(rows.get(i + 1)[2]).isEqualTo(String.valueOf(-i));
        }
    }

    /** A minus sign has no place in Windows' Shift_JIS but for the full-width one, which Excel reads as a sign. */
    @Test
    @Threat(Danger.FORMULA_INJECTION)
    void textThatBecomesAFormulaInWindows31j_isDefused() throws Exception {
        night.run("create table payload (words varchar)");
        night.run("insert into payload values (?)", "\u22121+1");
        write(TableCharset.WINDOWS_31J, table("select $1 as as_of, words from payload", ColumnKind.TEXT));
        assertThat(cells(TableCharset.WINDOWS_31J).get(1)[1]).isEqualTo("'\uFF0D1+1");
    }

    @Test
    void sameRows_giveSameBytes_inWhateverOrderTheyWereStored() throws Exception {
        night.scored("C1", "一", 10.0, "critical").scored("C2", "二", 10.0, "critical");
        new TableFiles(TableCharset.UTF_8)
                .write(night.connection, Night.AS_OF, night.tables().all(), directory);
        Path second = Files.createDirectory(directory.resolve("second"));
        try (Night other = new Night()) {
            other.scored("C2", "二", 10.0, "critical").scored("C1", "一", 10.0, "critical");
            new TableFiles(TableCharset.UTF_8)
                    .write(other.connection, Night.AS_OF, other.tables().all(), second);
        }

        for (PublishedTable table : night.tables().all()) {
            assertThat(second.resolve(table.name() + ".csv"))
                    .hasSameBinaryContentAs(directory.resolve(table.name() + ".csv"));
        }
    }

    @Test
    void failure_leavesTheFileOfBefore() throws Exception {
        write(TableCharset.UTF_8, table("select $1 as as_of, 'old' as a", ColumnKind.TEXT));

        assertThatThrownBy(() -> write(
                        TableCharset.UTF_8,
                        table(
                                "select $1 as as_of, case when i = 5000 then error('disk') else i::varchar end from range(9000) r(i)",
                                ColumnKind.TEXT)))
                .isInstanceOf(SQLException.class);

        assertThat(lines()).element(1).isEqualTo("2026-10-31,old");
        assertThat(Directories.names(directory)).containsExactly("t.csv");
    }

    @Test
    @Threat(Danger.FILE)
    void file_isForItsOwnerOnly() throws Exception {
        write(TableCharset.UTF_8, table("select $1 as as_of", new ColumnKind[0]));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("t.csv"))))
                .isEqualTo("rw-------");
    }

    private List<Problem> write(TableCharset charset, PublishedTable table) throws IOException, SQLException {
        return new TableFiles(charset).write(night.connection, Night.AS_OF, List.of(table), directory);
    }

    private List<String> lines() throws IOException {
        return Files.readString(directory.resolve("t.csv")).lines().toList();
    }

    /** As RFC 4180 says a program must read it. */
    private List<String[]> cells(TableCharset charset) throws IOException {
        String text =
                Files.readString(directory.resolve("t.csv"), charset.charset()).replaceFirst("^\uFEFF", "");
        List<String[]> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && text.startsWith("\"\"", i)) {
                cell.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\r')) {
                cell.append(c);
            } else {
                row.add(cell.toString());
                cell.setLength(0);
            }
            if (!quoted && c == '\r') {
                assertThat(text.charAt(++i)).isEqualTo('\n');
                rows.add(row.toArray(String[]::new));
                row.clear();
            }
        }
        return rows;
    }

    static PublishedTable table(String sql, ColumnKind... kinds) {
        List<PublishedColumn> columns = new ArrayList<>();
        columns.add(column("as_of", ColumnKind.DATE));
        for (ColumnKind kind : kinds) {
            columns.add(column("c" + columns.size(), kind));
        }
        return new PublishedTable("t", Text.same("t"), columns, sql);
    }

    private static PublishedColumn column(String name, ColumnKind kind) {
        return new PublishedColumn(name, kind, Text.same(name), "", Text.same(name));
    }
}
