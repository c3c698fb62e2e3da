package dev.kenshin.score;

import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Combine;
import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.config.ScorecardConfig.Level;
import dev.kenshin.config.ScorecardConfig.Missing;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.config.ScorecardConfig.Scale.Knot;
import dev.kenshin.config.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * Tells two versions of a scorecard apart. Labels, reasons and places in the file decide no score and are left out, so
 * that a corrected spelling does not look like a new way of scoring; so are escalations, which stand beside the score.
 */
public final class ScorecardHash {
    private static final int DIGITS = 12;

    private final StringBuilder text = new StringBuilder();

    private ScorecardHash() {}

    /** 12 hexadecimal digits of all that decides a score. */
    public static String of(ScorecardConfig config) {
        ScorecardHash hash = new ScorecardHash();
        hash.card(config);
        return HexFormat.of().formatHex(sha256(hash.text.toString())).substring(0, DIGITS);
    }

    private void card(ScorecardConfig config) {
        add(config.name(), config.appliesTo().map(Sql::text).orElse(""), config.minimumCoverage());
        combine(config.combine());
        config.groups().forEach(this::group);
        config.confidenceCaps().forEach(cap -> add("confidence", cap.below(), cap.cap()));
        for (OverrideRule rule : config.overrides()) {
            add("override", rule.name(), rule.when().text(), rule.effect(), rule.value());
        }
        for (Level level : config.levels()) {
            add("level", level.name(), level.from());
        }
        config.levelChange().ifPresent(change -> {
            add("level-change", change.readings());
            change.margin().ifPresent(this::add);
        });
    }

    private void group(Group group) {
        add("group", group.name(), group.weight());
        combine(group.combine());
        for (Component component : group.components()) {
            add(
                    "component",
                    component.metric().name(),
                    component.weight(),
                    component.staleAfterDays().orElse(-1));
            further(component);
            scale(component.scale());
            missing(component.missing());
        }
        if (!group.groups().isEmpty()) {
            add("groups", group.groups().size());
            group.groups().forEach(this::group);
        }
    }

    /** What older cards did not know is added only where it is said, so that their hashes stay. */
    private void further(Component component) {
        if (!component.name().equals(component.metric().name())) {
            add("name", component.name());
        }
        component.per().ifPresent(per -> add("per", per.name()));
        component.decay().ifPresent(decay -> add("decay", decay.fromDays(), decay.toDays(), decay.towards()));
    }

    private void combine(Combine combine) {
        if (combine != Combine.AVERAGE) {
            add("combine", combine);
        }
    }

    private void scale(Scale scale) {
        if (scale instanceof Scale.Curve curve) {
            knots("curve", curve.knots());
        } else if (scale instanceof Scale.Bands bands) {
            knots("bands", bands.bands());
        } else if (scale instanceof Scale.Percentile percentile) {
            add("percentile", percentile.within().map(Reference::name).orElse(""), percentile.higherIsBetter());
            add(percentile.atLeast());
        } else if (scale instanceof Scale.Values values) {
            add("values", values.otherwise().orElse(Double.NaN));
            new TreeMap<>(values.scores()).forEach(this::add);
        }
    }

    private void knots(String kind, List<Knot> knots) {
        add(kind);
        for (Knot knot : knots) {
            add(knot.value(), knot.score());
        }
    }

    private void missing(Missing missing) {
        add(missing.getClass().getSimpleName());
        if (missing instanceof Missing.LastKnown lastKnown) {
            add(lastKnown.limitDays());
        }
    }

    /** Lengths keep neighbours apart: {@code ab, c} is not {@code a, bc}. */
    private void add(Object... parts) {
        for (Object part : parts) {
            String word = part.toString();
            text.append(word.length()).append(':').append(word);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
