package dev.kenshin.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Two usage sources of one night, neither of which ends its transaction before the other has begun. */
class UsageSideBySideTest extends FileUsageTesting {
    private final CyclicBarrier bothBegan = new CyclicBarrier(2);

    @Test
    void sources_areAggregatedAtTheSameTime() throws Exception {
        csv("web.csv", "t1,u1,2026-10-30,login,1\n");
        csv("app.csv", "t1,u1,2026-10-30,login,2\n");
        aggregateBoth();
        assertThat(linked()).containsExactly("C1 u1 2026-10-30 login 2 3.0000");

        csv("web.csv", "t1,u1,2026-10-30,login,1\nt1,u1,2026-10-31,login,1\n");
        csv("app.csv", "t1,u1,2026-10-30,login,4\nt1,,2026-10-31,login,1\n");
        aggregateBoth();
        assertThat(linked()).containsExactly("C1 u1 2026-10-30 login 2 5.0000", "C1 u1 2026-10-31 login 1 1.0000");
    }

    private void aggregateBoth() throws Exception {
        FutureTask<UsageResult> app = new FutureTask<>(() -> aggregateOne("app"));
        new Thread(app).start();
        UsageResult web = aggregateOne("web");
        assertThat(List.of(web.events(), app.get().events())).doesNotContain(0L);
        noteBoth();
    }

    private UsageResult aggregateOne(String source) throws SQLException, UsageUnavailable {
        return new UsageStage(warehouse, base, ZoneId.of("Asia/Tokyo"), new Secrets(Map.of()), new Meeting())
                .aggregate(UsageTesting.config(source, "csv", Map.of("path", "events/" + source + ".csv")), AS_OF);
    }

    /** As the steps of both do, each in its own transaction. */
    private void noteBoth() throws SQLException {
        try (Connection web = warehouse.connection();
                Connection app = warehouse.connection()) {
            web.setAutoCommit(false);
            app.setAutoCommit(false);
            UsageState.aggregated(web, "web", AS_OF);
            UsageState.aggregated(app, "app", AS_OF);
            web.commit();
            app.commit();
        }
    }

    private List<String> linked() throws SQLException {
        try (Connection conn = warehouse.connection()) {
            UsageLinks.replace(conn, "web", Map.of("t1", "C1"));
            UsageLinks.replace(conn, "app", Map.of("t1", "C1"));
            return UsageTesting.rows(conn);
        }
    }

    /** Is asked within the transaction of an aggregation, and lets it wait for the other one. */
    private final class Meeting implements Forgotten {
        @Override
        public boolean user(String id) {
            try {
                bothBegan.await(1, TimeUnit.MINUTES);
                return false;
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean account(String key) {
            return false;
        }
    }
}
