package dev.kenshin.reliability;

/**
 * A service fails in the middle of an extract.
 *
 * @param times that it does so; whoever asks more often gets the right answer
 */
record BadService(Lie lie, int times) implements Fault {
    private static final int SOURCE_UNAVAILABLE = 69;

    /** Six attempts, each of which Java's client makes up to five times where a connection ends before the first byte. */
    private static final int MOST_CALLS = 6 * 5;

    /** Until the run gives up, or as long as the run waits. */
    static BadService always(Lie lie) {
        return new BadService(lie, lie.passes() ? 2 : Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        return "a service " + lie.words() + (lasts() ? ", again and again" : "");
    }

    @Override
    public String detail() {
        return lasts() ? "always" : times + " times";
    }

    private boolean lasts() {
        return times == Integer.MAX_VALUE;
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public boolean strike(Round round) throws Exception {
        Service service = (Service) round.world();
        service.lie(lie, times);
        try (Run run = round.start()) {
            round.expectExit(run, lasts() ? SOURCE_UNAVAILABLE : 0);
        }
        if (service.asked() < 1 || service.asked() > MOST_CALLS) {
            round.wrong("the page was asked for " + service.asked() + " times");
        }
        if (lasts()) {
            round.readersSeeOld();
        }
        service.lie(Lie.NONE, 0);
        return true;
    }
}
