package dev.kenshin.ops;

import static org.assertj.core.api.Assertions.assertThat;

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
