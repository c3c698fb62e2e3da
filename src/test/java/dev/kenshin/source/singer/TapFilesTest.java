package dev.kenshin.source.singer;

import static dev.kenshin.source.singer.Shell.row;
import static dev.kenshin.source.singer.Shell.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.Extraction;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapFilesTest {
    /** Gives its config as the record, and then makes it version after version. */
    private static final String ROTATING = "printf '{\"type\":\"RECORD\",\"stream\":\"tickets\",\"record\":%s}\\n'"
            + " \"$(cat \"$2\")\"; sed -i.bak 's/\"refresh_token\":\"\\([^\"]*\\)\"/\"refresh_token\":\"\\1+\"/' \"$2\"";

    @TempDir
    Path base;

    @Test
    @Threat({Danger.SECRET, Danger.FILE})
    void files_areTheOwnersAloneAndGoWithTheTap() throws Exception {
        String script = "ls -ld data/taps/crm data/taps/crm/*.json | cut -c1-10 > modes; " + say(row(1));
        Extracts.all(Shell.tap(base, script).with("config", Map.of("a", 5)).open(), Shell.TICKETS);
        assertThat(Files.readAllLines(base.resolve("modes"))).containsExactlyInAnyOrder("drwx------", "-rw-------");
        assertThat(left()).containsExactly("lock");
    }

    @Test
    void configThatTheTapRewrote_isGivenBackToIt() throws Exception {
        assertThat(token("r1")).isEqualTo("r1");
        assertThat(token("r1")).isEqualTo("r1+");
        assertThat(token("r1")).isEqualTo("r1++");
    }

    @Test
    void changedConfiguration_makesRewrittenConfigVoid() throws Exception {
        token("r1");
        assertThat(token("fresh")).isEqualTo("fresh");
        assertThat(token("fresh")).isEqualTo("fresh+");
    }

    @Test
    void configOfATapThatFailed_isKept() throws Exception {
        Extracts.problem(rotating("r1", ROTATING + "; exit 1"), Shell.TICKETS);
        assertThat(token("r1")).isEqualTo("r1+");
    }

    @Test
    void configThatTheTapDestroyed_isGivenAgain() throws Exception {
        token("r1");
        Extracts.all(rotating("r1", "echo '{' > \"$2\""), Shell.TICKETS);
        assertThat(token("r1")).isEqualTo("r1+");
    }

    @Test
    @Threat(Danger.SECRET)
    void newToken_isBlottedOutToo() throws Exception {
        String script = ROTATING + "; cat \"$2\" >&2; exit 1";
        assertThat(Extracts.problem(rotating("first-token", script), Shell.TICKETS)
                        .toString())
                .contains("***")
                .doesNotContain("first-token");
    }

    @Test
    void secondRun_doesNotTouchTheFilesOfTheFirst() throws Exception {
        Shell shell = Shell.tap(base, say(row(1)));
        try (Extraction first = shell.open().extract(Shell.TICKETS, Optional.empty())) {
            assertThat(Extracts.problem(shell.open(), Shell.TICKETS).code()).isEqualTo("KEN-T09");
            assertThat(Extracts.rest(first)).hasSize(1);
        }
    }

    private String token(String configured) throws Exception {
        SourceRecord record =
                Extracts.records(rotating(configured, ROTATING), Shell.TICKETS).get(0);
        return String.valueOf(record.fields().get("refresh_token"));
    }

    private SingerSource rotating(String token, String script) {
        return Shell.tap(base, script)
                .with("config", Map.of("refresh_token", "${FIRST}", "page", 5))
                .open(Shell.TICKETS, text -> text.replace("${FIRST}", token));
    }

    private Stream<String> left() throws IOException {
        try (Stream<Path> files = Files.list(base.resolve("data/taps/crm"))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
