package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command, stopped between two dates or in the middle of one; the same command goes on. */
class KilledBackfillTest extends AfterFirstNight {
    /** The steps that build the model of the company. */
    private static final int BEFORE_THE_DATES = 7;

    private static Map<String, List<String>> undisturbed = Map.of();

    @BeforeAll
    static void runUndisturbed(@TempDir Path directory) throws Exception {
        TestCompany company = copyTo(directory.resolve("company"));
        try (Child child = start(company)) {
            assertThat(child.exitCode()).as(child::said).isZero();
        }
        undisturbed = WarehouseContent.of(company.home);
    }

    @Test
    void backfillThatIsTerminated_andThenKilled_saysSoAndGoesOnAtTheFirstMissingDate() throws Exception {
        try (Child child = start(company)) {
            assertThat(child.awaitSteps(BEFORE_THE_DATES + 1)).as(child::said).isTrue();
            child.terminate();
            assertThat(child.exitCode()).as(child::said).isEqualTo(143);
        }
        assertThat(company.report().state()).isEqualTo(RunState.STOPPED);

        try (Child child = start(company)) {
            assertThat(child.awaitSteps(BEFORE_THE_DATES + 2)).as(child::said).isTrue();
            child.kill();
        }
        assertThat(company.report()).matches(RunReport::killed);

        assertGoesOnToTheSameEnd();
    }

    @Test
    void killedForcedBackfill_doesNotBeginAnew() throws Exception {
        try (Child child = start(company, "--force")) {
            assertThat(child.awaitSteps(BEFORE_THE_DATES + 3)).as(child::said).isTrue();
            child.kill();
        }
        try (Child child = start(company, "--force")) {
            assertThat(child.exitCode()).as(child::said).isZero();
        }
        assertThat(dates()).isNotEmpty().hasSizeLessThanOrEqualTo(10).contains("2026-10-31");
        assertThat(company.rows("select count(*) from score.backfill where unfinished"))
                .containsExactly("0");
    }

    private void assertGoesOnToTheSameEnd() throws Exception {
        try (Child child = start(company)) {
            assertThat(child.exitCode()).as(child::said).isZero();
        }
        assertThat(dates()).as("dates of the second run").hasSizeLessThan(12);
        Map<String, List<String>> content = WarehouseContent.of(company.home);
        undisturbed.forEach(
                (table, rows) -> assertThat(content.get(table)).as(table).isEqualTo(rows));
    }

    private List<String> dates() throws IOException {
        return new RunReports(company.home)
                .last(1).get(0).steps().stream()
                        .map(StepReport::name)
                        .filter(step -> step.startsWith("20"))
                        .toList();
    }

    private static Child start(TestCompany company, String... further) throws IOException {
        List<String> options = new ArrayList<>(List.of("--from=2025-10-31", "--to=2026-10-31", "--every=month"));
        options.addAll(List.of(further));
        return Child.start("backfill", company.directory, company.home.directory(), options);
    }
}
