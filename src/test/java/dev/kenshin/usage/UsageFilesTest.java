package dev.kenshin.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Secrets;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageFilesTest extends FileUsageTesting {
    @ParameterizedTest
    @ValueSource(
            strings = {"../secret.csv", "events/../../*.csv", "/etc/passwd", "/etc/*", "events/*/../../../x.csv", "a\0b"
            })
    @Threat(Danger.FILE)
    void pathThatLeadsOut_isRefused(String path) {
        assertThat(problems(Map.of("path", path))).extracting(Problem::code).containsExactly("KEN-U06");
    }

    @Test
    @Threat(Danger.FILE)
    void symbolicLinkThatLeadsOut_isRefused() throws Exception {
        Path elsewhere = Files.createTempDirectory("elsewhere");
        Path secret =
                Files.writeString(elsewhere.resolve("secret.csv"), HEADER + "t1,u1,2026-10-31 10:00:00,login,1\n");
        Files.createSymbolicLink(base.resolve("events/link.csv"), secret);
        assertThat(problem("csv", "*.csv").code()).isEqualTo("KEN-U06");
        Files.delete(secret);
        Files.delete(elsewhere);
    }

    @Test
    void root_permitsAnotherDirectory_butOnlyAnAbsoluteOne() {
        String root = base.resolve("events").toString();
        assertThat(problems(Map.of("path", "*.csv", "root", root))).isEmpty();
        assertThat(problems(Map.of("path", root + "/a.csv", "root", root))).isEmpty();
        assertThat(problems(Map.of("path", "../a.csv", "root", root))).hasSize(1);
        assertThat(problems(Map.of("path", "*.csv", "root", "events"))).hasSize(1);
    }

    @Test
    @Threat({Danger.DATABASE_URL, Danger.LISTENING})
    void urlThatRunsAScript_isRefused() {
        UsageConfig usage = UsageTesting.config("jdbc", Map.of("url", "jdbc:h2:mem:x;I\\NIT=RUNSCRIPT FROM 'x'"));
        assertThat(checked(usage)).extracting(Problem::code).containsExactly("KEN-C33");
    }

    private List<Problem> problems(Map<String, String> options) {
        return checked(UsageTesting.config("csv", options));
    }

    private List<Problem> checked(UsageConfig usage) {
        Problems problems = new Problems();
        UsageStage.check(usage, base, new Secrets(Map.of()), problems);
        return problems.all();
    }
}
