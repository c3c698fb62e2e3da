package dev.kenshin.landing;

import dev.kenshin.config.Expectation.Reaction;
import dev.kenshin.config.Limits;
import dev.kenshin.gate.Gate;
import dev.kenshin.gate.Judgement;
import dev.kenshin.landing.FieldProfile.Kind;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares the fields of an extract with those of the night before. Where records may leave fields out, one counts as gone
 * only if most records had it, and as new only if it is not rare. A field that is gone and one that is new are never taken
 * for one that was renamed.
 */
final class FieldGate {
    private static final Text FIRST = new Text("比べる前回の項目がまだありません。", "There are no fields of an earlier night yet.");

    private final String stream;
    private final ExtractRules rules;
    private final Map<String, FieldProfile> before;
    private final Map<String, FieldProfile> now;

    FieldGate(String stream, ExtractRules rules, List<FieldProfile> before, List<FieldProfile> now) {
        this.stream = stream;
        this.rules = rules;
        this.before = byName(before);
        this.now = byName(now);
    }

    List<Judgement> judge() {
        Reaction reaction = rules.expect().schema();
        if (reaction == Reaction.IGNORE) {
            return List.of();
        }
        Limits limits = reaction == Reaction.BLOCK ? Limits.blockingAbove(0) : Limits.warningAbove(0);
        if (before.isEmpty() || now.isEmpty()) {
            return List.of(Judgement.notMeasured(Gate.MISSING_FIELDS, stream, limits, FIRST));
        }
        return List.of(
                judge(Gate.MISSING_FIELDS, missing(), limits, this::missing),
                judge(Gate.RETYPED_FIELDS, retyped(), limits, this::retyped),
                judge(Gate.NEW_FIELDS, fresh(), Limits.warningAbove(0), this::fresh));
    }

    /** What to keep: a field that records may leave out is not forgotten because none had it for a night. */
    List<FieldProfile> toKeep() {
        List<FieldProfile> kept = new ArrayList<>(now.values());
        if (!rules.columned()) {
            List<String> gone = missing();
            before.values().stream()
                    .filter(field -> !now.containsKey(field.name()) && !gone.contains(field.name()))
                    .forEach(kept::add);
        }
        return kept;
    }

    private Judgement judge(Gate gate, List<String> fields, Limits limits, Function<List<String>, Problem> problem) {
        return Judgement.of(gate, stream, fields.size(), OptionalDouble.empty(), limits, () -> problem.apply(fields));
    }

    private List<String> missing() {
        return before.values().stream()
                .filter(field -> rules.columned() ? !now.containsKey(field.name()) : isGone(field))
                .map(FieldProfile::name)
                .toList();
    }

    private boolean isGone(FieldProfile field) {
        long looked =
                now.values().stream().mapToLong(FieldProfile::looked).max().orElse(0);
        boolean usual = field.looked() >= rules.minimum() && field.filled() * 2 >= field.looked();
        return usual && looked >= rules.minimum() && filled(field.name()) == 0;
    }

    private long filled(String name) {
        return Optional.ofNullable(now.get(name)).map(FieldProfile::filled).orElse(0L);
    }

    private List<String> retyped() {
        return before.values().stream()
                .filter(field -> now.containsKey(field.name()))
                .filter(field -> field.kind().isPresent() && kind(field.name()).isPresent())
                .filter(field -> !field.kind().equals(kind(field.name())))
                .map(FieldProfile::name)
                .toList();
    }

    private Optional<Kind> kind(String name) {
        return Optional.ofNullable(now.get(name)).flatMap(FieldProfile::kind);
    }

    private List<String> fresh() {
        return now.values().stream()
                .filter(field -> !before.containsKey(field.name()))
                .filter(field -> rules.columned()
                        || (field.looked() >= rules.minimum() && field.filled() * 10 >= field.looked()))
                .map(FieldProfile::name)
                .toList();
    }

    private Problem missing(List<String> fields) {
        return problem(
                Gate.MISSING_FIELDS,
                new Text(
                        "前回あった項目がありません: " + named(fields).ja() + "。"
                                + mayBeRenamed().ja(),
                        "fields of the last night are gone: " + named(fields).en() + "."
                                + mayBeRenamed().en()),
                new Text(
                        "出力元で項目名が変わっていれば元に戻すか、マッピングを新しい名前に合わせてください。",
                        "If they were renamed where they come from, restore the names, or let the mappings read the new ones."));
    }

    /** Says what is new beside what is gone, and leaves the conclusion to a person. */
    private Text mayBeRenamed() {
        List<String> fresh = fresh();
        String names = String.join("、", fresh);
        return fresh.isEmpty()
                ? Text.same("")
                : new Text("新しい項目: " + names + "。", " New are: " + String.join(", ", fresh) + ".");
    }

    private Problem retyped(List<String> fields) {
        String ja = fields.stream()
                .map(name -> "「" + name + "」(" + before(name).ja() + " → "
                        + after(name).ja() + ")")
                .collect(Collectors.joining("、"));
        String en = fields.stream()
                .map(name -> "'" + name + "' (" + before(name).en() + " → "
                        + after(name).en() + ")")
                .collect(Collectors.joining(", "));
        return problem(
                Gate.RETYPED_FIELDS,
                new Text("項目の中身の種類が前回と変わりました: " + ja + "。", "fields hold something else than last night: " + en + "."),
                new Text(
                        "出力元で列がずれたり、形式が変わったりしていないか確認してください。",
                        "Check whether columns were shifted, or written in another form, where they come from."));
    }

    private Text before(String name) {
        return Objects.requireNonNull(before.get(name)).kind().map(Kind::words).orElse(Text.same("?"));
    }

    private Text after(String name) {
        return kind(name).map(Kind::words).orElse(Text.same("?"));
    }

    private Problem fresh(List<String> fields) {
        return problem(
                Gate.NEW_FIELDS,
                new Text(
                        "新しい項目があります: " + named(fields).ja() + "。",
                        "there are new fields: " + named(fields).en() + "."),
                new Text(
                        "使うならマッピングに加えてください。次の夜からは何も言いません。",
                        "Map them if they are of use; from the next night on nothing is said of them."));
    }

    /** Each with the mappings that read it. */
    private Text named(List<String> fields) {
        return new Text(
                fields.stream()
                        .map(name -> "「" + name + "」" + readers(name, "(使用: ", "、"))
                        .collect(Collectors.joining("、")),
                fields.stream()
                        .map(name -> "'" + name + "'" + readers(name, " (read by ", ", "))
                        .collect(Collectors.joining(", ")));
    }

    private String readers(String field, String opening, String between) {
        List<String> readers = rules.readers().getOrDefault(field, List.of());
        return readers.isEmpty() ? "" : opening + String.join(between, readers) + ")";
    }

    private Problem problem(Gate gate, Text message, Text fix) {
        return Problem.error(gate.code(), new Location.Named(stream), message, fix);
    }

    private static Map<String, FieldProfile> byName(List<FieldProfile> fields) {
        Map<String, FieldProfile> byName = new TreeMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return byName;
    }
}
