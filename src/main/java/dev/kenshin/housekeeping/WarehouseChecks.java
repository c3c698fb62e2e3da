package dev.kenshin.housekeeping;

import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** What must hold of the warehouse's tables, whatever happened to a night. */
final class WarehouseChecks {
    private static final Text FIX = new Text(
            "プログラムの誤りか、壊れたファイルです。バックアップから復元し、このメッセージとともに報告してください。",
            "This is a mistake of the program, or a damaged file: restore a backup, and report it with this message.");

    /** What counts as wrong, and the query that counts it. */
    private record Rule(Text about, String count) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    new Text("レコードの現在の版はキーごとに1つ", "One current version of each record"),
                    "select count(*) from (select 1 from landing.record where superseded_at is null"
                            + " group by stream, key having count(*) > 1)"),
            new Rule(
                    new Text("レコードの数はストリームの記録と同じ", "As many records as their streams say"),
                    "select count(*) from landing.stream s left join (select stream, count(*) as records"
                            + " from landing.record where superseded_at is null and not deleted group by stream) r"
                            + " using (stream) where s.records <> coalesce(r.records, 0)"),
            new Rule(
                    new Text("マッピングは取り込んだ版より先に進まない", "No mapping is ahead of what landed"),
                    "select count(*) from landing.mapped where through > (select coalesce(max(version_id), 0)"
                            + " from landing.record)"),
            new Rule(
                    new Text("スコアは1日1社に1つ", "One health for each account and date"),
                    "select count(*) from (select 1 from score.account_health group by as_of, account_id"
                            + " having count(*) > 1)"),
            new Rule(
                    new Text("内訳のある日にはスコアがある", "No components without their scores"),
                    "select count(distinct as_of) from score.health_component"
                            + " where as_of not in (select as_of from score.account_health)"),
            new Rule(
                    new Text("スコアは0から100", "Health lies between 0 and 100"),
                    "select count(*) from score.account_health where health < 0 or health > 100"));

    private final Connection warehouse;

    WarehouseChecks(Connection warehouse) {
        this.warehouse = warehouse;
    }

    Stream<Check> all() throws SQLException {
        Stream.Builder<Check> checks = Stream.builder();
        for (Rule rule : RULES) {
            long wrong = Query.number(warehouse, rule.count());
            checks.add(
                    wrong == 0
                            ? Check.good("KEN-K27", rule.about(), new Text("はい", "yes"))
                            : Check.wrong(
                                    "KEN-K27", rule.about(), new Text("違うもの " + wrong + " 件", wrong + " do not"), FIX));
        }
        return checks.build();
    }
}
