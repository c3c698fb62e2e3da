package dev.kenshin.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogFileTest {
    private Home home;

    @BeforeEach
    void atAnEmptyHome(@TempDir Path directory) {
        home = new Home(directory);
    }

    @Test
    void stackTraceOfALibrary_isInTheRunsOwnFile() throws Exception {
        try (LogFile file = LogFile.open(home, "20261031-a")) {
            LoggerFactory.getLogger("org.example").error("It broke.", new IllegalStateException("in the middle"));
            assertThat(file).isNotNull();
        }
        assertThat(home.logFile("20261031-a"))
                .content()
                .contains("It broke.", "IllegalStateException: in the middle", "at dev.kenshin.ops.LogFileTest");
    }

    @Test
    @Threat(Danger.CONTROL_CHARACTERS)
    void messageOfAStranger_forgesNoLine_andSteersNoTerminal() throws Exception {
        String forged = "2026-10-31 03:00:00.000 INFO  all is well";
        try (LogFile file = LogFile.open(home, "20261031-a")) {
            assertThat(file).isNotNull();
            LoggerFactory.getLogger("org.example")
                    .error("It broke.\n" + forged + "\r" + forged, new IllegalStateException("\u001b[2J\n" + forged));
        }
        assertThat(home.logFile("20261031-a"))
                .content()
                .contains("  " + forged, "?[2J")
                .doesNotContain("\n" + forged, "\r", "\u001b");
    }

    @Test
    void nothingToSay_leavesNoFile() throws Exception {
        LogFile.open(home, "20261031-a").close();
        assertThat(home.logFile("20261031-a")).doesNotExist();
    }

    @Test
    void closedFile_hearsNoMore() throws Exception {
        LogFile.open(home, "20261031-a").close();
        LoggerFactory.getLogger("org.example").error("Later.");
        assertThat(home.logFile("20261031-a")).doesNotExist();
    }
}
