package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ClassPath;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.source.singer.ExampleTap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One more source: a tap that reads a system of visits, from where it was the night before. */
class SingerNightTest {
    private static final String VISITS = "land helpdesk.visits";

    private TestCompany company;

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws Exception {
        company = TestCompany.in(directory.resolve("company"));
        Files.createDirectories(company.file("system"));
        table("INCREMENTAL", visit(1, "あおば", "2026-10-01"), visit(2, "さくら", "2026-10-02"));
        configure("");
        Files.writeString(company.file("config/mappings/visit.yaml"), """
                from: helpdesk.visits
                to: interaction
                account: { by: name, from: company }
                fields:
                  held_on: { from: held, type: date }
                """);
        company.change("jobs/nightly.yaml", text -> text.replace("survey]", "survey, helpdesk]"));
    }

    @Test
    void secondNight_goesOnFromTheStateOfTheFirst() throws Exception {
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count(VISITS, "added")).isEqualTo(2);
        assertThat(cursor()).isEqualTo("{\"state\":{\"bookmarks\":{\"visits\":{\"changed\":\"2026-10-02\"}}}}");

        table(
                "INCREMENTAL",
                visit(1, "あおば", "2026-10-01"),
                visit(2, "さくら", "2026-10-02"),
                visit(3, "ひかり", "2026-10-30"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count(VISITS, "extracted")).isEqualTo(2);
        assertThat(company.count(VISITS, "added")).isEqualTo(1);
        assertThat(company.count(VISITS, "unchanged")).isEqualTo(1);
        assertThat(held()).containsExactly("C1 2026-10-01", "C3 2026-10-02", "C5 2026-10-30");
    }

    @Test
    void tapThatDiesBetweenStates_losesNothingAndDoublesNothing() throws Exception {
        table(
                "INCREMENTAL",
                visit(1, "あおば", "2026-10-01"),
                visit(2, "さくら", "2026-10-02"),
                visit(3, "ひかり", "2026-10-03"));
        configure("--die-after, '3'");
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.SOURCE_UNAVAILABLE);
        assertThat(company.findings()).contains("KEN-T04");

        configure("--verbose");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(held()).containsExactly("C1 2026-10-01", "C3 2026-10-02", "C5 2026-10-03");
        assertThat(company.rows("select key from landing.record where stream = 'helpdesk.visits' order by key"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void outage_goesOnWithTheStateOfTheLastGoodNight() throws Exception {
        company.run(SATURDAY);
        configure("--die-after, '0'");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).contains("KEN-T04", "KEN-J02");
        assertThat(Files.readString(company.home.logFile(company.report().run().id())))
                .contains("helpdesk: FATAL the server says 502 to ***")
                .doesNotContain("t0p-secret");

        configure("--verbose");
        table("INCREMENTAL", visit(2, "さくら", "2026-10-02"), visit(3, "ひかり", "2026-10-30"));
        assertThat(company.run(SUNDAY.plusDays(1))).isEqualTo(ExitCode.DONE);
        assertThat(held()).hasSize(3);
    }

    @Test
    void fullTable_noticesWhatIsGone() throws Exception {
        table("FULL_TABLE", visit(1, "あおば", "2026-10-01"), visit(2, "さくら", "2026-10-02"));
        company.run(SATURDAY);
        table("FULL_TABLE", visit(2, "さくら", "2026-10-02"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count(VISITS, "deleted")).isEqualTo(1);
        assertThat(held()).containsExactly("C3 2026-10-02");
    }

    @Test
    void fullTableThatBreaksOff_landsNothing() throws Exception {
        table("FULL_TABLE", visit(1, "あおば", "2026-10-01"), visit(2, "さくら", "2026-10-02"));
        company.run(SATURDAY);
        table("FULL_TABLE", visit(3, "ひかり", "2026-10-30"), visit(2, "さくら", "2026-10-02"));
        configure("--die-after, '1'");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(held()).containsExactly("C1 2026-10-01", "C3 2026-10-02");
    }

    @Test
    void renamedField_isAnOutageThatNamesIt() throws Exception {
        company.run(SATURDAY);
        company.change("system/visits.json", text -> text.replace("\"held\"", "\"held_at\""));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).contains("KEN-S21");
    }

    /** The last record fills a chunk; the state that follows it comes alone. */
    @Test
    void manyRecords_landChunkByChunkAndTheLastStateIsKept() throws Exception {
        table("", manyVisits(20_000));
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count(VISITS, "added")).isEqualTo(20_000);
        assertThat(cursor()).contains("2026-10-01/19999");
    }

