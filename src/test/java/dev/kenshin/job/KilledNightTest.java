package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.ops.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real command, stopped in the middle: what it says then, and what the next one does. {@code CrashTest} stops it at many
 * moments and in more ways.
 */
class KilledNightTest {
    private static final String SATURDAY = TestCompany.SATURDAY.toString();

    @TempDir
    static Path shared;

    private static TestCompany company;
    private static Home undisturbed;
    private static Map<String, List<String>> content;
    private static Map<String, byte[]> exports;

    @TempDir
    Path directory;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        company = TestCompany.in(shared);
        company.change("jobs/nightly.yaml", text -> text.replace("[tables]", "[tables, mart]"));
        undisturbed = new Home(shared.resolve("undisturbed"));
        try (Child child = start(undisturbed)) {
            assertThat(child.exitCode()).as(child::said).isZero();
        }
        content = WarehouseContent.of(undisturbed);
        exports = exports(undisturbed);
    }

    @Test
    void nightThatIsTerminated_andThenKilled_saysSoAndGoesOnAsTheSameRevision() throws Exception {
        Home home = new Home(directory.resolve("home"));
        try (Child child = start(home)) {
            assertThat(child.awaitSteps(3)).isTrue();
            child.terminate();
            assertThat(child.exitCode()).isEqualTo(143);
        }
        assertThat(lastReport(home).state()).isEqualTo(RunState.STOPPED);
        assertThat(lastReport(home).exitCode()).isEqualTo(143);
        assertThat(lastReport(home).findings()).isEmpty();
        killAfter(11, home);
        assertThat(lastReport(home)).matches(RunReport::killed);
        assertEndsAsIfUndisturbed(home);
    }

    @Test
    void unavailableSource_showsProblemsAndNoStackTraces() throws Exception {
        TestCompany poor = company.copyTo(directory.resolve("poor"));
        Files.delete(poor.file("files/contracts.csv"));
        try (Child child = Child.run(poor.directory, poor.home.directory(), SATURDAY)) {
            assertThat(child.exitCode()).isEqualTo(69);
            assertThat(child.said().lines()).allMatch(line -> line.startsWith("["), "is a step's line");
        }
    }

    private static Child start(Home home) throws IOException {
        return Child.run(company.directory, home.directory(), SATURDAY);
    }

    private static void killAfter(int steps, Home home) throws Exception {
        try (Child child = start(home)) {
            assertThat(child.awaitSteps(steps)).as(child::said).isTrue();
            child.kill();
        }
    }

    private static void assertEndsAsIfUndisturbed(Home home) throws Exception {
        try (Child child = start(home)) {
            assertThat(child.exitCode()).as(child::said).isZero();
        }
        assertThat(lastReport(home).run().revision()).isEqualTo(1);
        assertThat(lastReport(home).steps()).hasSize(lastReport(home).stepsInAll());
        Map<String, List<String>> after = WarehouseContent.of(home);
        assertThat(after.keySet()).isEqualTo(content.keySet());
        after.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(content.get(table)));
        exports(home).forEach((file, bytes) -> assertThat(bytes).as(file).isEqualTo(exports.get(file)));
        assertThat(exports(home)).hasSameSizeAs(exports);
    }

    private static Map<String, byte[]> exports(Home home) throws IOException {
        return Tree.contents(home.exports().resolve("latest"));
    }

    private static RunReport lastReport(Home home) throws IOException {
        return new RunReports(home).last(1).get(0);
    }
}
