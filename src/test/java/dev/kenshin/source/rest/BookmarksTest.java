package dev.kenshin.source.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows whose reading broke off between two pages. The time is 2026-11-01T00:00:00Z, later 2026-11-02. */
class BookmarksTest {
    @TempDir
    Path directory;

    @Test
    void spentRateLimit_withinAWindow_goesOnAtThePage_andThenWithWhatIsNew() throws Exception {
        AtomicInteger left = new AtomicInteger(2);
        try (Api api = Api.answering(call ->
                left.getAndDecrement() > 0 ? paged(call) : Answer.of(429, "{}").with("Retry-After", "3600"))) {
            Connector connector = paginated(api);
            Connector.Reading first = connector.read(Optional.empty());
            assertThat(first.keys()).containsExactly("1", "2");
            assertThat(first.warnings()).containsExactly("KEN-R30");

            left.set(10);
            api.calls().clear();
            Connector.Reading second = connector.at("2026-11-02T00:00:00Z").read(first.cursor());
            assertThat(second.keys()).containsExactly("3", "4", "1", "2", "3", "4");
            assertThat(api.queries("after")).containsExactly("2", "3", "", "1", "2", "3");
            assertThat(api.queries("since")).startsWith("2026-10-01T00:00:00Z").endsWith("2026-10-14T00:00:00Z");
            assertThat(second.cursor()).contains("{\"positions\":{\"\":\"2026-10-14T00:00:00Z\"}}");
        }
    }

    @Test
    void pageThatTheServerForgot_isReadAgainFromTheBeginningOfItsWindow() throws Exception {
        try (Api api = Api.answering(
                call -> call.query().getOrDefault("after", "").equals("old") ? Answer.of(400, "{}") : paged(call))) {
            String cursor =
                    "{\"pages\":{\"\":{\"bounds\":{\"start_time\":\"2026-10-01T00:00:00Z\"},\"token\":\"old\"}}}";
            Connector.Reading reading = paginated(api).read(Optional.of(cursor));
            assertThat(reading.keys()).containsExactly("1", "2", "3", "4");
            assertThat(api.queries("after")).containsExactly("old", "", "1", "2", "3");
        }
    }

    private Connector paginated(Api api) throws IOException {
        return Connector.ofStream(directory, api, "", """
                        paginator:
                          type: DefaultPaginator
                          page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: after }
                          pagination_strategy: { type: CursorPagination, cursor_value: "{{ response.get('next') }}" }
                        """, IncrementsTest.CURSOR)
                .config("start_date", "2026-10-01T00:00:00Z");
    }

    /** Four items, one a page. */
    private static Answer paged(Call call) {
        int id = call.number("after") + 1;
        return Answer.json("{\"items\": [{\"id\": %d, \"changed\": \"2026-10-1%dT00:00:00Z\"}]%s}"
                .formatted(id, id, id < 4 ? ", \"next\": " + id : ""));
    }

    @Test
    void tokenThatHoldsASecret_isNeverKept() throws Exception {
        AtomicInteger left = new AtomicInteger(1);
        try (Api api = Api.answering(call -> left.getAndDecrement() > 0
                ? Answer.json("{\"items\": [{\"id\": 1}], \"next\": \"x?key=s3cr3t-token\"}")
                : Answer.of(429, "{}").with("Retry-After", "3600"))) {
            Optional<String> cursor = paginated(api)
                    .config("token", "${TOKEN}")
                    .read(Optional.empty())
                    .cursor();
            assertThat(cursor).contains("{}");
        }
    }
}
