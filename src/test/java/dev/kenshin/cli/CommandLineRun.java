package dev.kenshin.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** A command that ran within the test, and what it said. */
record CommandLineRun(int exitCode, String out, String err) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

    static CommandLineRun of(String... arguments) {
        return of(Map.of(), arguments);
    }

    static CommandLineRun of(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
        Locale before = Locale.getDefault();
        try {
            int exitCode = Kenshin.run(new Session(terminal, environment, CLOCK), arguments);
            terminal.out().flush();
            terminal.err().flush();
            return new CommandLineRun(exitCode, out.toString(), err.toString());
        } finally {
            Locale.setDefault(before);
        }
    }
}
