package dev.kenshin.example;

import dev.kenshin.job.NightPlan;
import dev.kenshin.job.SetAside;
import dev.kenshin.job.Trial;
import dev.kenshin.job.TrialScore;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what a trial left against what an example expects. */
final class Comparison {
    private final Trial trial;
    private final NightPlan plan;
    private final Example example;
    private final Language language;

    Comparison(Trial trial, NightPlan plan, Example example, Language language) {
        this.trial = trial;
        this.plan = plan;
        this.example = example;
        this.language = language;
    }

    List<Difference> differences() throws SQLException {
        List<Difference> differences = new ArrayList<>();
        List<SetAside> setAside = trial.setAside();
        for (Map.Entry<String, Wanted.Rows> table : example.wanted().tables().entrySet()) {
            differences.addAll(rows(table.getKey(), table.getValue(), setAside));
        }
        example.wanted()
                .quarantine()
                .ifPresent(rows -> differences.addAll(new RowsComparison(
                                WantedReader.QUARANTINE,
                                rows,
                                setAside.stream().map(this::row).toList(),
                                column -> Pointers.setAside(setAside),
                                Pointers.setAside(setAside))
                        .differences()));
        for (Wanted.OfAccount account : example.wanted().accounts()) {
            differences.addAll(account(account, setAside));
        }
        return differences;
    }

    private List<Difference> rows(String table, Wanted.Rows rows, List<SetAside> setAside) throws SQLException {
        Pointers pointers = new Pointers(plan);
        return new RowsComparison(
                        table,
                        rows,
                        trial.rows(table),
                        column -> pointers.column(table, column),
                        Pointers.setAside(setAside))
                .differences();
    }

    private Map<String, @Nullable Object> row(SetAside row) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("stream", row.origin());
        cells.put("place", row.place());
        cells.put("field", row.field());
        cells.put("value", row.value());
        cells.put("code", row.code());
        cells.put("reason", row.reason().in(language));
        return cells;
    }

    private List<Difference> account(Wanted.OfAccount wanted, List<SetAside> setAside) throws SQLException {
        Map<String, Map<String, @Nullable Object>> values = trial.values();
        Map<String, TrialScore> scores = trial.scores();
        String prefix = wanted.account().map(id -> id + ".").orElse("");
        String id = wanted.account()
                .orElseGet(() -> values.size() == 1 ? values.keySet().iterator().next() : "");
        Map<String, @Nullable Object> own = values.get(id);
        if (own == null) {
            return List.of(new Difference(
                    wanted.at(),
                    "accounts",
                    wanted.account().orElseGet(() -> new Text("1社", "one account").in(language)),
                    values.keySet().toString(),
                    Pointers.setAside(setAside)));
        }
        return new AccountComparison(plan, prefix, own, scores.get(id)).differences(wanted);
    }
}
