package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that begin where the first night has ended; each has a company of its own. */
abstract class AfterFirstNight {
    private static TestCompany saturdayMorning;

    TestCompany company;

    @BeforeAll
    static void runFirstNight(@TempDir Path directory) throws Exception {
        saturdayMorning = TestCompany.in(directory);
        assertThat(saturdayMorning.run(SATURDAY)).isEqualTo(ExitCode.DONE);
    }

    /** Where the first night has ended. */
    static TestCompany copyTo(Path place) throws Exception {
        return saturdayMorning.copyTo(place);
    }

    @BeforeEach
    void takeCopy(@TempDir Path directory) throws Exception {
        company = copyTo(directory.resolve("company"));
    }
}
