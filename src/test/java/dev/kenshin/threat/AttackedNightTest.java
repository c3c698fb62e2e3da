package dev.kenshin.threat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import dev.kenshin.job.TestCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights over files full of formulas, and a night of which every source fails and shows the secrets that it was given. */
class AttackedNightTest {
    /** What every encoding but Base64 leaves as it is, and what Base64 makes of it behind 0, 1 or 2 other letters. */
    private static final Set<String> TRACES = Set.of("C4n4ry8x7", "QzRuNHJ5OHg", "M0bjRyeTh4N", "DNG40cnk4eD");

    private static final String FORMULA = "[^\\p{L}\\p{N}\\p{P}\\p{S}]*[=+@\uFF1D\uFF0B\uFF0D\uFF20-].*";

    @TempDir
    static Path directory;

    private static TestCompany company;
    private static List<WatchedCommand> commands;
    private static WatchedCommand night;
    private static Map<String, String> remains;

    @BeforeAll
    static void runNights() throws Exception {
        try (EchoServer web = EchoServer.web();
                EchoServer mail = EchoServer.mail()) {
            company = AttackedCompany.in(directory.resolve("company"), web, mail);
            Files.createDirectories(company.home.directory());
            Files.setPosixFilePermissions(company.home.directory(), PosixFilePermissions.fromString("rwxr-xr-x"));
            WatchedCommand leaky =
                    WatchedCommand.run(company, "run", "leaky", "--as-of=2026-10-31", "--accept=KEN-Q04");
            night = WatchedCommand.run(company, "run", "nightly", "--as-of=2026-10-31", "--accept=KEN-Q04");
            commands = List.of(leaky, night);
        }
        remains = Remains.of(company.home, AttackedCompany.CANARY);
    }

    @Test
    void theNightsWentAsTheyShould() {
        assertThat(commands)
                .extracting(WatchedCommand::exitCode)
                .as(night.said())
                .containsExactly(69, 3);
        assertThat(commands.get(0).said().split("\\] FAILED", -1))
                .as("one source of each type fails, and so does usage")
                .hasSize(9);
    }

    @Test
    @Threat(Danger.SECRET)
    void secret_isInNothingThatACommandSays() {
        assertThat(commands).allSatisfy(command -> assertClean(command.said()));
        assertThat(commands.get(0).said()).contains("***");
    }

    @Test
    @Threat(Danger.SECRET)
    void secret_isNoArgumentOfAProcess() {
        assertThat(commands).allSatisfy(command -> assertClean(String.join("\n", command.arguments())));
    }

    @Test
    @Threat(Danger.SECRET)
    void secret_isInNothingThatIsKept() {
        assertThat(remains.get("rows of the warehouse")).contains("C1");
        assertThat(remains.get("rows of the mart")).contains("account_health");
        assertThat(remains).allSatisfy((place, text) -> assertClean(text));
    }

    /** As an H2 server, or its console, would. */
    @Test
    @Threat(Danger.LISTENING)
    void nothing_listensDuringANight() {
        assumeTrue(Files.exists(Path.of("/proc/self/net/tcp")));
        assertThat(commands).flatExtracting(WatchedCommand::listening).isEmpty();
    }

    @Test
    @Threat(Danger.FILE)
    void whateverTheUmask_filesAreTheirOwnersAlone() throws IOException {
        Set<PosixFilePermission> owners = PosixFilePermissions.fromString("rwx------");
        try (Stream<Path> tree = Files.walk(company.home.directory())) {
            assertThat(tree.filter(file -> !Files.isSymbolicLink(file) && !file.equals(company.home.directory())))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(file -> assertThat(owners).containsAll(Files.getPosixFilePermissions(file)));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(company.home.directory())))
                .isEqualTo("rwxr-x---");
    }

    @Test
    @Threat(Danger.CONTROL_CHARACTERS)
    void escapeSequences_reachNeitherTerminalNorLog() {
        assertThat(commands).extracting(WatchedCommand::said).allMatch(said -> said.indexOf('\u001b') < 0);
        assertThat(remains.entrySet().stream().filter(kept -> kept.getKey().endsWith("log.txt")))
                .isNotEmpty()
                .allMatch(log -> log.getValue().indexOf('\u001b') < 0);
    }

    @Test
    @Threat(Danger.FORMULA_INJECTION)
    void formulas_areInNoCellOfAnyTable() throws Exception {
        int dangerous = 0;
        for (Path table : tables()) {
            for (String[] row : rows(table)) {
                for (String cell : row) {
                    assertThat(isFormula(cell))
                            .as(table.getFileName() + ": " + cell)
                            .isFalse();
                    dangerous += cell.startsWith("'") ? 1 : 0;
                }
            }
        }
        assertThat(dangerous).as("cells that were dangerous").isGreaterThan(100);
    }

    @Test
    @Threat(Danger.FORMULA_INJECTION)
    void workbook_holdsNoFormula() {
        String sheets = remains.entrySet().stream()
                .filter(kept -> kept.getKey().endsWith("unzipped"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        assertThat(sheets).contains("1+1").doesNotContain("<f>", "<f ", "externalLink", "ddeLink");
    }

    @Test
    @Threat(Danger.FORMULA_INJECTION)
    void libreOffice_seesNoFormula() throws Exception {
        assumeTrue(LibreOffice.isInstalled());
        Path bait = Files.writeString(directory.resolve("bait.csv"), "a,b\r\n=1+1,x\r\n");
        LibreOffice office = new LibreOffice(directory.resolve("office"));
        assertThat(office.formulas(List.of(bait))).as("it would see one").isEqualTo(1);
        assertThat(office.formulas(tables())).isZero();
        assertThat(office.formulas(List.of(company.exported("account_health.xlsx"))))
                .isZero();
    }

    private static void assertClean(String text) {
        assertThat(TRACES).allSatisfy(trace -> assertThat(text).doesNotContain(trace));
    }

    /** Thought of without a look at what defuses them. */
    private static boolean isFormula(String cell) {
        boolean number = cell.matches("-?\\d+(\\.\\d+)?");
        return !number && cell.lines().anyMatch(line -> line.matches(FORMULA));
    }

    private static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(company.exported(""))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String[]> rows(Path table) throws Exception {
        try (CSVReader rows = new CSVReaderBuilder(Files.newBufferedReader(table, UTF_8))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            return rows.readAll();
        }
    }
}
