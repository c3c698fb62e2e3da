package dev.kenshin.source.sheets;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which spreadsheet, and where.
 *
 * @param source its name in the configuration
 * @param id by which Google knows the spreadsheet
 * @param rootUrl where the API is, ending in a slash
 */
record SheetsOptions(String source, String id, String rootUrl, Login login) {
    private static final String GOOGLE = "https://sheets.googleapis.com/";
    private static final Pattern ID_OR_URL = Pattern.compile(
            "(?:https://docs\\.google\\.com/(?:a/[^/]+/)?spreadsheets/(?:u/\\d+/)?d/)?([\\w-]{2,})(?:[/?#].*)?");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    static SheetsOptions of(SourceConfig config, UnaryOperator<String> secrets, Problems problems) {
        Yaml.Mapping options = config.options();
        String spreadsheet = options.text("spreadsheet").map(secrets).orElse("").strip();
        String root = options.text("root-url").map(secrets).orElse(GOOGLE);
        Matcher id = ID_OR_URL.matcher(spreadsheet);
        if (!id.matches()) {
            problems.add(OptionProblems.spreadsheet(config, spreadsheet));
        }
        if (!isSafe(root)) {
            problems.add(OptionProblems.rootUrl(config, root));
        }
        if (options.text("credentials").isPresent() == options.text("token").isPresent()) {
            problems.add(OptionProblems.login(config));
        }
        Login login = new Login(options.text("credentials"), options.text("token"), secrets);
        return new SheetsOptions(
                config.name(), id.matches() ? id.group(1) : "", root.endsWith("/") ? root : root + "/", login);
    }

    /** Whether a token may be sent there: encrypted, or not leaving this machine. */
    static boolean isSafe(String url) {
        try {
            URI uri = new URI(url);
            String host = Optional.ofNullable(uri.getHost()).orElse("");
            boolean local = THIS_MACHINE.contains(host);
            return !host.isEmpty() && ("https".equals(uri.getScheme()) || (local && "http".equals(uri.getScheme())));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The spreadsheet, as long as its title is not known. */
    Location at() {
        return new Location.Named(source + " (spreadsheet " + id + ")");
    }
}
