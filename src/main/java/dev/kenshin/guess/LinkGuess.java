package dev.kenshin.guess;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.FieldConfig;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the account of a row can be found.
 *
 * @param by as a mapping says it
 * @param from the record's field
 */
record LinkGuess(String by, String from, Remark remark) {
    static final String BY_ID = "account.account_id";

    /** What the columns' names tell, the most certain way first; empty where none looks like an account. */
    static List<LinkGuess> byColumns(List<Profile> profiles) {
        List<LinkGuess> links = new ArrayList<>();
        add(links, BY_ID, "account_id", profiles);
        add(links, "name", "name", profiles);
        add(links, "email-domain", "email", profiles);
        return links;
    }

    /** At least one way: by the account's id, by columns that accounts are configured to have, by name, by address. */
    static List<LinkGuess> of(List<Profile> profiles, Configuration configuration) {
        List<LinkGuess> links = new ArrayList<>(byColumns(profiles));
        int certain = links.isEmpty() || !links.get(0).by().equals(BY_ID) ? 0 : 1;
        links.addAll(certain, byOwnColumns(profiles, configuration));
        return links.isEmpty() ? List.of(lastResort(profiles)) : links;
    }

    /** How the account of an event is found by the column that names it; empty unless accounts have such a column. */
    static Optional<LinkGuess> ofEvents(Profile account, Configuration configuration) {
        return byOwnColumns(List.of(account), configuration).stream().findFirst();
    }

    private static void add(List<LinkGuess> links, String by, String column, List<Profile> profiles) {
        Match.best(Vocabulary.column("link", column), profiles)
                .filter(match -> !match.profile().blank() || match.profile().unseen())
                .ifPresent(match -> links.add(new LinkGuess(by, match.profile().name(), match.remark())));
    }

    /** The custom variables of configured accounts, such as a tenant's id. */
    private static List<LinkGuess> byOwnColumns(List<Profile> profiles, Configuration configuration) {
        List<LinkGuess> links = new ArrayList<>();
        for (MappingConfig mapping : configuration.mappings().values()) {
            if (mapping.to().name().equals(Model.ACCOUNT.name())) {
                mapping.custom().values().forEach(custom -> profiles.stream()
                        .filter(profile -> isCalled(profile, custom))
                        .map(profile -> new LinkGuess(
                                "account." + custom.name(),
                                profile.name(),
                                Remark.sure("顧客の独自の変数と同じ名前", "accounts have a variable of this name")))
                        .forEach(links::add));
            }
        }
        return links;
    }

    private static boolean isCalled(Profile profile, FieldConfig custom) {
        String name = Name.plain(profile.name());
        Set<String> tenant = Vocabulary.column("usage", "account").names();
        return Stream.concat(Stream.of(custom.name()), custom.from().stream())
                .map(Name::plain)
                .anyMatch(own -> own.equals(name) || (tenant.contains(own) && isTenant(name)));
    }

    /** A tenant by any of its names; a customer's number is something else. */
    private static boolean isTenant(String name) {
        return name.startsWith("tenant") || name.startsWith("テナント") || name.startsWith("workspace");
    }

    private static LinkGuess lastResort(List<Profile> profiles) {
        return new LinkGuess(
                "name",
                profiles.get(0).name(),
                Remark.unsure("顧客を表す列が見つかりません。書き直してください", "no column looks like an account: correct this"));
    }
}
