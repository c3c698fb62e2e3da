package dev.kenshin.mapping;

import dev.kenshin.config.LinkConfig;
import dev.kenshin.mapping.convert.Conversion;
import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The ways in which mappings and usage sources name an account: what they ask for, and whether that exists. */
public final class AccountLinks {
    static final String NAME = "name";
    static final String EMAIL_DOMAIN = "email-domain";
    static final String CROSSWALK = "crosswalk";

    private static final List<String> KINDS = List.of(NAME, EMAIL_DOMAIN, CROSSWALK);
    private static final String ACCOUNT = "account.";

    private AccountLinks() {}

    /** The account columns that a directory must hold for these links, beside {@code name} and {@code email_domain}. */
    public static Set<String> accountColumns(Collection<LinkConfig> links) {
        Set<String> columns = new TreeSet<>();
        links.stream()
                .filter(link -> link.by().startsWith(ACCOUNT))
                .forEach(link -> columns.add(link.by().substring(ACCOUNT.length())));
        return columns;
    }

    /** The streams ({@code source.stream}) whose record keys a directory must hold for these links. */
    public static Set<String> streams(Collection<LinkConfig> links) {
        Set<String> streams = new TreeSet<>();
        links.stream()
                .filter(link -> link.by().contains(".") && !link.by().startsWith(ACCOUNT))
                .forEach(link -> streams.add(link.by()));
        return streams;
    }

    /**
     * Reports every link whose {@code by} does not exist.
     *
     * @param accountColumns the columns of {@code account}, custom ones included
     * @param streams every {@code source.stream} that is configured
     */
    public static void check(
            Collection<LinkConfig> links, Set<String> accountColumns, Set<String> streams, Problems problems) {
        List<String> known = new ArrayList<>(KINDS);
        accountColumns.stream().sorted().forEach(column -> known.add(ACCOUNT + column));
        known.addAll(new TreeSet<>(streams));
        links.stream().filter(link -> !known.contains(link.by())).forEach(link -> report(link, known, problems));
    }

    private static void report(LinkConfig link, List<String> known, Problems problems) {
        problems.error(
                "KEN-P11",
                link.at(),
                new Text("顧客を「" + link.by() + "」で探すことはできません。", "Accounts cannot be found by '" + link.by() + "'."),
                Suggestion.among(link.by(), known));
    }

    /** The domain that a value names, as domains are compared; empty for free mail and for what is no domain. */
    static String domain(String value) {
        Conversion domain = FieldType.EMAIL_DOMAIN.converter(ZoneOffset.UTC).convert(value);
        return domain instanceof Conversion.Converted read && read.value() instanceof String words ? words : "";
    }
}
