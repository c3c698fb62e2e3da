package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that nothing is read that does not land. */
record ColumnRuleCheck(Map<String, StreamConfig> streams, Problems problems) {

    void check(Configuration configuration) {
        configuration.sources().values().forEach(source -> source.streams()
                .values()
                .forEach(stream -> checkStream(stream, source.expect().freshnessColumn())));
        configuration.mappings().values().forEach(this::checkMapping);
    }

    private void checkStream(StreamConfig stream, Optional<String> freshness) {
        ColumnRules rules = ColumnRules.of(stream);
        if (!rules.keep().isEmpty() && !rules.drop().isEmpty()) {
            problems.error(
                    "KEN-F01",
                    stream.options().at(ColumnRules.DROP),
                    new Text("keep と drop の両方があります。", "There are both 'keep' and 'drop'."),
                    new Text("どちらか一方を残してください。", "Keep one of them."));
        }
        stream.key().stream().filter(field -> !rules.lands(field)).forEach(field -> needed(stream, field, "key"));
        freshness.filter(rules.drop()::contains).ifPresent(field -> needed(stream, field, "expect.freshness-column"));
        rules.pseudonymise().stream()
                .filter(field -> !rules.lands(field))
                .forEach(field -> needed(stream, field, ColumnRules.PSEUDONYMISE));
    }

    private void needed(StreamConfig stream, String field, String by) {
        String rule = rule(stream);
        problems.error(
                "KEN-F02",
                stream.options().at(rule),
                new Text(
                        "「" + field + "」は " + by + " にありますが、" + rule + " により取り込まれません。",
                        "'" + field + "' is named in '" + by + "', but does not land because of '" + rule + "'."),
                fix(field, rule));
    }

    private void checkMapping(MappingConfig mapping) {
        StreamConfig stream = streams.get(mapping.from().name());
        if (stream == null || ColumnRules.of(stream).isEmpty()) {
            return;
        }
        Stream.concat(mapping.fields().values().stream(), mapping.custom().values().stream())
                .forEach(field -> checkRead(stream, field.from(), field.at()));
        mapping.account().forEach(link -> checkRead(stream, List.of(link.from()), link.at()));
    }

    private void checkRead(StreamConfig stream, List<String> fields, Location at) {
        ColumnRules rules = ColumnRules.of(stream);
        fields.stream().filter(field -> !rules.lands(field)).forEach(field -> {
            String rule = rule(stream);
            problems.error(
                    "KEN-F03",
                    at,
                    new Text(
                            "「" + field + "」は " + stream.qualifiedName() + " の " + rule + " により取り込まれないため、読めません。",
                            "'" + field + "' cannot be read: it does not land because of '" + rule + "' of "
                                    + stream.qualifiedName() + "."),
                    fix(field, rule));
        });
    }

    private static String rule(StreamConfig stream) {
        return ColumnRules.of(stream).keep().isEmpty() ? ColumnRules.DROP : ColumnRules.KEEP;
    }

    private static Text fix(String field, String rule) {
        return rule.equals(ColumnRules.KEEP)
                ? new Text("keep に「" + field + "」を加えてください。", "Add '" + field + "' to 'keep'.")
                : new Text("drop から「" + field + "」を消してください。", "Remove '" + field + "' from 'drop'.");
    }
}
