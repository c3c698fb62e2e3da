package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.ReplayedAccount;
import dev.kenshin.job.ReplayedAccount.State;
import dev.kenshin.job.ReplayedDate;
import dev.kenshin.job.ReplayedDate.Level;
import dev.kenshin.job.ReplayedDate.Unmeasured;
import dev.kenshin.job.ReplayedDate.Version;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** The page that helps to decide whether changed scorecards are adopted: each date in a line, the last one in full. */
final class ReplayPage {
    private static final int LISTED = 20;
    private static final String NONE = "-";

    private final List<ReplaySummary> dates;
    private final ReplayedDate last;
    private final Language language;

    ReplayPage(List<ReplaySummary> dates, ReplayedDate last, Language language) {
        this.dates = dates;
        this.last = last;
        this.language = language;
    }

    String print() {
        ReplaySummary summary = dates.get(dates.size() - 1);
        return versions()
                + unmeasured()
                + "\n" + overview()
                + "\n" + say(last.asOf() + " の健康度の変化", "Changes of health on " + last.asOf()) + "\n" + changes(summary)
                + byThemselves()
                + "\n" + transitions(summary)
                + levelChanges()
                + "\n" + say("倉庫には何も書き込んでいません。", "Nothing was written to the warehouse.") + "\n";
    }

    private String versions() {
        AlignedTable table = new AlignedTable(Side.LEFT, Side.LEFT, Side.LEFT);
        table.row(say("スコアカード", "Scorecard"), say("保存時の版", "version kept"), say("今回の版", "version now"));
        for (Version version : last.versions()) {
            String before = String.join(", ", version.before());
            table.row(
                    version.label().in(language),
                    before.isEmpty() ? NONE : before,
                    (version.now().isEmpty() ? NONE : version.now())
                            + (version.same() ? say("(同じ)", " (the same)") : ""));
        }
        return table.print();
    }

