package dev.kenshin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kenshin.config.Expectation.Reaction;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits in each form that they may be written in. */
class LimitsReaderTest {
    @TempDir
    Path directory;

    private final Problems problems = new Problems();

    @Test
    void withoutAWord_defaultsHold() throws Exception {
        GateConfig gates = gates("");
        assertThat(gates.quarantine()).isEqualTo(Limits.of(0.05, 0.5));
        assertThat(gates.orphans()).isEqualTo(Limits.of(0.2, 0.5));
        assertThat(gates.meanHealth()).isEqualTo(Limits.of(3, 10));
        assertThat(gates.minimum()).isEqualTo(20);
        assertThat(expect("{ volume-change: 30% }").age()).isEqualTo(Limits.NONE);
        assertThat(expect("{ freshness-column: d }").age()).isEqualTo(Limits.of(26, 50));
        assertThat(usage().age()).isEqualTo(Limits.of(26, 50));
    }

    @Test
    void oneValue_meansWhatItAlwaysMeant() throws Exception {
        assertThat(expect("{ freshness: 26h }").age()).isEqualTo(Limits.of(26, 50));
        assertThat(expect("{ freshness: 4d, freshness-column: d }").age()).isEqualTo(Limits.of(96, 120));
        assertThat(expect("{ volume-change: 30% }").volumeChange()).isEqualTo(Limits.blockingAbove(0.3));
        assertThat(gates("quarantine-limit: 50%").quarantine()).isEqualTo(Limits.of(0.5, 1));
    }

    @Test
    void bothValues_countAsWritten() throws Exception {
        assertThat(expect("{ freshness: { warn: 20h, block: 3d } }").age()).isEqualTo(Limits.of(20, 72));
        assertThat(expect("{ volume-change: { warn: 20%, block: 0.5 } }").volumeChange())
                .isEqualTo(Limits.of(0.2, 0.5));
        assertThat(expect("{ duplicates: { warn: 2%, block: 30% }, schema: warn }"))
                .satisfies(expect -> assertThat(expect.duplicates()).isEqualTo(Limits.of(0.02, 0.3)))
                .satisfies(expect -> assertThat(expect.schema()).isEqualTo(Reaction.WARN));
        assertThat(gates("quarantine-limit: { warn: 1%, block: 20% }").quarantine())
                .isEqualTo(Limits.of(0.01, 0.2));
    }

    @Test
    void oneOfTwo_keepsTheOtherDefault_asFarAsItDoesNotContradict() throws Exception {
        assertThat(expect("{ freshness: { warn: 4d } }").age()).isEqualTo(Limits.of(96, 120));
        assertThat(expect("{ freshness: { block: 20h }, freshness-column: d }").age())
                .isEqualTo(Limits.of(20, 20));
        assertThat(expect("{ volume-change: { warn: 20% } }").volumeChange()).isEqualTo(Limits.warningAbove(0.2));
        assertThat(gates("gates: { orphans: { warn: 60% } }").orphans()).isEqualTo(Limits.of(0.6, 0.6));
    }

    @Test
    void never_isNever() throws Exception {
        assertThat(expect("{ freshness: never, freshness-column: d }").age()).isEqualTo(Limits.NONE);
        assertThat(expect("{ freshness: { block: never }, freshness-column: d }")
                        .age())
                .isEqualTo(Limits.warningAbove(26));
        assertThat(gates("gates: { mean-health: { warn: never, block: 12.5 }, level-changes: never, minimum: 5 }"))
                .satisfies(gates -> assertThat(gates.meanHealth())
                        .isEqualTo(new Limits(OptionalDouble.empty(), OptionalDouble.of(12.5))))
                .satisfies(gates -> assertThat(gates.levelChanges()).isEqualTo(Limits.NONE))
                .satisfies(gates -> assertThat(gates.minimum()).isEqualTo(5));
    }

    @Test
    void limitsThatContradictEachOther_areReported() throws Exception {
        gates("gates: { orphans: { warn: 60%, block: 50% } }");
        assertThat(problems.all())
                .extracting(Problem::code, problem -> problem.message().en())
                .contains(tuple("KEN-Q20", "The limit 'block: 50%' is below 'warn: 60%'."));
    }

    @Test
    void whatIsNoLimit_isReported() throws Exception {
        gates("gates: { orphans: often, minimum: 0, mean-health: { warn: 5% } }");
        expect("{ freshness: soon, volume-change: { warm: 5% }, schema: maybe }");
        assertThat(problems.all())
                .extracting(Problem::code)
                .contains("KEN-C05", "KEN-C08", "KEN-C09", "KEN-C11")
                .doesNotContain("KEN-Q20");
    }

    private GateConfig gates(String line) throws Exception {
        write("jobs/nightly.yaml", "sources: [crm]\nscorecards: [none]\npublish: [tables]\n" + line + "\n");
        return Objects.requireNonNull(read().jobs().get("nightly")).gates();
    }

    private Expectation expect(String expect) throws Exception {
        write("config/sources/crm.yaml", "type: csv\nstreams: { a: { path: a.csv } }\nexpect: " + expect + "\n");
        return Objects.requireNonNull(read().sources().get("crm")).expect();
    }

    private Expectation usage() throws Exception {
        write("config/usage/product.yaml", """
                type: csv
                path: '*.csv'
                account: { by: name, from: a }
                user: u
                time: t
                event: e
                """);
        return Objects.requireNonNull(read().usage().get("product")).expect();
    }

    private Configuration read() {
        return ConfigurationReader.read(directory.resolve("config"), directory.resolve("jobs"), Set.of(), problems);
    }

    private void write(String name, String text) throws Exception {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createDirectories(directory.resolve("jobs"));
        Files.createDirectories(directory.resolve("config"));
        Files.writeString(file, text);
    }
}
