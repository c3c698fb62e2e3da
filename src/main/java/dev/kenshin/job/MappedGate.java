package dev.kenshin.job;

import dev.kenshin.config.Limits;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.gate.Gate;
import dev.kenshin.gate.GateTable;
import dev.kenshin.gate.Judgement;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.usage.UsageLinks;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.springframework.batch.core.step.Step;

/** Looks, before anything is measured, whether enough of what was read became rows of accounts. */
final class MappedGate {
    static final String NAME = "check rows";

    /** No account is named, none is known by that name, or several are. */
    private static final String WITHOUT_ACCOUNT = "('KEN-P35', 'KEN-P36', 'KEN-P37')";

    private static final String RECORDS = "records";

    /** Rows that could not be read, and names in the product, which no record stands for. */
    private static final String NEVER_LANDED = """
            select count(*) from (select distinct origin, key from landing.quarantine) aside
            where not exists (
                select 1 from landing.record landed
                where landed.stream = aside.origin and landed.key = aside.key
                    and landed.superseded_at is null and not landed.deleted
            )
            """;

    private final Night night;

    MappedGate(Night night) {
        this.night = night;
    }

    /** @param judging all steps of the night that judge */
    Step step(Steps steps, List<String> judging) {
        return steps.once(NAME, () -> check(judging));
    }

    void check(List<String> judging) throws SQLException {
        Connection connection = night.inTransaction();
        GateTable.keepOnly(connection, night.asOf(), judging);
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(quarantine(connection));
        for (CompiledMapping mapping : night.plan().mappings()) {
            if (!mapping.config().account().isEmpty()) {
                judgements.add(orphans(connection, mapping));
            }
        }
        for (UsageConfig usage : night.plan().usage()) {
            judgements.add(orphans(connection, usage));
        }
        new GateKeeper(night, NAME).decide(judgements);
    }

    /** Of a few rows, too: there are few only if next to nothing was read. */
    private Judgement quarantine(Connection connection) throws SQLException {
        long landed = Query.number(
                connection, "select count(*) from landing.record where superseded_at is null and not deleted");
        long aside = Query.number(connection, "select count(distinct (origin, key)) from landing.quarantine");
        long all = landed + Query.number(connection, NEVER_LANDED);
        double share = all == 0 ? 0 : (double) aside / all;
        Limits limits = night.plan().job().gates().quarantine();
        return Judgement.of(
                Gate.QUARANTINE, RECORDS, share, OptionalDouble.empty(), limits, () -> tooMany(aside, share, limits));
    }

    private static Problem tooMany(long aside, double share, Limits limits) {
        String part = percent(share);
        String limit = percent(limits.exceeded(share));
        return problem(
                Gate.QUARANTINE,
                RECORDS,
                new Text(
                        "隔離された行が %d 件（%s）あり、上限 %s を超えています。".formatted(aside, part, limit),
                        "%d rows are quarantined (%s), above the limit of %s.".formatted(aside, part, limit)),
                new Text(
                        "隔離データ（quarantine）の理由と直し方に従って、元データかマッピングを直してください。",
                        "Follow the reasons and fixes in the quarantine: mend the data, or the mapping."));
    }

    private Judgement orphans(Connection connection, CompiledMapping mapping) throws SQLException {
        String name = mapping.config().name();
        long rows = Query.number(
                connection,
                "select count(*) from model."
                        + Quoted.name(mapping.mapper().table().name()) + " where mapping = ?",
                name);
        long aside =
                Query.number(connection, "select count(distinct key) from landing.quarantine where mapping = ?", name);
        long orphans = Query.number(
                connection,
                "select count(distinct key) from landing.quarantine where mapping = ? and code in " + WITHOUT_ACCOUNT,
                name);
        return judge(name, orphans, rows + aside);
    }

    /** Names that accounts have in the product, however many events each has. */
    private Judgement orphans(Connection connection, UsageConfig usage) throws SQLException {
        long orphans = Query.number(
                connection,
                "select count(distinct key) from landing.quarantine where origin = ? and code in " + WITHOUT_ACCOUNT,
                usage.name());
        return judge(
                usage.name(), orphans, UsageLinks.keys(connection, usage.name()).size());
    }

    private Judgement judge(String subject, long orphans, long all) {
        Limits limits = night.plan().job().gates().orphans();
        if (all < night.plan().job().gates().minimum()) {
            return Judgement.notMeasured(Gate.ORPHANS, subject, limits, few());
        }
        double share = (double) orphans / all;
        return Judgement.of(
                Gate.ORPHANS, subject, share, OptionalDouble.empty(), limits, () -> orphans(subject, orphans, share));
    }

    static Text few() {
        return new Text("件数が少ないため、割合は判断しません。", "There are too few to judge a share.");
    }

    private Problem orphans(String subject, long orphans, double share) {
        String part = percent(share);
        String limit = percent(night.plan().job().gates().orphans().exceeded(share));
        return problem(
                Gate.ORPHANS,
                subject,
                new Text(
                        "顧客が見つからない行が %d 件（%s）あり、上限 %s を超えています。".formatted(orphans, part, limit),
                        "the account of %d rows (%s) is not found, above the limit of %s."
                                .formatted(orphans, part, limit)),
                new Text(
                        "顧客の取得元が欠けていないか確認し、なければ対応表（config/crosswalks）に加えてください。",
                        "Check whether accounts are missing where they come from; else add the names to the crosswalk."));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    private static Problem problem(Gate gate, String subject, Text message, Text fix) {
        return Problem.error(gate.code(), new Location.Named(subject), message, fix);
    }
}
