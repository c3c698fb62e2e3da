package dev.kenshin.job;

import dev.kenshin.config.LinkConfig;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.landing.LandedRecord;
import dev.kenshin.mapping.AccountDirectory;
import dev.kenshin.mapping.AccountLinks;
import dev.kenshin.mapping.Link;
import dev.kenshin.mapping.Outcome;
import dev.kenshin.quarantine.RecordId;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What mappings say of records that were set aside, given the accounts of the last night and the configuration at hand. */
final class QuarantinedLinks {
    private final NightPlan plan;
    private final Set<String> columns;
    private final AccountDirectories accounts;

    QuarantinedLinks(NightPlan plan, Warehouse warehouse, Connection connection) throws SQLException {
        this.plan = plan;
        this.columns = Set.copyOf(Query.list(
                connection,
                row -> row.getString(1),
                "select column_name from duckdb_columns() where schema_name = 'model' and table_name = 'account'"));
        this.accounts = new AccountDirectories(plan, warehouse, (step, problem) -> {});
    }

    /** The mapping that set a record aside, if the job still has it. */
    Optional<CompiledMapping> mapping(RecordId id) {
        return plan.mappings().stream()
                .filter(mapping -> mapping.config().name().equals(id.mapping()))
                .filter(mapping -> mapping.stream().equals(id.origin()))
                .findFirst();
    }

    /** What would become of the record. */
    Optional<QuarantineDetail.Now> outcome(RecordId id, LandedRecord landed) {
        Optional<CompiledMapping> mapping = mapping(id);
        Optional<AccountDirectory> directory = mapping.flatMap(this::directory);
        return directory.map(known -> now(mapping.orElseThrow().mapper().map(landed.record(), known)));
    }

    private static QuarantineDetail.Now now(Outcome outcome) {
        return outcome instanceof Outcome.MappedRow row
                ? new QuarantineDetail.Now(row.linkedBy(), List.of())
                : new QuarantineDetail.Now(
                        "",
                        ((Outcome.Rejected) outcome)
                                .rejections().stream().map(MappedRows::rejected).toList());
    }

    /** The accounts that may be meant, where the record names none or several. */
    List<QuarantineDetail.Nearest> nearest(RecordId id, Optional<LandedRecord> landed) {
        return link(id, landed).stream()
                .flatMap(QuarantinedLinks::candidates)
                .map(each ->
                        new QuarantineDetail.Nearest(new AccountName(each.accountId(), each.name()), each.similarity()))
                .toList();
    }

    static Stream<Link.Candidate> candidates(Link link) {
        if (link instanceof Link.Unknown unknown) {
            return unknown.nearest().stream();
        }
        return link instanceof Link.Ambiguous ambiguous ? ambiguous.candidates().stream() : Stream.empty();
    }

    /** The account of a record, or of a name that an account has in the product; empty where none is looked for. */
    Optional<Link> link(RecordId id, Optional<LandedRecord> landed) {
        Optional<UsageConfig> usage = plan.usage().stream()
                .filter(each -> each.name().equals(id.origin()))
                .filter(each -> id.mapping().equals(UsageLinkStep.NAME))
                .findFirst();
        if (usage.isPresent()) {
            List<LinkConfig> links = usage.get().account();
            return directory(usage.get().name(), links)
                    .map(known -> known.link(links, usage.get().name(), id.key()));
        }
        Optional<CompiledMapping> mapping = mapping(id).filter(each -> !each.ofAccounts());
        if (mapping.isEmpty() || landed.isEmpty()) {
            return Optional.empty();
        }
        List<LinkConfig> links = mapping.get().config().account();
        return directory(mapping.get())
                .map(known -> known.link(
                        links, mapping.get().source(), landed.get().record().fields()::get));
    }

    private Optional<AccountDirectory> directory(CompiledMapping mapping) {
        return mapping.ofAccounts()
                ? Optional.of(AccountDirectories.nobody())
                : directory(mapping.source(), mapping.config().account());
    }

    /** Empty where the model lacks a column that was configured since the last night. */
    private Optional<AccountDirectory> directory(String source, List<LinkConfig> links) {
        return columns.containsAll(AccountLinks.accountColumns(links))
                ? Optional.of(accounts.forLinks("quarantine", source, links))
                : Optional.empty();
    }
}