    @Test
    void newVersionOfATable_replacesTheOldOne() throws Exception {
        say(Stream.of(record(1, 1), record(2, 1), "{'type':'STATE','value':{'lsn':7}}"));
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(cursor()).isEqualTo("{\"version\":1,\"state\":{\"lsn\":7}}");

        say(Stream.of(
                record(2, 2),
                "{'type':'STATE','value':{'lsn':9}}",
                "{'type':'ACTIVATE_VERSION','stream':'visits','version':2}"));
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count(VISITS, "deleted")).isEqualTo(1);
        assertThat(cursor()).isEqualTo("{\"version\":2,\"state\":{\"lsn\":9}}");
    }

    /** Only after a whole chunk does it show that the extract is incremental. */
    @Test
    void stateAtTheVeryEnd_losesNoRecord() throws Exception {
        say(Stream.concat(
                IntStream.range(0, 10_000).mapToObj(id -> record(id, 1)),
                Stream.of("{'type':'STATE','value':{'lsn':7}}")));
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count(VISITS, "added")).isEqualTo(10_000);
        assertThat(cursor()).contains("7");
    }

    @Test
    void terminatedNight_endsItsTap() throws Exception {
        table("FULL_TABLE", manyVisits(12_000));
        configure("--endless, ''");
        try (Child child = Child.run(company.directory, company.home.directory(), SATURDAY.toString())) {
            awaitFile(company.file("system/pid"));
            child.terminate();
            assertThat(child.exitCode()).as(child::said).isEqualTo(143);
        }
        long tap = Long.parseLong(Files.readString(company.file("system/pid")));
        assertThat(ProcessHandle.of(tap).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(company.findings()).isEmpty();

        configure("--verbose");
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.rows("select count(*) from landing.record where stream = 'helpdesk.visits'"))
                .containsExactly("12000");
    }

    private static String record(int id, int version) {
        return "{'type':'RECORD','stream':'visits','version':%d,'record':{'id':%d,'company':'あおば','held':'2026-10-01'}}"
                .formatted(version, id);
    }

    /** Lets the tap be one that just says this, whatever it is asked. */
    private void say(Stream<String> messages) throws IOException {
        Files.write(
                company.file("output"),
                messages.map(message -> message.replace('\'', '"')).toList());
        Files.writeString(company.file("config/sources/helpdesk.yaml"), """
                type: singer
                command: [sh, -c, cat output]
                catalog: none
                streams:
                  visits: { key: [id] }
                """);
    }

    private static void awaitFile(Path file) throws Exception {
        try (WatchService watch = file.getFileSystem().newWatchService()) {
            file.getParent().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(file)) {
                watch.take().reset();
            }
        }
    }

    private static String[] manyVisits(int number) {
        String[] visits = new String[number];
        for (int i = 0; i < number; i++) {
            visits[i] = visit(i, "あおば", "2026-10-01")
                    .replace("\"changed\":\"2026-10-01", "\"changed\":\"2026-10-01/%05d".formatted(i));
        }
        return visits;
    }

    private static String visit(int id, String name, String day) {
        return "{\"id\":%d,\"company\":\"%s\",\"held\":\"%s\",\"changed\":\"%s\"}".formatted(id, name, day, day);
    }

    private void table(String method, String... rows) throws IOException {
        Files.writeString(
                company.file("system/visits.json"),
                "{\"key\":[\"id\"],\"method\":\"%s\",\"rows\":[%s]}".formatted(method, String.join(",", rows)));
    }

    private void configure(String arguments) throws IOException {
        List<String> command = new ArrayList<>(ClassPath.java());
        command.add(ExampleTap.class.getName());
        String quoted = command.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
        Files.writeString(company.file("token"), "t0p-secret");
        Files.writeString(company.file("config/sources/helpdesk.yaml"), """
                type: singer
                command: [%s, %s]
                config: { folder: '%s', api_token: '${file:%s}', page: 5 }
                streams:
                  visits: {}
                on-outage: { use-last: 3d }
                """.formatted(
                quoted, arguments.isEmpty() ? "--verbose" : arguments, company.file("system"), company.file("token")));
    }

    private List<String> held() throws Exception {
        return company.rows("select account_id || ' ' || held_on from model.interaction order by all");
    }

    private String cursor() throws Exception {
        return company.rows("select cursor from landing.stream where stream = 'helpdesk.visits'")
                .get(0);
    }
}
