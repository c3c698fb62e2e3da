package dev.kenshin.housekeeping;

import dev.kenshin.ops.Home;
import dev.kenshin.problem.Text;
import dev.kenshin.publish.ExportHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Java, memory and disk. */
final class MachineChecks {
    private static final int OLDEST_JAVA = 17;
    private static final long LEAST_HEAP = 400L << 20;
    private static final Text JAVA = new Text("Java とメモリ", "Java and memory");
    private static final Text DISK = new Text("ディスクの空き", "Free disk");

    private final Home home;

    MachineChecks(Home home) {
        this.home = home;
    }

    List<Check> all() throws IOException {
        return List.of(java(Runtime.version().feature(), Runtime.getRuntime().maxMemory()), disk());
    }

    static Check java(int version, long heap) {
        Text found = Text.same("Java " + version + ", heap " + Sizes.words(heap));
        if (version < OLDEST_JAVA) {
            return Check.wrong("KEN-K20", JAVA, found, new Text("Java 17 以降にしてください。", "Use Java 17 or later."));
        }
        return heap < LEAST_HEAP
                ? Check.look(
                        "KEN-K20",
                        JAVA,
                        found,
                        new Text(
                                "ヒープは 512 MB 以上にしてください（KENSHIN_OPTS=-Xmx1g）。",
                                "Give the heap 512 MB or more (KENSHIN_OPTS=-Xmx1g)."))
                : Check.good("KEN-K20", JAVA, found);
    }

    /** A night writes its files anew, and may write the warehouse anew as far as it changed. */
    private Check disk() throws IOException {
        long free = Files.getFileStore(home.directory()).getUsableSpace();
        return disk(free, Sizes.of(home.warehouse()) + lastNight());
    }

    static Check disk(long free, long night) {
        Text found = new Text(
                "空き " + Sizes.words(free) + "、前の夜のデータ " + Sizes.words(night),
                Sizes.words(free) + " free; warehouse and files of the last night: " + Sizes.words(night));
        Text fix = new Text(
                "空きを増やすか、kenshin prune --dry-run で間引けるものを確かめてください。",
                "Make room, or see with kenshin prune --dry-run what can be thinned out.");
        if (free < night) {
            return Check.wrong("KEN-K21", DISK, found, fix);
        }
        return free < 3 * night ? Check.look("KEN-K21", DISK, found, fix) : Check.good("KEN-K21", DISK, found);
    }

    private long lastNight() throws IOException {
        ExportHistory history = new ExportHistory(home.exports());
        Optional<LocalDate> latest = history.latest();
        long bytes = 0;
        if (latest.isPresent()) {
            for (Path revision : history.revisions(latest.get())) {
                bytes = Math.max(bytes, Sizes.of(revision));
            }
        }
        return bytes;
    }
}
