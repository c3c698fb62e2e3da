package dev.kenshin.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Runs commands within this process and keeps what they say. */
final class Shell {
    /** In Tokyo it is the second of November already, a Monday. */
    static final Instant NOW = Instant.parse("2026-11-01T18:00:00Z");

    private static final AtomicLong SECONDS = new AtomicLong();

    private final List<String> always = new ArrayList<>();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    Shell(String... always) {
        this.always.addAll(List.of(always));
    }

    /** A shell that knows where the company is. */
    static Shell of(Path company, String language) {
        return new Shell(
                "--lang=" + language, "--config=" + company.resolve("config"), "--home=" + company.resolve("data"));
    }

    /** Runs a command and returns its exit code; what was said before is forgotten. */
    int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(always);
        Locale before = Locale.getDefault();
        try {
            return Kenshin.run(session(), all.toArray(String[]::new));
        } finally {
            Locale.setDefault(before);
        }
    }

    Session session() {
        out = new StringWriter();
        err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
        InstantSource ticking = () -> NOW.plusSeconds(SECONDS.incrementAndGet());
        return new Session(terminal, Map.of("LANG", "en_US.UTF-8"), ticking.withZone(ZoneOffset.UTC));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
