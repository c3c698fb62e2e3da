package dev.kenshin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final Location AT = new Location.InText("config/sources/crm.yaml", 3, 11);
    private final Secrets secrets = new Secrets(Map.of("HOST", "db", "PASSWORD", "can$ary\\1"));

    @TempDir
    Path folder;

    @Test
    void variables_areReplacedWhereverTheyStand() {
        assertThat(secrets.resolve(scalar("jdbc:postgresql://${HOST}/x?password=${PASSWORD}")))
                .isEqualTo("jdbc:postgresql://db/x?password=can$ary\\1");
    }

    @Test
    void textThatNamesNothing_staysAsItIs() {
        assertThat(secrets.resolve(scalar("$5 {a}"))).isEqualTo("$5 {a}");
    }

    @Test
    void file_isReadWithoutItsLastLineBreak() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "canary\n");
        assertThat(secrets.resolve(scalar("${file:" + file + "}"))).isEqualTo("canary");
    }

    @Test
    @Threat(Danger.SECRET)
    void missingVariable_isNamed_andNoValueIsTold() {
        assertThatThrownBy(() -> secrets.resolve(scalar("${PASSWORD}:${NOBODY}")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("config/sources/crm.yaml:3:11 KEN-C31 The environment variable 'NOBODY' is not set."
                        + " Set it before the run.")
                .hasNoCause();
    }

    @Test
    void check_findsEverythingMissingInATree() {
        Problems problems = new Problems();
        Yaml list = new Yaml.Sequence(List.of(scalar("${A}"), scalar("${file:/no/such/file}"), scalar("${HOST}")), AT);
        secrets.check(new Yaml.Mapping(Map.of("x", list), Map.of("x", AT), AT), problems);
        assertThat(problems.all()).extracting(Problem::code).containsExactly("KEN-C31", "KEN-C32");
    }

    @Test
    @Threat(Danger.SECRET)
    void toString_showsNoValue() {
        assertThat(secrets.toString()).doesNotContain("can").doesNotContain("db");
    }

    private static Yaml scalar(String text) {
        return new Yaml.Scalar(text, text, AT);
    }
}
