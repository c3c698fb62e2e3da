package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.JobConfig.PublishConfig;
import dev.kenshin.config.Secrets;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationsTest {
    private static final Path HOME = Path.of("/home/kenshin/data");

    private final Problems problems = new Problems();

    @Test
    void formsWithoutOptions_haveTheirDefaults() {
        assertThat(compile(config("tables"), config("workbook"), config("mart")))
                .containsExactly(
                        new Publication.Tables(TableCharset.UTF_8),
                        new Publication.Workbook(Language.JA),
                        new Publication.Mart(MartDatabase.in(HOME)));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void options_areTaken() {
        assertThat(compile(
                        config("tables", "charset", "Windows-31J"),
                        config("workbook", "language", "en"),
                        config("mart", "url", "jdbc:postgresql://db/kenshin", "user", "bi", "password", "secret")))
                .containsExactly(
                        new Publication.Tables(TableCharset.WINDOWS_31J),
                        new Publication.Workbook(Language.EN),
                        new Publication.Mart(new MartDatabase(
                                "jdbc:postgresql://db/kenshin", Optional.of("bi"), Optional.of("secret"))));
    }

    @Test
    void secrets_areLookedUp() {
        assertThat(compile(config(
                        "mart", "url", "jdbc:postgresql://db/kenshin", "user", "bi", "password", "${MART_PASSWORD}")))
                .containsExactly(new Publication.Mart(
                        new MartDatabase("jdbc:postgresql://db/kenshin", Optional.of("bi"), Optional.of("hush"))));
    }

    @Test
    void missingSecret_isReportedAtItsPlace() {
        compile(config("mart", "url", "jdbc:postgresql://db/kenshin", "password", "${NOWHERE}"));

        assertThat(problems.all()).extracting(Problem::code).containsExactly("KEN-C31");
    }

    @Test
    void everyMistake_isReportedAtItsPlace() {
        List<Publication> publications = compile(
                config("tables", "charset", "ebcdic"),
                config("workbook", "language", "fr", "color", "red"),
                config("mart", "url", "jdbc:oracle:thin:@x"),
                config("sheets"),
                config("tables"));

        assertThat(publications).isEmpty();
        assertThat(problems.all())
                .extracting(Problem::code)
                .containsExactly("KEN-X03", "KEN-X02", "KEN-X04", "KEN-X05", "KEN-X01", "KEN-X06");
        assertThat(problems.all().get(0).in(Language.EN))
                .isEqualTo("charset KEN-X03 unknown charset 'ebcdic'. Use 'utf-8' or 'windows-31j'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://host/mart",
                "jdbc:h2:./mart;INIT=RUNSCRIPT FROM 'x.sql'",
                "jdbc:h2:./mart;AUTO_SERVER=TRUE",
                "mart"
            })
    @Threat({Danger.DATABASE_URL, Danger.LISTENING})
    void url_thatOpensMoreThanADatabase_isRefused(String url) {
        compile(config("mart", "url", url));
        assertThat(problems.all()).extracting(Problem::code).containsExactly("KEN-X05");
    }

    @Test
    @Threat(Danger.SECRET)
    void passwords_areNeverShown() {
        compile(config("mart", "url", "jdbc:mysql://me:secret@db/x?password=secret"));
        assertThat(problems.all().get(0).in(Language.EN)).doesNotContain("secret");
        assertThat(new MartDatabase("jdbc:h2:mem:x", Optional.of("me"), Optional.of("secret")))
                .asString()
                .doesNotContain("secret");
    }

    private List<Publication> compile(PublishConfig... configs) {
        return Publications.compile(List.of(configs), HOME, new Secrets(Map.of("MART_PASSWORD", "hush")), problems);
    }

    private static PublishConfig config(String format, String... options) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        Map<String, Location> keys = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            Location at = new Location.Named(options[i]);
            entries.put(options[i], new Yaml.Scalar(options[i + 1], options[i + 1], at));
            keys.put(options[i], at);
        }
        Location at = new Location.Named(format);
        return new PublishConfig(format, new Yaml.Mapping(entries, keys, at), at);
    }
}
