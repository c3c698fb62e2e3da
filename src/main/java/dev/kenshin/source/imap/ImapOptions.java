package dev.kenshin.source.imap;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Which server, who reads, and what is kept.
 *
 * @param columns in the order of the configuration
 * @param bodyLimit characters of a body that are kept
 */
record ImapOptions(String host, int port, Security security, Login login, List<MailColumn> columns, int bodyLimit) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_BODY = 1_000_000;
    private static final int USUAL_BODY = 20_000;

    static ImapOptions of(SourceConfig config, UnaryOperator<String> secrets, Problems problems) {
        String host = required(config, "host", problems).map(secrets).orElse("");
        Security security = security(config, host, problems);
        return new ImapOptions(
                host,
                number(config, "port", security.port(), HIGHEST_PORT, problems),
                security,
                login(config, secrets, problems),
                columns(config, problems),
                number(config, "body-limit", USUAL_BODY, LONGEST_BODY, problems));
    }

    boolean keeps(MailColumn column) {
        return columns.contains(column);
    }

    List<String> words() {
        return columns.stream().map(MailColumn::word).toList();
    }

    /** Of what is read and what is kept of it: where it changes, an extract begins anew. */
    String fingerprint(Wanted wanted) {
        return Fingerprint.of(
                4,
                host,
                login.user(),
                wanted.folder(),
                wanted.since().map(String::valueOf).orElse(""),
                String.join(" ", words()),
                keeps(MailColumn.BODY) ? String.valueOf(bodyLimit) : "");
    }

    Location at(Wanted wanted) {
        return new Location.Named(
                "%s (%s:%d %s)".formatted(wanted.stream().qualifiedName(), host, port, wanted.folder()));
    }

    private static Security security(SourceConfig config, String host, Problems problems) {
        String word = config.options().text("security").orElse("tls");
        Optional<Security> security = Security.of(word);
        if (security.isEmpty()) {
            problems.add(OptionProblems.security(config, word));
        } else if (security.get() == Security.NONE && !THIS_MACHINE.contains(host)) {
            problems.add(OptionProblems.unprotected(config, host));
        }
        return security.orElse(Security.TLS);
    }

    private static Login login(SourceConfig config, UnaryOperator<String> secrets, Problems problems) {
        Optional<String> password = config.options().text("password");
        Optional<String> token = config.options().text("oauth-token");
        if (password.isPresent() == token.isPresent()) {
            problems.add(OptionProblems.login(config));
        }
        String user = required(config, "user", problems).map(secrets).orElse("");
        return new Login(user, password, token, secrets);
    }

    private static List<MailColumn> columns(SourceConfig config, Problems problems) {
        List<String> words = config.options().get("columns").map(Yaml::asTexts).orElse(List.of());
        if (words.isEmpty()) {
            problems.add(OptionProblems.noColumns(config));
        }
        words.stream()
                .filter(word -> MailColumn.of(word).isEmpty())
                .forEach(word -> problems.add(OptionProblems.column(config, word)));
        return words.stream()
                .flatMap(word -> MailColumn.of(word).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> required(SourceConfig config, String option, Problems problems) {
        Optional<String> text = config.options().text(option).filter(it -> !it.isBlank());
        if (text.isEmpty()) {
            problems.add(OptionProblems.missing(config, option));
        }
        return text;
    }

    private static int number(SourceConfig config, String option, int otherwise, int most, Problems problems) {
        String text = config.options().text(option).orElse(String.valueOf(otherwise));
        if (text.matches("[1-9]\\d{0,6}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        problems.add(OptionProblems.number(config, option, text, most));
        return otherwise;
    }
}
