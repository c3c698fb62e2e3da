package dev.kenshin.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/** Prints what was measured, as it comes. */
final class Report {
    private static final double MEBIBYTE = 1 << 20;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** On what was measured, with which options of Java, and whether it was busy with something else. */
    void machine() throws IOException {
        print(
                "Java %s %s, %d processors, load before the start %.2f%n",
                Runtime.version(),
                String.join(" ", Jvm.options()),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    void startUp(Measured version) {
        print("Start-up (--version): %.2f s%n", version.seconds());
    }

    void scoring(Duration time) {
        print(
                "Scoring %,d accounts by %d components, drivers in words: %.2f s%n",
                ScoringSpeed.ACCOUNTS, ScoringSpeed.GROUPS * ScoringSpeed.COMPONENTS, time.toMillis() / 1000.0);
    }

    void heading(Company company) throws IOException {
        print(
                "%n%,d accounts, events in %s, %.0f MiB%n%-36s %8s %10s %10s %14s%n",
                company.accounts(),
                company.format(),
                company.eventBytes() / MEBIBYTE,
                "",
                "wall s",
                "CPU s",
                "peak MiB",
                "wall / plain");
    }

    Measured row(String name, Measured measured) {
        row(name, measured, measured);
        return measured;
    }

    void row(String name, Measured measured, Measured plain) {
        print(
                "%-36s %8.2f %10.2f %10.0f %14.2f%n",
                name,
                measured.seconds(),
                measured.processor().toMillis() / 1000.0,
                measured.peakBytes() / MEBIBYTE,
                measured.seconds() / plain.seconds());
    }

    void publishing(String job) {
        print("Kenshin, job '%s'%n", job);
    }

    /** Where the time of the row above went. */
    void stages(String stages) {
        print("    %s%n", stages);
    }

    void agreement(Agreement agreement) {
        print(
                "    agrees with the script in all %,d values of all %d metrics (%,d of them known)%n",
                agreement.values(), agreement.metrics(), agreement.known());
    }

    void feeds() {
        print(
                "%nA REST source: records of kintone%n%-10s %-18s %10s %8s %8s %8s %10s %12s%n",
                "records", "", "extract s", "land s", "rec/s", "CPU s", "peak MiB", "server CPU s");
    }

    /** The rate is that of extracting and landing; processor time and memory are those of the whole night. */
    void feed(Feed feed, String name, Measured night, Duration server) throws IOException {
        print(
                "%-10d %-18s %10.2f %8.2f %8.0f %8.2f %10.0f %12.2f%n",
                feed.records(),
                name,
                feed.extracting(),
                feed.landing(),
                feed.records() / (feed.extracting() + feed.landing()),
                night.processor().toMillis() / 1000.0,
                night.peakBytes() / MEBIBYTE,
                server.toMillis() / 1000.0);
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
