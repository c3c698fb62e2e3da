package dev.kenshin.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.StepName;
import dev.kenshin.problem.Language;
import dev.kenshin.source.LogContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLogTest {
    private static final Clock CLOCK = Clock.fixed(WatchedRun.START, ZoneOffset.UTC);

    private final StringWriter lines = new StringWriter();

    @Test
    void linesOfStreamsSideBySide_carryTheirOwnStepAndSource() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        try (JsonLog log = open()) {
            log.accept(WatchedRun.began("1"));
            List<Thread> threads = new ArrayList<>();
            for (String stream : List.of("crm.accounts", "support.tickets")) {
                Thread thread = new Thread(() -> logWithin("extract " + stream, both));
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(logged()).hasSize(4).allSatisfy(line -> {
            assertThat(line.path("run").asString()).isEqualTo("1");
            assertThat(line.path("as_of").asString()).isEqualTo("2026-10-31");
            assertThat(line.path("message").asString())
                    .contains(line.path("source").asString() + "."
                            + line.path("stream").asString());
            assertThat(line.path("step").asString()).startsWith("extract ");
        });
    }

    @Test
    void failure_isOneLineWithItsStack() {
        try (JsonLog log = open()) {
            assertThat(log).isNotNull();
            LoggerFactory.getLogger("some.library").warn("line 1\nline 2 \"quoted\"", new IllegalStateException("why"));
        }
        LoggerFactory.getLogger("some.library").warn("nobody listens any more");
        JsonNode line = logged().get(0);
        assertThat(logged()).hasSize(1);
        assertThat(line.path("level").asString()).isEqualTo("WARN");
        assertThat(line.path("message").asString()).isEqualTo("line 1\nline 2 \"quoted\"");
        assertThat(line.path("logger").asString()).isEqualTo("some.library");
        assertThat(line.path("exception").asString()).contains("IllegalStateException: why", "\tat ");
        assertThat(line.has("step")).isFalse();
    }

    /** The second line comes from a thread that helps the step. */
    private static void logWithin(String step, CyclicBarrier both) {
        new StepName(step).begin();
        try {
            both.await();
            LoggerFactory.getLogger("some.library").warn("from {}", step);
            Thread aid = new Thread(LogContext.carriedInto(
                    () -> LoggerFactory.getLogger("some.library").warn("aid of {}", step)));
            aid.start();
            aid.join();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            StepName.end();
        }
    }

    private JsonLog open() {
        return new JsonLog(new PrintWriter(lines, true), CLOCK, Language.EN);
    }

    private List<JsonNode> logged() {
        return lines.toString()
                .lines()
                .map(new JsonMapper()::readTree)
                .filter(line -> line.path("event").asString().equals("log"))
                .toList();
    }
}
