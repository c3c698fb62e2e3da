package dev.kenshin.job;

import dev.kenshin.config.OutagePolicy;
import dev.kenshin.config.OutagePolicy.UseLast;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a night does when it gets no data, or none that can be believed, from one stream.
 *
 * @param lastLanded as-of date of the last complete extract
 */
record Outage(Night night, String step, String stream, OutagePolicy policy, Supplier<Optional<LocalDate>> lastLanded) {
    private static final int HOURS_OF_A_DAY = 24;

    /** For a source that could not be read: returns if the night may go on with the last data, else it fails. */
    void decide(Problem problem) {
        decide(List.of(problem), ExitCode.SOURCE_UNAVAILABLE);
    }

    /** The same for an extract that was read but cannot be believed. */
    void decideGate(List<Problem> problems) {
        decide(problems, ExitCode.GATE);
    }

    private void decide(List<Problem> problems, ExitCode exitCode) {
        Optional<LocalDate> last = lastLanded.get();
        boolean mayGoOn = policy instanceof UseLast use
                && last.isPresent()
                && ageInHours(last.get()) <= use.limit().toHours();
        if (!mayGoOn) {
            throw new NightFailure(
                    exitCode,
                    Stream.concat(problems.stream(), Stream.of(refused(last))).toList());
        }
        problems.forEach(problem -> night.log().problem(step, problem.asWarning()));
        night.log().problem(step, goesOn(last.get()));
    }

    private long ageInHours(LocalDate last) {
        return ChronoUnit.DAYS.between(last, night.asOf()) * HOURS_OF_A_DAY;
    }

    private Problem goesOn(LocalDate last) {
        return Problem.warning(
                "KEN-J02",
                new Location.Named(stream),
                new Text("前回（" + last + "）のデータで続けました。", "went on with the data of " + last + "."),
                new Text(
                        "取得元が直ったら、この夜を計算し直してください: " + again(),
                        "Once the source is back, compute this night again: " + again()));
    }

    private String again() {
        return "kenshin run " + night.plan().job().name() + " --as-of " + night.asOf() + " --force";
    }

    private Problem refused(Optional<LocalDate> last) {
        return Problem.error(
                "KEN-J03",
                new Location.Named(stream),
                policy instanceof UseLast use ? tooOld(use, last) : stopped(),
                new Text(
                        "取得元を直して同じコマンドを実行してください。続きから再開します。",
                        "Mend the source and run the same command; it goes on from here."));
    }

    private static Text stopped() {
        return new Text(
                "on-outage の設定（fail）により、公開せずに止めました。公開済みの表はそのままです。",
                "the night stopped before publishing, as on-outage (fail) says. The published tables stay as they were.");
    }

    private static Text tooOld(UseLast use, Optional<LocalDate> last) {
        if (last.isEmpty()) {
            return new Text(
                    "まだ一度も取得できていないため、代わりに使えるデータがなく、公開せずに止めました。",
                    "it was never read before, so there is no last data to use; the night stopped before publishing.");
        }
        Text limit = length(use.limit());
        return new Text(
                "最後に取得できたのは " + last.get() + " で、on-outage の期限（" + limit.ja() + "）を過ぎたため、公開せずに止めました。公開済みの表はそのままです。",
                "it was last read on " + last.get() + ", beyond the limit of on-outage (" + limit.en()
                        + "); the night stopped before publishing. The published tables stay as they were.");
    }

    private static Text length(Duration limit) {
        long hours = limit.toHours();
        return hours % HOURS_OF_A_DAY == 0
                ? new Text(limit.toDays() + "日", limit.toDays() + " days")
                : new Text(hours + "時間", hours + " hours");
    }
}
