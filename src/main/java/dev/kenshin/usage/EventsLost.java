package dev.kenshin.usage;

/** More events, or fewer, were kept or set aside than the source has told of. Nothing of the aggregation was kept. */
public final class EventsLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long read;
    private final long kept;

    private EventsLost(long read, long kept) {
        super(read + " events were read, and " + kept + " kept or set aside");
        this.read = read;
        this.kept = kept;
    }

    static void check(long read, long kept) {
        if (read != kept) {
            throw new EventsLost(read, kept);
        }
    }

    public long read() {
        return read;
    }

    /** Aggregated or set aside. */
    public long kept() {
        return kept;
    }
}
