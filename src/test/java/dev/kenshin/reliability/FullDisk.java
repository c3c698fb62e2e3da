package dev.kenshin.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The home lies on a disk with little room left, and later on one that has enough. The small disk is a file system in memory
 * that only the run and its shell see, so that nobody need be root where the kernel lets users have name spaces.
 */
final class FullDisk implements Fault {
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

    private final Rooms rooms;
    private final Part wanted;
    private Part failed;
    private long kibibytes;

    /** @param wanted the part of the night in which it should be full */
    FullDisk(Rooms rooms, Part wanted) {
        this.rooms = rooms;
        this.wanted = wanted;
        this.failed = wanted;
    }

    /** Whether this machine lets us have a file system of our own. */
    static boolean isPermitted() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Where it was full, which need not be where it was meant to be. */
    @Override
    public String name() {
        return "disk full " + failed.words();
    }

    @Override
    public String detail() {
        return kibibytes + " KiB free at the start";
    }

    @Override
    public boolean strike(Round round) throws Exception {
        kibibytes = rooms.towards(wanted);
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
            if (code == 0) {
                rooms.enough(kibibytes);
            } else {
                failed(run, round);
            }
            return code != 0;
        }
    }

    private void failed(Run run, Round round) throws Exception {
        round.expectExit(run, 1);
        failed = Part.ofFailure(run.said());
        if (!run.said().contains("the disk is full")) {
            round.wrong("what was wrong is not told: " + run.said());
        }
        rooms.failed(kibibytes, failed);
        if (failed.compareTo(Part.PUBLISH) < 0) {
            round.readersSeeOld();
        }
    }
}
