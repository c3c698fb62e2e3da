package dev.kenshin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/kenshin} with JDKs whose Java tells what it was asked. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("src", "assembly", "bin", "kenshin");

    @TempDir
    private Path directory;

    private record Ended(int code, String said) {}

    @Test
    void jdkThatTellsItsVersion_isStartedOnce() throws Exception {
        Path jdk = jdk("17", "JAVA_VERSION=\"17.0.15\"\nIMPLEMENTOR=\"Someone\"\n");
        Ended ended = start(install(), jdk);
        assertThat(ended.said()).startsWith("-Xmx1g").endsWith("dev.kenshin.cli.Kenshin run nightly\n");
        assertThat(ended.code()).isZero();
    }

    @Test
    void jdkWithoutAFileOfItsVersion_isAsked() throws Exception {
        assertThat(start(install(), jdk("21.0.1", null)).said()).endsWith("run nightly\n");
    }

    @Test
    void jdkThatIsTooOld_isRefused_inEitherWay() throws Exception {
        for (Path old : new Path[] {
            jdk("11.0.2", "JAVA_VERSION=\"11.0.2\"\n"),
            jdk("1.8.0_402", "JAVA_VERSION=\"1.8.0_402\"\n"),
            jdk("16-ea", null)
        }) {
            Ended ended = start(install(), old);
            assertThat(ended.said()).contains("older than Java 17", "Install a JDK, 17 or later");
            assertThat(ended.code()).isEqualTo(2);
        }
    }

    @Test
    void java_isLookedForInJavaHome() throws Exception {
        Ended ended = start(install(), directory.resolve("nowhere"));
        assertThat(ended.said()).contains("there is no bin/java in it");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void linksToTheCommandAndToJava_areFollowed() throws Exception {
        Path installed = install();
        Path links = Files.createDirectories(directory.resolve("links of a user"));
        Path command = Files.createSymbolicLink(links.resolve("kenshin"), links.relativize(installed));
        Path jdk = jdk("25", "JAVA_VERSION=\"25\"\n");
        Path linked = Files.createDirectories(links.resolve("bin"));
        Files.createSymbolicLink(linked.resolve("java"), jdk.resolve("bin/java"));
        assertThat(start(command, links).said())
                .contains("-cp " + directory.toRealPath().resolve("installed").resolve("lib") + "/* ");
    }

    private Path install() throws IOException {
        Path installed = directory.resolve("installed/bin/kenshin");
        if (Files.notExists(installed)) {
            Files.createDirectories(installed.getParent());
            Files.copy(LAUNCHER, installed);
            assertThat(installed.toFile().setExecutable(true)).isTrue();
        }
        return installed;
    }

    /** @param release what the file of the version says; null: there is none */
    private Path jdk(String version, @Nullable String release) throws IOException {
        Path jdk = directory.resolve("jdk-" + version);
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                case $1 in
                    -version) echo 'openjdk version "%s" 2025-04-15' >&2 ;;
                    *) echo "$*" ;;
                esac
                """.formatted(version));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        if (release != null) {
            Files.writeString(jdk.resolve("release"), release);
            // It must not be asked as well.
            Files.writeString(java, "#!/bin/sh\necho \"$*\"\n");
        }
        return jdk;
    }

    private Ended start(Path command, Path javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.toString(), "run", "nightly");
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().remove("KENSHIN_OPTS");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
