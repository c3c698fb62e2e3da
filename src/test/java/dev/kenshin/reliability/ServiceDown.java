package dev.kenshin.reliability;

/** Nobody listens where a service should be. */
record ServiceDown() implements Fault {
    private static final int SOURCE_UNAVAILABLE = 69;

    @Override
    public String name() {
        return "a service refuses connections, again and again";
    }

    @Override
    public String detail() {
        return "always";
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public boolean strike(Round round) throws Exception {
        Service service = (Service) round.world();
        service.goDown();
        try (Run run = round.start()) {
            round.expectExit(run, SOURCE_UNAVAILABLE);
        }
        round.readersSeeOld();
        service.comeBack();
        return true;
    }
}
