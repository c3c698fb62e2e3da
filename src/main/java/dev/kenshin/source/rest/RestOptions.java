package dev.kenshin.source.rest;

import dev.kenshin.config.Durations;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.Yaml;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code config/sources/<name>.yaml} besides the streams.
 *
 * @param config the values that the manifest's templates refer to, secrets looked up
 * @param secrets texts that must never be shown
 * @param patience how long to wait for rate limits in all
 * @param responseBytes the most that one answer may have
 * @param responseTime how long one answer may take
 * @param concurrency how many streams are read side by side, 1 to 20
 */
record RestOptions(
        Map<String, @Nullable Object> config,
        Set<String> secrets,
        Duration patience,
        long responseBytes,
        Duration responseTime,
        List<String> allowedHosts,
        boolean privateNetwork,
        int concurrency) {
    private static final int USUAL_CONCURRENCY = 2;
    private static final long MEGABYTE = 1 << 20;
    private static final long LARGEST = 64 * MEGABYTE;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    static RestOptions of(SourceConfig source, UnaryOperator<String> secrets) {
        Yaml.Mapping options = source.options();
        Set<String> secret = new LinkedHashSet<>();
        Map<String, @Nullable Object> config = new LinkedHashMap<>();
        options.mapping("config").ifPresent(values -> values.entries()
                .forEach((name, value) -> config.put(name, plain(value, secrets, secret))));
        return new RestOptions(
                config,
                secret,
                options.mapping("rate-limit")
                        .flatMap(limit -> limit.text("wait"))
                        .flatMap(Durations::parse)
                        .orElse(Duration.ofMinutes(10)),
                options.mapping("limits")
                        .flatMap(limits -> limits.text("response"))
                        .flatMap(RestOptions::bytes)
                        .orElse(LARGEST),
                options.mapping("limits")
                        .flatMap(limits -> limits.text("time"))
                        .map(RestOptions::time)
                        .orElse(LONGEST),
                options.get("allow-hosts").map(Yaml::asTexts).orElse(List.of()),
                options.text("allow-private-network")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent(),
                options.text("concurrency")
                        .filter(text -> text.matches("[1-9]|1[0-9]|20"))
                        .map(Integer::parseInt)
                        .orElse(USUAL_CONCURRENCY));
    }

    private static @Nullable Object plain(Yaml value, UnaryOperator<String> secrets, Set<String> secret) {
        if (value instanceof Yaml.Mapping mapping) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            mapping.entries().forEach((name, child) -> plain.put(name, plain(child, secrets, secret)));
            return plain;
        }
        if (value instanceof Yaml.Sequence sequence) {
            List<@Nullable Object> plain = new ArrayList<>();
            sequence.items().forEach(item -> plain.add(plain(item, secrets, secret)));
            return plain;
        }
        Yaml.Scalar scalar = (Yaml.Scalar) value;
        if (!scalar.text().contains("${")) {
            return scalar.value();
        }
        String resolved = secrets.apply(scalar.text());
        secret.add(resolved);
        return resolved;
    }

    /** {@code 90s}, {@code 2m}; the schema lets nothing else through. */
    private static Duration time(String text) {
        return Duration.parse("PT" + text);
    }

    /** {@code 64MB}, {@code 500KB}. */
    static Optional<Long> bytes(String text) {
        if (!text.matches("[1-9][0-9]{0,2}(KB|MB)")) {
            return Optional.empty();
        }
        long number = Long.parseLong(text.substring(0, text.length() - 2));
        return Optional.of(number * (text.endsWith("MB") ? MEGABYTE : 1024));
    }
}
