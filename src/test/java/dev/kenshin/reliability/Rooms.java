package dev.kenshin.reliability;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** How much room a run must find for the disk to be full in a certain part of it; known better with every try. */
final class Rooms {
    private static final long A_LITTLE = 64;

    private final Map<Part, Range> ranges = new EnumMap<>(Part.class);
    private final Random random;

    private record Range(long from, long to) {
        Range with(long used) {
            return new Range(Math.min(from, used), Math.max(to, used));
        }
    }

    Rooms(Random random) {
        this.random = random;
    }

    /** A run that had enough has used so much in this part of it. */
    synchronized void used(Part part, long kibibytes) {
        ranges.merge(part, new Range(kibibytes, kibibytes), (range, more) -> range.with(kibibytes));
    }

    /** Room that should be used up in this part. */
    synchronized long towards(Part part) {
        Range range = range(part);
        return range.from + (long) (random.nextDouble() * (range.to - range.from));
    }

    /** What was to fail in one part has failed in another. */
    synchronized void failed(long kibibytes, Part wanted, Part failed) {
        Range range = range(wanted);
        if (failed.compareTo(wanted) < 0) {
            ranges.put(wanted, new Range(kibibytes, Math.max(range.to, kibibytes + A_LITTLE)));
        } else if (failed.compareTo(wanted) > 0) {
            enough(kibibytes, wanted);
        }
    }

    /** What was to fail in this part did not fail at all. */
    synchronized void enough(long kibibytes, Part wanted) {
        ranges.put(wanted, new Range(Math.max(0, Math.min(range(wanted).from, kibibytes - A_LITTLE)), kibibytes));
    }

    private Range range(Part part) {
        return ranges.getOrDefault(part, new Range(0, A_LITTLE));
    }
}
