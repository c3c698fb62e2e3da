package dev.kenshin.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Threat(Danger.FILE)
class FolderTest {
    @TempDir
    Path directory;

    @Test
    void whatLiesOutside_isNotHeld() throws IOException {
        Path inside = Files.createDirectories(directory.resolve("inside"));
        Path secret = Files.writeString(directory.resolve("secret"), "x");
        Files.createSymbolicLink(inside.resolve("link"), secret);
        Files.createSymbolicLink(inside.resolve("up"), directory);
        Folder folder = new Folder(inside);
        for (String path : new String[] {"../secret", "a/../../secret", "/etc/passwd", "link", "up/secret"}) {
            assertThat(folder.holds(Path.of(path))).as(path).isFalse();
        }
    }

    @Test
    void whatLiesInside_isHeld_alsoByALinkThatStaysThere() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "x");
        Files.createSymbolicLink(directory.resolve("b"), file);
        Folder folder = new Folder(directory);
        for (Path path : new Path[] {Path.of("a"), Path.of("b"), file, Path.of("x/../a"), Path.of("not/there")}) {
            assertThat(folder.holds(path)).as(path.toString()).isTrue();
        }
    }
}
