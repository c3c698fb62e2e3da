package dev.kenshin.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    private Home home;

    @BeforeEach
    void createHome(@TempDir Path directory) {
        home = new Home(directory);
    }

    @Test
    void freeLock_isGivenToOneAtATime() throws Exception {
        try (RunLock held = RunLock.tryAcquire(home).orElseThrow()) {
            assertThat(RunLock.tryAcquire(home)).isEmpty();
            assertThat(held).isNotNull();
        }
        Optional<RunLock> next = RunLock.tryAcquire(home);
        assertThat(next).isPresent();
        next.orElseThrow().close();
    }

    @Test
    void lockOfAnotherProcess_isRefusedUntilThatEnds() throws Exception {
        Process holder = holder();
        try (BufferedReader said = holder.inputReader(UTF_8)) {
            assertThat(said.readLine()).isEqualTo("held");
            assertThat(RunLock.tryAcquire(home)).isEmpty();
            holder.getOutputStream().close();
            assertThat(holder.waitFor()).isZero();
        }
        assertFree();
    }

    @Test
    void lockOfAKilledProcess_isFree() throws Exception {
        Process holder = holder();
        try (BufferedReader said = holder.inputReader(UTF_8)) {
            assertThat(said.readLine()).isEqualTo("held");
            holder.destroyForcibly().waitFor();
        }
        assertFree();
    }

    private Process holder() throws Exception {
        List<String> command = new ArrayList<>(ClassPath.java());
        command.add(LockHolder.class.getName());
        command.add(home.directory().toString());
        return new ProcessBuilder(command).start();
    }

    private void assertFree() throws Exception {
        try (RunLock lock = RunLock.tryAcquire(home).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
    }
}
