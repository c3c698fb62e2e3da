package dev.kenshin.sandbox;

import dev.kenshin.source.SourceUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The shipped sample company, served on a free port by a clock that only the test moves. */
public final class SampleSandbox implements AutoCloseable {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T00:00:00Z"));
    private final Sandbox sandbox;

    public SampleSandbox() throws IOException, SourceUnavailable {
        InstantSource time = now::get;
        sandbox = Sandbox.start(0, Path.of("sample-data"), time.withZone(ZoneOffset.UTC));
    }

    public String url() {
        return sandbox.url();
    }

    public Client client(String service) {
        return new Client(sandbox.url() + service);
    }

    public void arm(String faults) throws FaultMistake {
        sandbox.arm(faults);
    }

    /** How often a fault befell a call, or how many calls there were. */
    public int count(String pointer) throws IOException, InterruptedException {
        return client("").get("/sandbox/faults").at(pointer).asInt();
    }

    /** The other host's name and port. */
    public String stranger() throws IOException, InterruptedException {
        return client("").get("/sandbox/faults").text("/stranger/url").replace("http://", "");
    }

    public void pass(long seconds) {
        now.updateAndGet(before -> before.plusSeconds(seconds));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
