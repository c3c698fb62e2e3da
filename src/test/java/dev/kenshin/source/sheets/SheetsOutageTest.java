package dev.kenshin.source.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.excel.Sheets;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Google refuses, tires, breaks off or does not answer. */
class SheetsOutageTest extends SheetsTest {
    private static final GoogleImitation.Fault QUOTA =
            GoogleImitation.error(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Read requests'");

    @BeforeEach
    void fill() {
        Sheets.row(sheet("回答"), 1, "番号");
        Sheets.row(google.spreadsheet(ID).getSheet("回答"), 2, 7);
    }

    @Test
    void usedUpQuota_isWaitedForAtGrowingIntervals() throws Exception {
        google.breakDown(QUOTA, QUOTA, QUOTA, GoogleImitation.none(), QUOTA);
        assertThat(fields()).containsExactly(Map.of("番号", 7L));
        assertThat(waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 1L);
    }

    @ParameterizedTest
    @CsvSource({
        "429, RESOURCE_EXHAUSTED",
        "403, rateLimitExceeded",
        "403, userRateLimitExceeded",
        "500, INTERNAL",
        "503, UNAVAILABLE",
        "502, x"
    })
    void whatTimeMends_isTriedAgain(int status, String reason) throws Exception {
        google.breakDown(GoogleImitation.error(status, reason, "not now"));
        assertThat(fields()).hasSize(1);
        assertThat(waits).hasSize(1);
    }

    @Test
    void quotaThatStaysUsedUp_endsAfterTwoMinutes() {
        google.breakDown(Collections.nCopies(20, QUOTA).toArray(GoogleImitation.Fault[]::new));
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo("KEN-G07");
        assertThat(problem.message().en()).contains("429").contains("Quota exceeded");
        assertThat(waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L);
    }

    @Test
    void waits_areNotAllTheSame() {
        google.breakDown(Collections.nCopies(20, QUOTA).toArray(GoogleImitation.Fault[]::new));
        problem();
        assertThat(waits).extracting(Duration::toMillisPart).doesNotContainSequence(List.of(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void streamsAfterAFailure_doNotWaitAgain() {
        google.breakDown(Collections.nCopies(20, QUOTA).toArray(GoogleImitation.Fault[]::new));
        StreamConfig first = stream("first");
        StreamConfig second = stream("second");
        SheetsSource source = source(first, second);
        assertThat(Extracts.problem(source, first)).isEqualTo(Extracts.problem(source, second));
        assertThat(google.requests()).hasSize(8);
    }

    @Test
    void longerWait_isKeptWhereGoogleAsksForIt() throws Exception {
        google.breakDown(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "30");
            QUOTA.answer(exchange);
        });
        assertThat(fields()).hasSize(1);
        assertThat(waits).extracting(Duration::toSeconds).containsExactly(30L);
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHENTICATED, KEN-G02",
        "403, ACCESS_TOKEN_SCOPE_INSUFFICIENT, KEN-G02",
        "403, PERMISSION_DENIED, KEN-G03",
        "403, SERVICE_DISABLED, KEN-G04",
        "404, NOT_FOUND, KEN-G05",
        "400, FAILED_PRECONDITION, KEN-G06",
        "400, INVALID_ARGUMENT, KEN-G11",
        "302, FOUND, KEN-G11"
    })
    void whatAPersonMustMend_isToldAtOnce(int status, String reason, String code) {
        google.breakDown(GoogleImitation.error(status, reason, "Because."));
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.location().toString()).contains("crm").contains(ID);
        assertThat(problem.fix().ja()).isNotBlank();
        assertThat(waits).isEmpty();
    }

    @Test
    void unknownId_isNamed() {
        StreamConfig stream = stream("answers");
        SheetsSource source = source(Map.of("spreadsheet", "1Wrong", "token", GoogleImitation.TOKEN), stream);
        assertThat(Extracts.problem(source, stream).message().ja()).contains("1Wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"properties\":{\"title\":\"su",
                "<html>Sign in to the Wi-Fi of this hotel</html>",
                "[]",
                "{\"sheets\":[{\"merges\":[]}]}"
            })
    void answersThatAreNone_areTriedAgainAndThenTold(String body) {
        google.breakDown(Collections.nCopies(4, GoogleImitation.raw(200, body)).toArray(GoogleImitation.Fault[]::new));
        assertThat(problem().code()).isEqualTo("KEN-G09");
        assertThat(waits).hasSize(3);
    }

    @Test
    void lessThanWasAskedFor_isNotTakenForEverything() {
        GoogleImitation.Fault nothing = GoogleImitation.raw(200, "{\"valueRanges\":[]}");
        google.breakDown(GoogleImitation.none(), nothing, nothing, nothing, nothing);
        assertThat(problem().code()).isEqualTo("KEN-G09");
    }

    @Test
    void answerThatBreaksOff_isReadAgain() throws Exception {
        google.breakDown(
                GoogleImitation.none(), GoogleImitation.cutOff("{\"valueRanges\":[{\"values\":[[\"番号\"],[8],[9]]}]}"));
        assertThat(fields()).containsExactly(Map.of("番号", 7L));
    }

    @Test
    void silence_isNotWaitedForForever() {
        CountDownLatch end = new CountDownLatch(1);
        GoogleImitation.Fault silence = exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        google.breakDown(silence, silence, silence, silence);
        StreamConfig stream = stream("answers");
        SheetsSource source = SheetsSource.open(
                Configured.source("sheets", Map.of("spreadsheet", ID, "root-url", google.url(), "token", "x"), stream),
                text -> text,
                waits::add,
                Duration.ofMillis(100));
        Problem problem = Extracts.problem(source, stream);
        end.countDown();
        assertThat(problem.code()).isEqualTo("KEN-G08");
        assertThat(problem.message().en()).contains("timed out");
    }

    @Test
    void nobodyThere_isTold() {
        StreamConfig stream = stream("answers");
        SheetsSource source = source(stream);
        google.close();
        Problem problem = Extracts.problem(source, stream);
        assertThat(problem.code()).isEqualTo("KEN-G08");
        assertThat(waits).hasSize(3);
    }

    @Test
    @Threat(Danger.SECRET)
    void token_isInNoMessage() {
        google.breakDown(
                GoogleImitation.error(401, "UNAUTHENTICATED", "The token " + GoogleImitation.TOKEN + " is not valid."));
        Problem problem = problem();
        assertThat(problem.toString()).doesNotContain(GoogleImitation.TOKEN).contains("***");
    }

    @Test
    void requestToEnd_endsTheWaiting() {
        google.breakDown(QUOTA);
        StreamConfig stream = stream("answers");
        SheetsSource source = SheetsSource.open(
                Configured.source("sheets", Map.of("spreadsheet", ID, "root-url", google.url(), "token", "x"), stream),
                text -> text,
                wait -> {
                    throw new InterruptedException();
                },
                Duration.ofSeconds(30));
        assertThat(Extracts.problem(source, stream).code()).isEqualTo("KEN-G07");
        assertThat(Thread.interrupted()).isTrue();
    }
}
