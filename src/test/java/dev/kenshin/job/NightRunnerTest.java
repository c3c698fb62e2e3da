package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kenshin.config.Secrets;
import dev.kenshin.ops.RunLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night does around its steps. */
class NightRunnerTest {
    private TestCompany company;

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        company = TestCompany.in(directory.resolve("company"));
        company.home.create();
    }

    /** The process may end between the night and its lock. */
    @Test
    void filesOfANight_areClosedToOthers_whileTheLockIsHeld() throws Exception {
        try (RunLock lock = RunLock.tryAcquire(company.home).orElseThrow()) {
            Files.createDirectories(company.home.restoring().resolve("moving-old")); // ends the night at once
            Path late = Files.createFile(company.home.directory().resolve("late"));
            Files.setPosixFilePermissions(late, PosixFilePermissions.fromString("rw-r--r--"));
            assertThatThrownBy(() -> run(lock)).isInstanceOf(NightFailure.class);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(late)))
                    .isEqualTo("rw-------");
        }
    }

    private NightResult run(RunLock lock) throws Exception {
        return new NightRunner(company.plan(), lock, TestCompany.clock(), new Secrets(Map.of()), report -> {})
                .run(new NightRequest(SATURDAY, false));
    }
}
