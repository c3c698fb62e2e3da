package dev.kenshin.job;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.ConfigurationReader;
import dev.kenshin.config.Secrets;
import dev.kenshin.gate.Acceptances;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.Pause;
import dev.kenshin.source.sheets.GoogleImitation;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A company of five accounts in files that a test may change, and the nights that were run over it. */
public final class TestCompany {
    public static final LocalDate SATURDAY = LocalDate.of(2026, 10, 31);
    public static final LocalDate SUNDAY = SATURDAY.plusDays(1);

    public final Path directory;
    public final Home home;

    private static final AtomicLong SECONDS = new AtomicLong();

    private TestCompany(Path directory) {
        this.directory = directory;
        this.home = new Home(directory.resolve("data"));
    }

    /** The company as it is written in the test resources, with its answers in a workbook. */
    public static TestCompany in(Path directory) throws IOException {
        copy(resources(), directory);
        TestCompany company = new TestCompany(directory);
        company.writeAnswers("株式会社あおば", "9", "みどり工業", "４", "さくら", "高い", "ひかり", "7");
        return company;
    }

    /** The same company, its files and all that its nights left behind, at another place. */
    public TestCompany copyTo(Path place) throws IOException {
        copy(directory, place);
        return new TestCompany(place);
    }

    /** Company and score, alternating. */
    public void writeAnswers(String... cells) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file("files/answers.xlsx"))) {
            XSSFSheet sheet = workbook.createSheet("回答");
            sheet.createRow(0).createCell(0).setCellValue("アンケート");
            writeRow(sheet, 1, "会社名", "回答日", "推奨度");
            for (int i = 0; i < cells.length; i += 2) {
                writeRow(sheet, 2 + i / 2, cells[i], "令和8年10月5日", cells[i + 1]);
            }
            workbook.write(out);
        }
    }

    /** Lets the answers lie in a spreadsheet, which holds what the workbook holds. */
    public void moveAnswersTo(GoogleImitation google) throws IOException {
        try (InputStream workbook = Files.newInputStream(file("files/answers.xlsx"))) {
            google.put("answers", new XSSFWorkbook(workbook));
        }
        Files.writeString(file("token"), GoogleImitation.TOKEN + "\n");
        Files.writeString(file("config/sources/survey.yaml"), """
                type: sheets
                spreadsheet: answers
                token: '${file:%s}'
                root-url: %s
                streams:
                  answers: { sheet: 回答, header-row: 2 }
                on-outage: { use-last: 3d }
                """.formatted(file("token"), google.url()));
    }

    public Path file(String name) {
        return directory.resolve(name);
    }

    public void change(String name, UnaryOperator<String> change) throws IOException {
        Path file = file(name);
        Files.writeString(file, change.apply(Files.readString(file)));
    }

    public void append(String name, String lines) throws IOException {
        change(name, text -> text + lines);
    }

    public ExitCode run(LocalDate asOf) throws IOException {
        return night(new NightRequest(asOf, false)).exitCode();
    }

    /** @param accepted as for {@code --accept} */
    ExitCode runAccepting(LocalDate asOf, String... accepted) throws IOException {
        return night(new NightRequest(asOf, false, new Acceptances(List.of(accepted))))
                .exitCode();
    }

    public ExitCode runAgain(LocalDate asOf) throws IOException {
        return night(new NightRequest(asOf, true)).exitCode();
    }

    public BackfillResult backfill(BackfillRequest request) throws IOException, SQLException {
        return new BackfillRunner(plan(), home, clock(), new Secrets(Map.of()), report -> {}).run(request);
    }

    QuarantineReplay replay() {
        return new QuarantineReplay(plan(), home, clock(), new Secrets(Map.of()), report -> {});
    }

    public NightResult night(NightRequest request) throws IOException {
        return night(request, Pause.real());
    }

    /** @param pause in the place of waits for sources */
    NightResult night(NightRequest request, Pause pause) throws IOException {
        home.create();
        try (RunLock lock = RunLock.tryAcquire(home).orElseThrow()) {
            return new NightRunner(plan(), lock, clock(), new Secrets(Map.of()), report -> {}, pause).run(request);
        }
    }

    public NightPlan plan() {
        Problems problems = new Problems();
        Configuration configuration = ConfigurationReader.read(
                file("config"),
                file("jobs"),
                Model.TABLES.stream().map(ModelTable::name).collect(Collectors.toSet()));
        NightPlan plan = NightCompiler.compile(
                configuration,
                Objects.requireNonNull(configuration.jobs().get("nightly")),
                home.directory(),
                new Secrets(Map.of()),
                problems);
        if (problems.hasErrors()) {
            throw new AssertionError(problems.all().toString());
        }
        return plan;
    }

    RunReport report() throws IOException {
        return new RunReports(home).last(1).get(0);
    }

    /** A count of a step of the last run; 0 where it was not counted. */
    long count(String step, String what) throws IOException {
        return report().steps().stream()
                .filter(report -> report.name().equals(step))
                .mapToLong(report -> report.counts().getOrDefault(what, 0L))
                .sum();
    }

    /** Codes of what the last run found. */
    List<String> findings() throws IOException {
        return report().findings().stream().map(finding -> finding.code()).toList();
    }

    List<CsvRow> published(String table) throws IOException {
        return CsvTable.read(exported(table + ".csv"));
    }

    public Path exported(String file) {
        return home.exports().resolve("latest").resolve(file);
    }

    /** The rows of a query over the warehouse, their columns joined. */
    public List<String> rows(String sql) throws SQLException {
        try (Warehouse warehouse = Warehouse.readOnly(home.warehouse());
                Connection connection = warehouse.connection()) {
            return Query.list(connection, row -> String.valueOf(row.getString(1)), sql);
        }
    }

    /** Every run starts a second later, so that runs have different names. */
    static Clock clock() {
        InstantSource steady = () -> Instant.parse("2026-11-01T18:00:00Z").plusSeconds(SECONDS.incrementAndGet());
        return steady.withZone(ZoneOffset.UTC);
    }

    private static void writeRow(XSSFSheet sheet, int number, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            (i == 0 ? sheet.createRow(number) : sheet.getRow(number))
                    .createCell(i)
                    .setCellValue(cells[i]);
        }
    }

    private static Path resources() {
        try {
            return Path.of(TestCompany.class.getResource("company").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> copyOne(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            if (Files.isSymbolicLink(from)) {
                Files.createSymbolicLink(to, Files.readSymbolicLink(from));
            } else if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
