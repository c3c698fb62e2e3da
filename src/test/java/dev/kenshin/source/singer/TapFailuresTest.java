package dev.kenshin.source.singer;

import static dev.kenshin.source.singer.Shell.row;
import static dev.kenshin.source.singer.Shell.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TapFailuresTest {
    @TempDir
    Path base;

    @Test
    void exitCode_failsWithTheLastWords() throws Exception {
        Problem problem = problem(say(row(1)), "echo one >&2; echo 'HTTP 502' >&2; exit 3");
        assertThat(problem.code()).isEqualTo("KEN-T04");
        assertThat(problem.message().en()).contains("exit code 3").contains("one / HTTP 502");
    }

    @Test
    void killedTap_fails() throws Exception {
        Problem problem = problem(say(row(1)), "kill -9 $$");
        assertThat(problem.code()).isEqualTo("KEN-T04");
        assertThat(problem.message().ja()).contains("137");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo Starting | Starting",
                "echo '[1]' | [1]",
                "echo '{\"type\":\"RECORD\",\"stream\":\"tickets\"}' | RECORD",
                "echo '{\"type\":\"RECORD\",\"stre' | stre",
                "printf '{\"type\":\"STATE\",\"value\":1}' | within a line",
                "printf '\\377\\n' | UTF-8",
            })
    void whatIsNoSinger_isRefused(String script, String shown) throws Exception {
        Problem problem = problem(say(row(1)), script);
        assertThat(problem.code()).isEqualTo("KEN-T06");
        assertThat(problem.message().en()).contains(shown);
    }

    @Test
    void tapThatDiesWithinALine_isToldByItsExitCode() throws Exception {
        assertThat(problem("printf '{\"type\":'", "exit 9").code()).isEqualTo("KEN-T04");
    }

    @Test
    void silentTap_isEndedWithAllThatItStarted() throws Exception {
        SingerSource source = Shell.tap(base, say(row(1)), "sleep 1000 & echo $! > sleeper; echo waiting >&2; wait")
                .open()
                .withSilence(Duration.ofSeconds(1));
        Problem problem = Extracts.problem(source, Shell.TICKETS);
        assertThat(problem.code()).isEqualTo("KEN-T05");
        assertThat(problem.message().en()).contains("waiting");
        long sleeper = Long.parseLong(Files.readString(base.resolve("sleeper")).strip());
        assertThat(ProcessHandle.of(sleeper).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void closedExtraction_endsTheTap() throws Exception {
        SingerSource source = Shell.tap(base, "echo $$ > pid; while :; do " + say(row(1)) + "; done")
                .open();
        try (Extraction extraction = source.extract(Shell.TICKETS, Optional.empty())) {
            assertThat(extraction.next()).isNotNull();
        }
        long tap = Long.parseLong(Files.readString(base.resolve("pid")).strip());
        assertThat(ProcessHandle.of(tap).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    @Threat(Danger.SECRET)
    void secrets_areBlottedOut() throws Exception {
        Shell shell = Shell.tap(base, "cat \"$2\" >&2; cat \"$2\"; exit 1")
                .with("config", Map.of("api_token", "${TOKEN}", "url", "https://x/?t=${TOKEN}", "start", "2025"));
        Problem problem = Extracts.problem(shell.open(), Shell.TICKETS);
        assertThat(problem.toString()).contains("2025").contains("***").doesNotContain("s3cr3t");
    }

    @Test
    @Threat(Danger.SECRET)
    void secretsThatATapEncodes_areBlottedOutToo() throws Exception {
        String script = "printf 'me:' > key; sed 's/.*\"api_token\":\"//; s/\".*//' \"$2\" | tr -d '\\n' >> key;"
                + " base64 key >&2; echo 'https://x/?q=s3cr%25' >&2; exit 1";
        Shell shell = Shell.tap(base, script).with("config", Map.of("api_token", "${TOKEN}"));
        assertThat(Extracts.problem(shell.open(), Shell.TICKETS).toString()).contains("***");
    }

    @Test
    @Threat(Danger.SECRET)
    void secretWithinALongLine_isNotCutInHalf() {
        Map<String, Object> config = Map.of("t", "${TOKEN}");
        Shell failing = Shell.tap(base, "printf '%0290d' 0 >&2; cat \"$2\" >&2; exit 1");
        assertThat(Extracts.problem(failing.with("config", config).open(), Shell.TICKETS)
                        .toString())
                .contains("{\"t\":\"***")
                .doesNotContain("s3c");
        Shell talking = Shell.tap(base, "printf '%0190d' 0; cat \"$2\"; echo");
        assertThat(Extracts.problem(talking.with("config", config).open(), Shell.TICKETS)
                        .toString())
                .contains("{\"t\":\"***")
                .doesNotContain("s3c");
    }

    @Test
    @Threat(Danger.SECRET)
    void environment_isNotInherited() throws Exception {
        String script = "printf '{\"type\":\"RECORD\",\"stream\":\"tickets\",\"record\":{\"names\":\"%s\"}}\\n'"
                + " \"$(env | sed 's/=.*//' | sort | tr '\\n' ' ')\"";
        List<SourceRecord> records = Extracts.records(Shell.tap(base, script).open(), Shell.TICKETS);
        assertThat(records.get(0).fields().get("names").toString().split(" "))
                .contains("PATH")
                .isSubsetOf("PATH", "HOME", "PWD", "OLDPWD", "SHLVL", "_");
    }

    @Test
    void programThatDoesNotExist_isNamed() {
        Problem problem = Extracts.problem(
                SingerSource.open(
                        Configured.source("singer", Map.of("command", List.of("taps/none")), Shell.TICKETS),
                        base,
                        text -> text),
                Shell.TICKETS);
        assertThat(problem.code()).isEqualTo("KEN-T01");
        assertThat(problem.message().en()).contains(base.resolve("taps/none").toString());
    }

    @Test
    void outputThatIsNoCatalog_isShown() throws Exception {
        Problem problem = Extracts.problem(
                Shell.tap(base, "echo usage: tap").with("catalog", "discover").open(), Shell.TICKETS);
        assertThat(problem.code()).isEqualTo("KEN-T02");
        assertThat(problem.message().en()).contains("usage: tap");
    }

    @Test
    void streamThatATapWithoutCatalogNeverGives_isMissed() {
        StreamConfig other = Configured.stream("ticket", List.of(), Map.of());
        Problem problem = Extracts.problem(Shell.tap(base, say(row(1))).open(other), other);
        assertThat(problem.code()).isEqualTo("KEN-T03");
        assertThat(problem.fix().en()).contains("tickets");
    }

    @Test
    void mistakesOfTheConfiguration_areAllReported() {
        Shell shell = Shell.tap(base, "")
                .with("catalog", "guess")
                .with("timeout", "long")
                .with("config", Map.of("login", Map.of("client_secret", "abc")));
        assertThatThrownBy(shell::open)
                .isInstanceOfSatisfying(ConfigException.class, mistakes -> assertThat(mistakes.problems())
                        .extracting(Problem::code)
                        .containsExactlyInAnyOrder("KEN-S03", "KEN-S03", "KEN-T10"));
    }

    private Problem problem(String... script) {
        return Extracts.problem(Shell.tap(base, script).open(), Shell.TICKETS);
    }
}
