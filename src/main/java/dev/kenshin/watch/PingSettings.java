package dev.kenshin.watch;

import dev.kenshin.config.Secrets;
import dev.kenshin.config.Yaml;
import dev.kenshin.ops.ExitCode;
import java.util.Optional;

/**
 * Where pings go. The addresses hold secrets, and {@code toString()} shows none of them.
 *
 * @param url to which {@code /start} and {@code /<exit code>} are added where no other address is given
 * @param warningsSucceed whether exit code 3 is told as a success
 * @param method {@code GET} or {@code POST}
 */
record PingSettings(
        Optional<String> url,
        Optional<String> start,
        Optional<String> success,
        Optional<String> failure,
        boolean warningsSucceed,
        String method) {

    /** Empty where no address is known. */
    static Optional<PingSettings> of(Yaml ping, Secrets secrets) {
        if (ping instanceof Yaml.Mapping mapping) {
            return Optional.of(new PingSettings(
                    address(mapping, "url", secrets),
                    address(mapping, "start", secrets),
                    address(mapping, "success", secrets),
                    address(mapping, "failure", secrets),
                    mapping.text("warnings").filter("success"::equals).isPresent(),
                    mapping.text("method").orElse("POST")));
        }
        Optional<String> none = Optional.empty();
        return WatchSettings.resolved(ping, secrets)
                .map(url -> new PingSettings(Optional.of(url), none, none, none, false, "POST"));
    }

    Optional<String> atStart() {
        return start.or(() -> url.map(base -> below(base, "start")));
    }

    /** The address that is told of an exit code. */
    Optional<String> atEnd(int exitCode) {
        int told = warningsSucceed && exitCode == ExitCode.WARNINGS.code() ? ExitCode.DONE.code() : exitCode;
        Optional<String> own = told == ExitCode.DONE.code() ? success : failure;
        return own.map(address -> address.replace("{exit-code}", Integer.toString(exitCode)))
                .or(() -> url.map(base -> below(base, Integer.toString(told))));
    }

    @Override
    public String toString() {
        return method + " to secret addresses";
    }

    private static Optional<String> address(Yaml.Mapping mapping, String key, Secrets secrets) {
        return mapping.get(key).flatMap(value -> WatchSettings.resolved(value, secrets));
    }

    /** What follows a question mark stays at the end. */
    private static String below(String base, String step) {
        String[] parts = base.split("\\?", 2);
        String path = parts[0].endsWith("/") ? parts[0] + step : parts[0] + "/" + step;
        return parts.length == 2 ? path + "?" + parts[1] : path;
    }
}
