package dev.kenshin.threat;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs all tests that are marked with a {@link Threat}, and makes a table of them. */
public final class ThreatRun {
    private ThreatRun() {}

    /** Writes {@code target/threats.md}. Ends with exit code 1 if a defence did not hold, or a danger has no test. */
    public static void main(String[] arguments) throws IOException {
        ThreatResults results = play();
        Files.writeString(Path.of("target", "threats.md"), results.table());
        System.out.print(results.table());
        results.failures().forEach(System.out::println);
        System.exit(results.failures().isEmpty() ? 0 : 1);
    }

    /** Takes as long as these tests do, about a minute. */
    public static ThreatResults play() {
        Locale.setDefault(Locale.ENGLISH);
        System.setProperty("java.awt.headless", "true");
        LauncherDiscoveryRequest marked = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("dev.kenshin"))
                .filters(TagFilter.includeTags(Threat.TAG))
                .build();
        ThreatResults results = new ThreatResults();
        LauncherFactory.create().execute(marked, results);
        return results;
    }
}
