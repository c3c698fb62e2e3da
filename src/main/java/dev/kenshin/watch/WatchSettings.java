package dev.kenshin.watch;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.JobConfig;
import dev.kenshin.config.Secrets;
import dev.kenshin.config.Yaml;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a job is watched, with everything looked up that its configuration only names. What is wrong there is reported when the
 * job is compiled, and counts as absent here.
 *
 * @param traces address of the collector; empty text where the environment alone says it
 */
record WatchSettings(Optional<Path> prometheus, Optional<PingSettings> ping, Optional<String> traces) {

    static WatchSettings of(JobConfig job, Path base, Map<String, String> environment) {
        Secrets secrets = new Secrets(environment);
        Optional<Yaml.Mapping> watch = job.watch();
        return new WatchSettings(
                watch.flatMap(all -> all.text("prometheus")).map(base::resolve),
                watch.flatMap(all -> all.get("ping")).flatMap(ping -> PingSettings.of(ping, secrets)),
                traces(watch.flatMap(all -> all.get("traces")), secrets, environment));
    }

    /** The text with its secrets; empty where one of them is missing. */
    static Optional<String> resolved(Yaml value, Secrets secrets) {
        try {
            return Optional.of(secrets.resolve(value)).filter(text -> !text.isBlank());
        } catch (ConfigException missing) {
            return Optional.empty();
        }
    }

    private static Optional<String> traces(
            Optional<Yaml> configured, Secrets secrets, Map<String, String> environment) {
        if (isOff(environment)) {
            return Optional.empty();
        }
        Optional<String> address = configured.flatMap(value -> resolved(value, secrets));
        boolean said = isSet(environment, "OTEL_EXPORTER_OTLP_ENDPOINT")
                || isSet(environment, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
        return address.or(() -> said ? Optional.of("") : Optional.empty());
    }

    private static boolean isOff(Map<String, String> environment) {
        return "true".equalsIgnoreCase(environment.getOrDefault("OTEL_SDK_DISABLED", ""))
                || "none".equalsIgnoreCase(environment.getOrDefault("OTEL_TRACES_EXPORTER", ""));
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
