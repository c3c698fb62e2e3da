package dev.kenshin.cli;

import static dev.kenshin.cli.ComparisonCsv.cell;

import dev.kenshin.job.ReplayedAccount;
import dev.kenshin.job.ReplayedAccount.State;
import dev.kenshin.job.ReplayedDate;
import dev.kenshin.problem.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The accounts of a replay as CSV, a row for each date, figures unrounded. Text that would be a formula gets an apostrophe. */
final class ReplayCsv {
    private static final String END = "\r\n";

    private final Language language;

    ReplayCsv(Language language) {
        this.language = language;
    }

    String head() {
        return "as_of,account_id,name,owner,scorecard_before,scorecard_now,level_before,level_now,health_before,health_now,"
                + "change,coverage_before,coverage_now,reason,reason_points" + END;
    }

    String lines(ReplayedDate date) {
        return date.accounts().stream()
                .map(account -> date.asOf() + "," + line(account) + END)
                .collect(Collectors.joining());
    }

    private String line(ReplayedAccount account) {
        Optional<State> before = account.before();
        Optional<State> now = account.now();
        List<String> cells = new ArrayList<>(List.of(
                cell(account.accountId()),
                cell(account.name()),
                cell(account.owner().orElse(""))));
        cells.add(cell(before.flatMap(State::scorecard).orElse("")));
        cells.add(cell(now.flatMap(State::scorecard).orElse("")));
        cells.add(cell(ReplayedAccount.level(before)));
        cells.add(cell(ReplayedAccount.level(now)));
        cells.add(cell(before.map(State::health).orElse(OptionalDouble.empty())));
        cells.add(cell(now.map(State::health).orElse(OptionalDouble.empty())));
        cells.add(cell(account.change()));
        cells.add(before.map(state -> cell(OptionalDouble.of(state.coverage()))).orElse(""));
        cells.add(now.map(state -> cell(OptionalDouble.of(state.coverage()))).orElse(""));
        cells.add(account.reason().map(why -> cell(why.words().in(language))).orElse(""));
        cells.add(account.reason()
                .map(why -> cell(OptionalDouble.of(why.points())))
                .orElse(""));
        return String.join(",", cells);
    }
}
