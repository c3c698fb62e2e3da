package dev.kenshin.source.rest.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some six hundred templates of the kinds that manifests use, each with the value that Python's Jinja gives it: as JSON,
 * {@code !} for an error, {@code ?} where something is asked of a value that is undefined.
 */
class EvaluationsTest {
    private static final String BETWEEN = "  =>  ";

    @ParameterizedTest
    @MethodSource("evaluations")
    void template_hasTheValueThatPythonGivesIt(String line) throws Exception {
        String template = line.substring(0, line.indexOf(BETWEEN));
        String expected = line.substring(line.indexOf(BETWEEN) + BETWEEN.length());
        if (expected.equals("!")) {
            assertThatThrownBy(() -> Template.of(template).value(Given.scope())).isInstanceOf(TemplateProblem.class);
        } else if (expected.equals("?")) {
            assertThat(Template.of(template).value(Given.scope())).isNull();
            assertThat(Template.of(template).text(Given.scope())).isEmpty();
        } else {
            assertThat(Given.JSON.readTree(
                            Given.JSON.writeValueAsString(Template.of(template).value(Given.scope()))))
                    .isEqualTo(Given.JSON.readTree(expected));
        }
    }

    static Stream<String> evaluations() throws IOException, URISyntaxException {
        Path table =
                Path.of(EvaluationsTest.class.getResource("evaluations.txt").toURI());
        return Files.readAllLines(table).stream().filter(line -> line.contains(BETWEEN));
    }
}
