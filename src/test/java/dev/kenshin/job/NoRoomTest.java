package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.Home;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the disk of the home is full is played by {@code dev.kenshin.reliability}. */
class NoRoomTest {
    @TempDir
    private Path home;

    @Test
    void databaseWithoutRoom_isTold_whereTheDiskOfTheHomeHasSome() {
        Throwable failure = new IllegalStateException(
                "cannot publish",
                new SQLException("ERROR: could not extend file \"base/5/16384\": No space left on device"));
        assertThat(NoRoom.problem("publish mart", failure, new Home(home))).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("KEN-J17");
            assertThat(problem.location()).isEqualTo(new Location.Named("publish mart"));
            assertThat(problem.in(Language.EN)).contains("database or disk", "Make room there");
        });
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
