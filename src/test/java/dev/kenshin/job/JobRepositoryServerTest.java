package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Location;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobRepositoryServerTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/jobs, jdbc:postgresql://db:5432/jobs",
        "jdbc:postgresql://db/jobs?user=me&password=s3cret, jdbc:postgresql://db/jobs",
        "jdbc:sqlserver://db;user=me;password=s3cret, jdbc:sqlserver://db",
        "jdbc:mysql://me:s3cret@db/jobs, jdbc:mysql://db/jobs",
        "jdbc:mysql://me:s3/cret@db/jobs, jdbc:mysql://db/jobs",
        "jdbc:oracle:thin:me/s3cret@//db:1521/jobs, jdbc:oracle://db:1521/jobs",
        "jdbc:oracle:thin:me/s3cret@db:1521:jobs, jdbc:oracle:db:1521:jobs"
    })
    void address_isShownWithoutUserAndPassword(String url, String shown) {
        assertThat(server(url)).hasToString("JobRepositoryServer[" + shown + "]");
    }

    @Test
    @Threat(Danger.SECRET)
    void failureThatQuotesTheUrl_showsNoPassword() {
        String url = "jdbc:oracle:thin:me/s3cret@//db:1521/jobs";

        NightFailure failure = server(url).unusable(new IllegalStateException("no driver for " + url));

        assertThat(failure.problems().toString()).contains("//db:1521/jobs").doesNotContain("s3cret");
    }

    private static JobRepositoryServer server(String url) {
        return new JobRepositoryServer(url, Optional.empty(), Optional.empty(), new Location.Named("nightly"));
    }
}
