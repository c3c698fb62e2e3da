package dev.kenshin.threat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Opens files as somebody in an office does, and tells how many cells became formulas. */
final class LibreOffice {
    /** Comma, double quote, UTF-8, from line 1; recognises numbers and, which it does not unless told, formulas. */
    private static final String AS_CARELESSLY_AS_EXCEL =
            "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true";

    private final Path directory;

    LibreOffice(Path directory) {
        this.directory = directory;
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
    }

    long formulas(List<Path> files) throws IOException, InterruptedException {
        Path out = Files.createTempDirectory(Files.createDirectories(directory), "out");
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "--headless",
                "--norestore",
                "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                "--convert-to",
                "fods",
                "--outdir",
                out.toString()));
        if (files.get(0).toString().endsWith(".csv")) {
            command.add(AS_CARELESSLY_AS_EXCEL);
        }
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        return count(out, files.size());
    }

    private static long count(Path directory, int files) throws IOException {
        List<Path> opened;
        try (Stream<Path> entries = Files.list(directory)) {
            opened = entries.toList();
        }
        if (opened.size() != files) {
            throw new IllegalStateException("LibreOffice opened " + opened);
        }
        long formulas = 0;
        for (Path file : opened) {
            formulas += Files.readString(file, UTF_8).split("table:formula=", -1).length - 1;
        }
        return formulas;
    }
}
