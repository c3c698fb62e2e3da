package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunState;
import dev.kenshin.source.rest.Api;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One more source: an API that a manifest describes, which each night is asked for what changed, month by month. */
class RestNightTest {
    private static final List<String> MONTHS = List.of("2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01");
    private static final String LANDED = "select count(*) || ' ' || count(distinct key) from landing.record"
            + " where stream = 'helpdesk.visits' and superseded_at is null";

    private final List<String> visits = new ArrayList<>();
    private final AtomicBoolean limited = new AtomicBoolean();
    private TestCompany company;
    private Api api;

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws Exception {
        company = TestCompany.in(directory.resolve("company"));
        visits.add("{\"id\": 1, \"company\": {\"name\": \"あおば\"}, \"day\": \"2020-01-05\"}");
        visits.add("{\"id\": 2, \"company\": {\"name\": \"さくら\"}, \"day\": \"2020-03-09\"}");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void eachNight_landsMapsAndScoresWhatIsNew() throws Exception {
        start(this::answer);
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count("land helpdesk.visits", "added")).isEqualTo(2);
        assertThat(api.queries("since")).containsExactlyElementsOf(MONTHS);

        visits.add("{\"id\": 3, \"company\": {\"name\": \"ひかり\"}, \"day\": \"2020-04-02\"}");
        api.calls().clear();
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count("land helpdesk.visits", "added")).isEqualTo(1);
        assertThat(api.queries("since")).containsExactly("2020-03-09", "2020-04-09");
        assertThat(company.rows("select account_id || ' ' || held_on from model.interaction order by all"))
                .containsExactly("C1 2020-01-05", "C3 2020-03-09", "C5 2020-04-02");
        assertThat(company.published("account_health")).isNotEmpty();
    }

    @Test
    void spentRateLimit_isAWarning_andTheNextNightGoesOn() throws Exception {
        start(call -> limited.get() && !call.query().get("since").equals(MONTHS.get(0))
                ? Answer.of(429, "{}").with("Retry-After", "3600")
                : answer(call));
        limited.set(true);
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).containsExactly("KEN-R30");
        assertThat(company.rows("select held_on from model.interaction")).hasSize(1);

        limited.set(false);
        api.calls().clear();
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(api.queries("since")).startsWith(MONTHS.get(1));
        assertThat(company.rows("select held_on from model.interaction")).hasSize(2);
    }

    @Test
    void streamThatCannotBeRead_isSkipped_andTheOthersLand() throws Exception {
        start(this::answer);
        company.append("config/sources/helpdesk.yaml", "  odd: { key: [id] }\n");
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).containsExactly("KEN-R04");
        assertThat(company.count("land helpdesk.visits", "added")).isEqualTo(2);
    }

    @Test
    void streams_areReadSideBySide_upToTheSourcesLimit() throws Exception {
        CountDownLatch threeAtOnce = new CountDownLatch(3);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        start(call -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            threeAtOnce.countDown();
            await(threeAtOnce);
            now.decrementAndGet();
            return answer(call);
        });
        for (String other : List.of("b", "c", "d", "e")) {
            company.append("config/sources/helpdesk.yaml", "  " + other + ": { stream: visits }\n");
        }
        company.change("config/sources/helpdesk.yaml", text -> "concurrency: 3\n" + text);
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(most).hasValue(3);
        assertThat(company.rows("select count(*) from landing.record where stream like 'helpdesk.%'"))
                .containsExactly("10");
    }

    @Test
    void refusedCall_isAnOutage_andTheLastDataStay() throws Exception {
        AtomicBoolean refusing = new AtomicBoolean();
        start(call -> refusing.get() ? Answer.of(401, "{\"error\": \"expired\"}") : answer(call));
        company.change("config/sources/helpdesk.yaml", text -> "on-outage: { use-last: 3d }\n" + text);
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        refusing.set(true);
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.rows("select held_on from model.interaction")).hasSize(2);
    }

    @Test
    void killedBetweenPages_goesOnWithoutLossOrDoubles() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        start(call -> {
            if (call.query().get("since").equals(MONTHS.get(3)) && reached.getCount() > 0) {
                reached.countDown();
                await(killed);
            }
            return many(MONTHS.indexOf(call.query().get("since")));
        });
        try (Child child = run()) {
            reached.await();
            child.kill();
            killed.countDown();
        }
        api.calls().clear();
        try (Child child = run()) {
            assertThat(child.exitCode()).as(child::said).isZero();
        }
        assertThat(api.queries("since").get(0)).isGreaterThan(MONTHS.get(0));
        assertThat(company.rows(LANDED)).containsExactly("40004 40004");
        assertThat(company.rows("select count(*) from model.interaction")).containsExactly("40004");
    }

    @Test
    void terminatedWhileItWaitsForARateLimit_stopsAtOnceAndGoesOn() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        limited.set(true);
        start(call -> {
            boolean refused = limited.get() && !call.query().get("since").equals(MONTHS.get(0));
            if (refused) {
                reached.countDown();
            }
            return refused ? Answer.of(429, "{}").with("Retry-After", "59") : answer(call);
        });
        company.change("config/sources/helpdesk.yaml", text -> "on-outage: { use-last: 3d }\n" + text);
        try (Child child = run()) {
            reached.await();
            child.terminate();
            assertThat(child.exitCode()).as(child::said).isEqualTo(143);
        }
        assertThat(company.report().state()).isEqualTo(RunState.STOPPED);
        assertThat(company.findings()).isEmpty();

        limited.set(false);
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.rows("select held_on from model.interaction")).hasSize(2);
    }

    private Child run() throws IOException {
        return Child.run(company.directory, company.home.directory(), SATURDAY.toString());
    }

    /** Those of the visits that are asked for; one that changed last is found again. */
    private Answer answer(Call call) {
        String since = call.query().get("since");
        String until = call.query().get("until");
        return Answer.json(visits.stream()
                .filter(visit -> day(visit).compareTo(since) >= 0 && day(visit).compareTo(until) <= 0)
                .collect(Collectors.joining(", ", "{\"visits\": [", "]}")));
    }

    private static String day(String visit) {
        return visit.replaceAll(".*\"day\": \"|\"}", "");
    }

    /** One more than are landed at a time. */
    private static Answer many(int month) {
        return Answer.json(IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> "{\"id\": %d, \"company\": {\"name\": \"あおば\"}, \"day\": \"2020-0%d-09\"}"
                        .formatted(month * 100_000 + i, month + 1))
                .collect(Collectors.joining(",", "{\"visits\": [", "]}")));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Api.Answering answering) throws IOException {
        api = Api.answering(answering);
        Files.createDirectories(company.file("config/connectors"));
        Files.writeString(company.file("config/connectors/helpdesk.yaml"), """
                type: DeclarativeSource
                streams:
                  - type: DeclarativeStream
                    name: visits
                    primary_key: id
                    retriever:
                      requester: { url_base: "{{ config['url'] }}", path: visits }
                      record_selector: { extractor: { field_path: [visits] } }
                    incremental_sync:
                      type: DatetimeBasedCursor
                      cursor_field: day
                      datetime_format: "%Y-%m-%d"
                      start_datetime: "2020-01-01"
                      end_datetime: "2020-04-30"
                      step: P1M
                      cursor_granularity: P1D
                      start_time_option: { inject_into: request_parameter, field_name: since }
                      end_time_option: { inject_into: request_parameter, field_name: until }
                  - { type: DeclarativeStream, name: odd, retriever: { type: CustomRetriever, class_name: source.Odd } }
                """);
        Files.writeString(company.file("config/sources/helpdesk.yaml"), """
                type: rest
                manifest: config/connectors/helpdesk.yaml
                config: { url: '%s' }
                allow-private-network: true
                rate-limit: { wait: 1m }
                streams:
                  visits: {}
                """.formatted(api.url()));
        Files.writeString(company.file("config/mappings/visit.yaml"), """
                from: helpdesk.visits
                to: interaction
                account: { by: name, from: company.name }
                fields:
                  held_on: { from: day, type: date }
                """);
        company.change("jobs/nightly.yaml", text -> text.replace("survey]", "survey, helpdesk]"));
    }
}
