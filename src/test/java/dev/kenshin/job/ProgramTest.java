package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    @TempDir
    Path directory;

    @Test
    void sameBuild_isTheSameEachTime() {
        assertThat(Program.build()).isEqualTo(Program.build()).isNotBlank();
    }

    @Test
    void laterBuildOfTheSameSize_isAnother() throws IOException {
        Path jar = Files.writeString(directory.resolve("kenshin.jar"), "one");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
        String before = Program.of(jar);
        Files.writeString(jar, "two");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(2_000_000));
        assertThat(Program.of(jar)).isNotEqualTo(before);
    }
}
