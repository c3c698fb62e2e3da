package dev.kenshin.threat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.cli.Kenshin;
import dev.kenshin.job.TestCompany;
import dev.kenshin.ops.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command in a process of its own, started with a lax umask, and what a neighbour on the machine sees of it.
 *
 * @param said standard output and error
 * @param arguments of the process and those it started
 * @param listening sockets that it listened on at any time, as the kernel names them; empty where there is no Linux
 */
record WatchedCommand(int exitCode, String said, Set<String> arguments, Set<String> listening) {
    private static final Pattern LISTENING = Pattern.compile("(?m)^\\s*\\d+: (\\S+) \\S+ 0A (?:\\S+\\s+){5}(\\d+)");

    static WatchedCommand run(TestCompany company, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 022; exec \"$@\"", "sh"));
        command.addAll(ClassPath.java());
        command.add(Kenshin.class.getName());
        command.addAll(List.of(arguments));
        command.addAll(
                List.of("--lang=en", "--config=" + company.file("config"), "--home=" + company.home.directory()));
        Path output = Files.createTempFile(company.directory, "said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.directory(company.directory.toFile()).environment().put("CANARY", AttackedCompany.CANARY);
        Set<String> seen = new TreeSet<>();
        Set<String> listening = new TreeSet<>();
        Process process = builder.start();
        do {
            Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .forEach(each -> seen.add(text(Path.of("/proc/" + each.pid() + "/cmdline"))));
            listening.addAll(listening(process.pid()));
        } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
        return new WatchedCommand(process.exitValue(), Files.readString(output, UTF_8), seen, listening);
    }

    /** The kernel lists the sockets of all processes; whose they are, their numbers tell. */
    private static Set<String> listening(long process) {
        String tables =
                text(Path.of("/proc/" + process + "/net/tcp")) + text(Path.of("/proc/" + process + "/net/tcp6"));
        Set<String> own = sockets(process);
        return LISTENING
                .matcher(tables)
                .results()
                .filter(found -> own.contains("socket:[" + found.group(2) + "]"))
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> sockets(long process) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + process + "/fd"))) {
            return descriptors.map(WatchedCommand::target).collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException gone) {
            return Set.of();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }
}
