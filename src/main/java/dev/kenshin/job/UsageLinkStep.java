package dev.kenshin.job;

import dev.kenshin.config.UsageConfig;
import dev.kenshin.mapping.AccountDirectory;
import dev.kenshin.mapping.Link;
import dev.kenshin.usage.UsageLinks;
import dev.kenshin.warehouse.Quarantine;
import dev.kenshin.warehouse.QuarantineRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.step.Step;

/** Finds the account behind each name that an account has in the product. */
final class UsageLinkStep {
    static final String NAME = "link usage";

    private final Night night;
    private final AccountDirectories directories;

    UsageLinkStep(Night night, AccountDirectories directories) {
        this.night = night;
        this.directories = directories;
    }

    Step step(Steps steps) {
        return steps.once(NAME, this::linkAll);
    }

    void linkAll() throws SQLException {
        List<String> sources =
                night.plan().usage().stream().map(UsageConfig::name).toList();
        UsageLinks.keep(night.inTransaction(), sources);
        for (UsageConfig usage : night.plan().usage()) {
            link(night.inTransaction(), usage);
        }
    }

    private void link(Connection connection, UsageConfig usage) throws SQLException {
        AccountDirectory directory = directories.forLinks(NAME, usage.name(), usage.account());
        Map<String, String> accounts = new LinkedHashMap<>();
        List<QuarantineRow> unlinked = new ArrayList<>();
        List<String> keys = UsageLinks.keys(connection, usage.name());
        for (String key : keys) {
            Link link = directory.link(usage.account(), usage.name(), key);
            if (link instanceof Link.Linked linked) {
                accounts.put(key, linked.accountId());
            } else {
                unlinked.add(row(usage, key, (Link.Unlinked) link));
            }
        }
        UsageLinks.replace(connection, usage.name(), accounts);
        Quarantine.replaceAll(connection, usage.name(), NAME, unlinked);
        night.log().count(NAME, "linked", accounts.size());
        night.log().count(NAME, "quarantined", unlinked.size());
    }

    private static QuarantineRow row(UsageConfig usage, String key, Link.Unlinked link) {
        String place = usage.name() + "[" + link.field() + "=" + key + "]";
        return new QuarantineRow(key, place, link.field(), key, link.code(), link.reason(), link.fix());
    }
}
