package dev.kenshin.landing;

import dev.kenshin.config.Limits;
import dev.kenshin.gate.Gate;
import dev.kenshin.gate.Judgement;
import dev.kenshin.gate.Outcome;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether an extract holds about as many records as usual, and each of them once. */
record VolumeGate(String stream, ExtractRules rules) {
    /** A stream may be empty at first: nobody has been asked yet, nothing has been sold yet. It does not become so again. */
    Optional<Judgement> ofNone(Optional<StreamState> before) {
        if (before.isEmpty()) {
            Problem problem = problem(
                    "KEN-L05",
                    new Text("まだ1件もありません。", "there is not a single record yet."),
                    new Text("空でないはずなら、出力元を確認してください。", "If there should be, check what the system exports."));
            return Optional.of(empty(Outcome.WARNED, problem));
        }
        if (before.get().records() == 0) {
            return Optional.empty();
        }
        Problem problem = problem(
                Gate.EMPTY.code(),
                new Text("1件も読み取れませんでした。", "not a single record was read."),
                new Text(
                        "出力元の抽出結果を確認して、もう一度実行してください。前回までのデータはそのまま残っています。",
                        "Check what the system exported and run again; the data of the last night was kept."));
        return Optional.of(empty(Outcome.BLOCKED, problem));
    }

    private Judgement empty(Outcome outcome, Problem problem) {
        return new Judgement(
                Gate.EMPTY,
                stream,
                OptionalDouble.of(0),
                OptionalDouble.empty(),
                Limits.NONE,
                outcome,
                Optional.of(problem),
                Text.same(""));
    }

    Judgement change(long records, Optional<UsualVolume> usual) {
        return VolumeChange.judge(stream, records, usual, rules.expect().volumeChange());
    }

    Judgement duplicates(long records, long repeated) {
        Limits limits = rules.expect().duplicates();
        if (records < rules.minimum()) {
            return Judgement.notMeasured(
                    Gate.DUPLICATES,
                    stream,
                    limits,
                    new Text("行が少ないため、割合は判断しません。", "There are too few records to judge a share."));
        }
        double share = (double) repeated / records;
        return Judgement.of(
                Gate.DUPLICATES,
                stream,
                share,
                OptionalDouble.empty(),
                limits,
                () -> repeated(repeated, share, limits));
    }

    private Problem repeated(long repeated, double share, Limits limits) {
        String limit = VolumeChange.percent(limits.exceeded(share));
        return problem(
                Gate.DUPLICATES.code(),
                new Text(
                        "同じキーの行が「%d」件(%s)繰り返されています(許容は%s)。".formatted(repeated, VolumeChange.percent(share), limit),
                        "'%d' records (%s) repeat a key that came before (accepted: %s)."
                                .formatted(repeated, VolumeChange.percent(share), limit)),
                new Text(
                        "抽出が二重になっていないか、key の列で行が一つに決まるか確認してください。",
                        "Check whether something was exported twice, and whether the key's fields identify a record."));
    }

    private Problem problem(String code, Text message, Text fix) {
        return Problem.error(code, new Location.Named(stream), message, fix);
    }
}
