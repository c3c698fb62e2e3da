package dev.kenshin.config;

import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.Decay;
import dev.kenshin.config.ScorecardConfig.Missing;
import dev.kenshin.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the components of a scorecard's group. */
final class ComponentReader {
    private ComponentReader() {}

    static List<Component> components(Section group) {
        Section components = group.section("components");
        List<Component> read = new ArrayList<>();
        group.sections("components")
                .forEach((name, component) -> read.add(component(name, component, components.keyAt(name))));
        return read;
    }

    private static Component component(String name, Section component, Location at) {
        return new Component(
                name,
                component.optionalReference("metric").orElse(new Reference(name, at)),
                component.optionalReference("per"),
                component.label("label"),
                ScorecardReader.weight(component),
                ScaleReader.read(component),
                missing(component),
                component.days("stale-after"),
                decay(component),
                at);
    }

    private static Missing missing(Section component) {
        OptionalInt limit = component.section("missing").days("last-known");
        if (limit.isPresent()) {
            return new Missing.LastKnown(limit.getAsInt());
        }
        return switch (component.words("missing")) {
            case "neutral" -> new Missing.Neutral();
            case "worst" -> new Missing.Worst();
            default -> new Missing.Exclude();
        };
    }

    private static Optional<Decay> decay(Section component) {
        if (!component.has("decay")) {
            return Optional.empty();
        }
        Section decay = component.section("decay");
        boolean worst = decay.words("towards").equals("worst");
        return Optional.of(new Decay(
                decay.days("from").orElse(0),
                decay.days("to").orElse(Integer.MAX_VALUE),
                worst ? Decay.Target.WORST : Decay.Target.NEUTRAL));
    }
}
