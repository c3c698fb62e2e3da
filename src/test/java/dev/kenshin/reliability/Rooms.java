package dev.kenshin.reliability;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** How much room a run must find for the disk to be full in a certain part of it; known better with every try. */
final class Rooms {
    private static final long A_LITTLE = 64;

    private final Map<Part, Range> ranges = new EnumMap<>(Part.class);
    /** In which part the room was used up of runs that found so much. */
    private final Map<Long, Part> failed = new HashMap<>();

    private long enough = Long.MAX_VALUE;

    private final Random random;

    private record Range(long from, long to) {
        Range with(long used) {
            return new Range(Math.min(from, used), Math.max(to, used));
        }

        boolean holds(long kibibytes) {
            return from < kibibytes && kibibytes < to;
        }
    }

    Rooms(Random random) {
        this.random = random;
    }

    /** A run that had enough has used so much in this part of it. */
    synchronized void used(Part part, long kibibytes) {
        ranges.merge(part, new Range(kibibytes, kibibytes), (range, more) -> range.with(kibibytes));
    }

    /** Room that should be used up in this part: between what was too little and what was too much, as far as is known. */
    synchronized long towards(Part part) {
        long least = rooms(failure -> failure.compareTo(part) < 0).max().orElse(0);
        long most = rooms(failure -> failure.compareTo(part) > 0).min().orElse(enough);
        return within(new Range(least, most), ranges.getOrDefault(part, new Range(0, A_LITTLE)));
    }

    /** A run that found so much room failed in this part. */
    synchronized void failed(long kibibytes, Part part) {
        failed.put(kibibytes, part);
    }

    /** A run that found so much room did not fail. */
    synchronized void enough(long kibibytes) {
        enough = Math.min(enough, kibibytes);
    }

    private LongStream rooms(Predicate<Part> which) {
        return failed.entrySet().stream()
                .filter(run -> which.test(run.getValue()))
                .mapToLong(Map.Entry::getKey);
    }

    /** Runs differ a little, so that the two may contradict each other. */
    private long within(Range known, Range used) {
        long from = known.holds(used.from) ? used.from : known.from;
        long to = known.holds(used.to) ? used.to : Math.min(known.to, 2 * from + A_LITTLE);
        return from + (long) (random.nextDouble() * (to > from ? to - from : A_LITTLE));
    }
}
