package dev.kenshin.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The home lies on a disk with little room left, and later on one that has enough. The small disk is a file system in memory
 * that only the run and its shell see, so that nobody need be root where the kernel lets users have name spaces.
 *
 * @param kibibytes that are free at the start
 */
record FullDisk(long kibibytes) implements Fault {
    private static final String SCRIPT = """
            mount -t tmpfs -o size=$1k none "$2" && cp -a "$3/." "$2/" || exit 99
            free=$2 home=$3
            shift 3
            "$@" --home="$free"
            code=$?
            rm -rf "$home" && cp -a "$free" "$home" || exit 99
            exit $code
            """;

    private static final int NOT_PERMITTED = 99;

    /** Whether this machine lets us have a file system of our own. */
    static boolean isPermitted() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public String name() {
        return "disk full";
    }

    @Override
    public String detail() {
        return kibibytes + " KiB free at the start";
    }

    @Override
    public boolean strike(Round round) throws Exception {
        Path small = Files.createDirectories(round.directory().resolve("small"));
        Path home = Files.createDirectories(round.home().directory());
        String size = Long.toString(kibibytes + Remains.kibibytes(home));
        List<String> shell =
                List.of("unshare", "-rm", "sh", "-c", SCRIPT, "sh", size, small.toString(), home.toString());
        try (Run run = round.startWithin(shell)) {
            int code = run.exitCode();
            if (code == NOT_PERMITTED) {
                throw new IllegalStateException("no disk to fill: " + run.said());
            }
            return code != 0;
        }
    }
}
