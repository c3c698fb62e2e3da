package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.WarehouseException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** That the disk of the home is full is played by {@code dev.kenshin.reliability}. */
class NoRoomTest {
    @TempDir
    private Path home;

    @Test
    void serverWithoutRoom_isToldApartFromTheHome() {
        Throwable failure = new IllegalStateException(
                "cannot publish",
                new PSQLException(
                        "ERROR: could not extend file \"base/5/16384\": No space left on device",
                        PSQLState.UNKNOWN_STATE));
        assertThat(NoRoom.problem("publish mart", failure, new Home(home))).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("KEN-J17");
            assertThat(problem.location()).isEqualTo(new Location.Named("publish mart"));
            assertThat(problem.in(Language.EN)).contains("database that", "Make room there");
        });
    }

    /** Whatever room there is by now: a query that failed has given back what it took. */
    @Test
    void home_isNamed_whereItsDatabasesOrFilesFail() {
        SQLException spill = new SQLException("Out of Memory Error: failed to offload data block of size 256.0 KiB"
                + " (1.7 GiB/1.7 GiB used).\nThis limit was set by the 'max_temp_directory_size' setting.");
        for (Exception failure : List.of(spill, new IOException("No space left on device"))) {
            assertThat(NoRoom.problem("score", failure, new Home(home))).hasValueSatisfying(problem -> {
                assertThat(problem.location()).isEqualTo(Location.file(home.toString()));
                assertThat(problem.in(Language.EN)).contains("the disk is full", "kenshin prune");
            });
        }
    }

    @Test
    void warehouse_thatCannotBeOpenedForWantOfRoom_isNotTakenForOneThatIsOpenElsewhere() {
        WarehouseException failure = new WarehouseException(
                "cannot open", new SQLException("IO Error: Could not write file: No space left on device"));
        assertThat(Failures.cannotOpen(new Home(home), failure).problems())
                .extracting(Problem::code)
                .containsExactly("KEN-J17");
    }

    /** Where the same command is given again before there is room. */
    @Test
    void runThatCannotEvenBegin_isToldOfIt_unlessThatHasBeenExplainedAlready() {
        IOException full = new IOException("data/tmp: No space left on device");
        assertThatThrownBy(() -> NoRoom.check(full, new Home(home)))
                .isInstanceOfSatisfying(NightFailure.class, failure -> assertThat(failure.problems())
                        .extracting(Problem::code)
                        .containsExactly("KEN-J17"));
        Problem explained = Problem.error(
                "KEN-J10", Location.file("server"), Text.same("No space left on device"), Text.same("make some"));
        assertThatCode(() -> NoRoom.check(new NightFailure(ExitCode.FAILED, List.of(explained)), new Home(home)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatOperatingSystemsSay_isUnderstood() {
        for (String said :
                new String[] {"デバイスに空き領域がありません", "Disk quota exceeded", "There is not enough space on the disk"}) {
            assertThat(NoRoom.problem("score", new IOException(said), new Home(home)))
                    .isPresent();
        }
    }

    @Test
    void otherFailures_areNotTakenForIt() {
        assertThat(NoRoom.problem("score", new IOException((String) null), new Home(home)))
                .isEmpty();
        assertThat(NoRoom.problem("score", new SQLException("no such column: room"), new Home(home)))
                .isEmpty();
    }
}