    /** Those of the last date, and those of earlier ones. */
    private String unmeasured() {
        List<Unmeasured> all = dates.stream()
                .flatMap(date -> date.unmeasured().stream())
                .distinct()
                .toList();
        if (all.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder("\n")
                .append(say(
                        "次の構成要素は、指標の値が保存されていないため、欠測として扱っています。" + "値を得るには、その日を backfill で計算してください。",
                        "These components count as missing, since no values of their metrics were kept."
                                + " To have values, compute the dates with backfill."))
                .append('\n');
        for (Unmeasured each : all) {
            List<ReplaySummary> without = dates.stream()
                    .filter(date -> date.unmeasured().contains(each))
                    .toList();
            lines.append("  ")
                    .append(each.scorecard().in(language))
                    .append(": ")
                    .append(each.label().in(language))
                    .append(" (")
                    .append(each.metric())
                    .append(", ")
                    .append(without.get(0).asOf())
                    .append(
                            without.size() == 1
                                    ? ""
                                    : " – " + without.get(without.size() - 1).asOf())
                    .append(")\n");
        }
        return lines.toString();
    }

    private String overview() {
        Side[] sides = new Side[8];
        Arrays.fill(sides, Side.RIGHT);
        sides[0] = Side.LEFT;
        AlignedTable table = new AlignedTable(sides);
        table.row(
                say("基準日", "As of"),
                say("社数", "accounts"),
                say("健康度が変わる", "other health"),
                say("危険度が変わる", "other level"),
                say("平均", "mean"),
                say("→ 今回", "→ now"),
                say("カバー率", "coverage"),
                say("→ 今回", "→ now"));
        for (ReplaySummary date : dates) {
            table.row(
                    date.asOf().toString(),
                    String.valueOf(Math.max(date.before().accounts(), date.now().accounts())),
                    String.valueOf(date.changed()),
                    String.valueOf(date.otherLevel()),
                    health(date.before().meanHealth()),
                    health(date.now().meanHealth()),
                    percent(date.before().meanCoverage()),
                    percent(date.now().meanCoverage()));
        }
        return table.print();
    }

    private String changes(ReplaySummary summary) {
        AlignedTable table = new AlignedTable(Side.LEFT, Side.RIGHT);
        for (ReplaySummary.Change change : summary.changes()) {
            table.row("  " + range(change), String.valueOf(change.accounts()));
        }
        long gained = unknown(ReplayedAccount::before, ReplayedAccount::now);
        long lost = unknown(ReplayedAccount::now, ReplayedAccount::before);
        table.row(say("  不明 → 健康度あり", "  unknown → known"), String.valueOf(gained));
        table.row(say("  健康度あり → 不明", "  known → unknown"), String.valueOf(lost));
        return table.print();
    }

    private String range(ReplaySummary.Change change) {
        if (change.from().equals(change.to())) {
            return say("変化なし", "none");
        }
        if (change.from().isEmpty()) {
            return say(points(change.to()) + " 以下", "below " + points(change.to()));
        }
        return change.to().isEmpty()
                ? say(points(change.from()) + " 以上", "above " + points(change.from()))
                : points(change.from()) + " … " + points(change.to());
    }

    private static String points(OptionalDouble points) {
        return points.getAsDouble() == 0 ? "0" : ScoreTable.signed(AddingUp.round(points.getAsDouble(), 0));
    }

    /** Else one would look for the reason in the scorecard. */
    private String byThemselves() {
        long accounts = last.accounts().stream()
                .filter(ReplayedAccount::differsByItself)
                .count();
        return accounts == 0
                ? ""
                : say(
                        "  うち " + accounts + " 社は、スコアカードが同じでも変わります。前のスナップショットが後から計算されたか、" + "比べる相手や顧客の列が変わったためです。\n",
                        "  " + accounts
                                + " of them differ although their scorecard is the same: since then earlier snapshots"
                                + " were computed, or their peers or the accounts' own columns have changed.\n");
    }

    private long unknown(
            Function<ReplayedAccount, Optional<State>> unknown, Function<ReplayedAccount, Optional<State>> known) {
        return last.accounts().stream()
                .filter(account -> healthOf(unknown.apply(account)).isEmpty())
                .filter(account -> healthOf(known.apply(account)).isPresent())
                .count();
    }

    private String transitions(ReplaySummary summary) {
        List<Level> levels = last.levels();
        Side[] sides = new Side[levels.size() + 1];
        Arrays.fill(sides, Side.RIGHT);
        sides[0] = Side.LEFT;
        AlignedTable table = new AlignedTable(sides);
        table.row(Stream.concat(
                        Stream.of(say("危険度 保存時(縦) → 今回(横)", "Level kept (down) → now (across)")),
                        levels.stream().map(level -> level.label().in(language)))
                .toArray(String[]::new));
        for (Level from : levels) {
            table.row(Stream.concat(
                            Stream.of("  " + from.label().in(language)),
                            levels.stream().map(to -> count(summary, from, to)))
                    .toArray(String[]::new));
        }
        return table.print();
    }

    private static String count(ReplaySummary summary, Level from, Level to) {
        return summary.transitions().stream()
                .filter(each -> each.from().equals(from.name()) && each.to().equals(to.name()))
                .findFirst()
                .map(each -> String.valueOf(each.accounts()))
                .orElse(".");
    }

    private String levelChanges() {
        List<ReplayedAccount> changing = last.accounts().stream()
                .filter(ReplayedAccount::changesLevel)
                .sorted(Comparator.comparingDouble(
                        account -> -Math.abs(account.change().orElse(Double.POSITIVE_INFINITY))))
                .toList();
        if (changing.isEmpty()) {
            return "\n" + say("危険度が変わる顧客はありません。", "No account changes its level.") + "\n";
        }
        AlignedTable table = new AlignedTable(Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT);
        changing.stream().limit(LISTED).forEach(account -> table.row(row(account)));
        int left = changing.size() - LISTED;
        return "\n" + say("危険度が変わる顧客", "Accounts that change their level") + " (" + changing.size() + ")\n"
                + table.print()
                + (left <= 0
                        ? ""
                        : say(
                                "  ほか " + left + " 社。すべては --format csv で見られます。\n",
                                "  and " + left + " more; --format csv shows them all.\n"));
    }

    private String[] row(ReplayedAccount account) {
        return new String[] {
            "  " + account.accountId(),
            account.name(),
            health(healthOf(account.before())) + " → " + health(healthOf(account.now())),
            account.change().isPresent()
                    ? ScoreTable.signed(AddingUp.round(account.change().getAsDouble(), 1))
                    : NONE,
            level(account.before()) + " → " + level(account.now()),
            account.reason().map(this::reason).orElse("")
        };
    }

    private String reason(ReplayedAccount.Reason reason) {
        String points = reason.points() == 0 ? "" : " (" + ScoreTable.signed(AddingUp.round(reason.points(), 1)) + ")";
        return reason.words().in(language) + points;
    }

    private String level(Optional<State> state) {
        String name = ReplayedAccount.level(state);
        return last.levels().stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .map(level -> level.label().in(language))
                .orElse(NONE);
    }

    private static OptionalDouble healthOf(Optional<State> state) {
        return state.map(State::health).orElse(OptionalDouble.empty());
    }

    private static String health(OptionalDouble health) {
        return health.isPresent() ? AddingUp.round(health.getAsDouble(), 1).toPlainString() : NONE;
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? AddingUp.round(share.getAsDouble() * 100, 0).toPlainString() + "%" : NONE;
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
