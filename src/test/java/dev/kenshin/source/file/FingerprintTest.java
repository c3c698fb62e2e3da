package dev.kenshin.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.Configured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    Path base;

    @BeforeEach
    void fill() throws IOException {
        Files.writeString(base.resolve("a.csv"), "key\n1\n");
        Files.writeString(base.resolve("b.csv"), "key\n2\n");
    }

    @Test
    void sameBytes_areTheSame_whateverTheirTime() throws IOException {
        Optional<String> before = fingerprint("*.csv");
        Files.setLastModifiedTime(base.resolve("a.csv"), FileTime.fromMillis(0));
        assertThat(fingerprint("*.csv")).isPresent().isEqualTo(before);
    }

    @Test
    void otherBytesOfTheSameLength_differ() throws IOException {
        Optional<String> before = fingerprint("*.csv");
        Files.writeString(base.resolve("b.csv"), "key\n3\n");
        assertThat(fingerprint("*.csv")).isNotEqualTo(before);
    }

    @Test
    void filesThatChangeNames_orComeAndGo_differ() throws IOException {
        Optional<String> before = fingerprint("*.csv");
        Files.move(base.resolve("b.csv"), base.resolve("c.csv"));
        Optional<String> renamed = fingerprint("*.csv");
        Files.delete(base.resolve("c.csv"));
        assertThat(List.of(before, renamed, fingerprint("*.csv"))).doesNotHaveDuplicates();
    }

    @Test
    void absentFile_hasNone() {
        assertThat(fingerprint("absent.csv")).isEmpty();
    }

    private Optional<String> fingerprint(String path) {
        StreamConfig stream = Configured.stream("users", List.of("key"), Map.of("path", path));
        SourceFiles files = SourceFiles.of(Configured.source("csv", Map.of(), stream), base, new Problems());
        return Fingerprint.of(files, stream);
    }
}
