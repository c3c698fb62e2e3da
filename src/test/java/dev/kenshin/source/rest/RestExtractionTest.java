package dev.kenshin.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kenshin.source.Configured;
import dev.kenshin.source.http.Redaction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestExtractionTest {

    /** A mistake in the program, in whose words stands what it stumbled over. */
    @Test
    void unexpectedFailure_tellsWhereItHappened_withoutSecrets() {
        Throwable failure = RestExtraction.failure(
                Configured.stream("items", List.of(), Map.of()),
                new IllegalStateException("no s3cr3t-token", new IllegalArgumentException("s3cr3t-token")),
                new Redaction(List.of("s3cr3t-token")));
        StringWriter shown = new StringWriter();
        failure.printStackTrace(new PrintWriter(shown));
        assertThat(shown.toString())
                .contains("IllegalStateException: no ***", "IllegalArgumentException: ***")
                .contains("RestExtractionTest.unexpectedFailure")
                .doesNotContain("s3cr3t");
        assertThat(catchThrowable(() -> {
                    throw failure;
                }))
                .rootCause()
                .hasMessage("java.lang.IllegalArgumentException: ***");
    }
}
