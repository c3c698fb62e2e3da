package dev.kenshin.score;

import dev.kenshin.problem.Text;

/** Puts contributors into words, such as 「活用率 12.3%（28点, -21.4点）」. */
final class Words {
    private static final Text NOTHING = Text.same("");
    private static final Text UNKNOWN = new Text("不明", "unknown");

    private Words() {}

    static Text loss(Contributor contributor) {
        String points = Figures.points(contributor.contribution());
        Text why = contributor instanceof ComponentScore score ? scored(score) : effect((FiredOverride) contributor);
        return bracket(subject(contributor), why, new Text(points + "点", points + " points"));
    }

    static Text move(Contributor contributor, double points) {
        Text subject = subject(contributor);
        return contributor instanceof FiredOverride override
                ? bracket(subject, effect(override), change(points))
                : new Text(
                        subject.ja() + "（" + change(points).ja() + "）",
                        subject.en() + " (" + change(points).en() + ")");
    }

    static Text rule(FiredOverride override) {
        Text effect = effect(override);
        return new Text(
                override.reason().ja() + "（" + effect.ja() + "）",
                override.reason().en() + " (" + effect.en() + ")");
    }

    /** What counted in the earlier snapshot and is not part of this one. */
    static Text vanished(Text name, double points) {
        return bracket(name, new Text("適用終了", "no longer applies"), change(points));
    }

    private static Text bracket(Text subject, Text why, Text points) {
        return new Text(
                subject.ja() + "（" + why.ja() + ", " + points.ja() + "）",
                subject.en() + " (" + why.en() + ", " + points.en() + ")");
    }

    private static Text change(double points) {
        String figure = Figures.points(points);
        return new Text("前回比 " + figure + "点", "change " + figure + " points");
    }

    private static Text subject(Contributor contributor) {
        return contributor instanceof ComponentScore score ? measured(score) : ((FiredOverride) contributor).reason();
    }

    private static Text measured(ComponentScore score) {
        MetricLabel label = score.component().label();
        Text value = value(score.value(), label);
        Text age = age(score);
        return new Text(
                label.label().ja() + value.ja() + age.ja(), label.label().en() + value.en() + age.en());
    }

    /** A flag says what is so by its label; that it is not so must be kept apart from words such as 「定例会議なし」. */
    private static Text value(Value value, MetricLabel label) {
        if (value instanceof Value.Quantity quantity) {
            String unit = label.unit().orElse("");
            Text figure = Figures.of(quantity.number(), unit);
            return !unit.equals("flag") ? after(" ", figure) : quantity.number() == 0 ? after(": ", figure) : NOTHING;
        }
        if (value instanceof Value.Rate rate) {
            return after(" ", Figures.of(rate.amount(), rate.per(), label.unit().orElse("")));
        }
        return after(" ", value instanceof Value.Word word ? Text.same(word.text()) : UNKNOWN);
    }

    private static Text after(String separator, Text words) {
        return new Text(separator + words.ja(), separator + words.en());
    }

    /** Said only where it is the reason why the value did not count. */
    private static Text age(ComponentScore score) {
        if (!score.status().old()) {
            return NOTHING;
        }
        if (score.dataAgeDays().isEmpty()) {
            return new Text("・データなし", ", no data");
        }
        int days = score.dataAgeDays().getAsInt();
        return new Text("・" + days + "日前のデータ", ", data " + days + " days old");
    }

    private static Text scored(ComponentScore score) {
        String figure = Figures.whole(score.score().orElse(0));
        return score.status() == Status.PRESENT
                ? new Text(figure + "点", "score " + figure)
                : new Text(figure + "点扱い", "counted as " + figure);
    }

    private static Text effect(FiredOverride override) {
        String limit = Figures.whole(override.limit());
        return switch (override.effect()) {
            case CAP -> new Text("上限" + limit + "点", "capped at " + limit);
            case FLOOR -> new Text("下限" + limit + "点", "at least " + limit);
            case SET -> new Text(limit + "点に固定", "set to " + limit);
        };
    }
}
