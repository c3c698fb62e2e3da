package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.LevelChange;
import dev.kenshin.problem.Text;
import java.util.Optional;

/** Holds a level until so many snapshots agree on another one, or the health lies far enough beyond the boundary. */
record Hysteresis(Levels levels, Optional<LevelChange> change) {

    /** @param before as of the snapshot before, if the same card scored the account then */
    LevelReading read(Health computed, Optional<LevelMemory> before) {
        String byHealth = computed.level();
        int readings = before.filter(memory -> memory.byHealth().equals(byHealth))
                .map(memory -> memory.readings() + 1)
                .orElse(1);
        if (change.isEmpty()
                || before.isEmpty()
                || computed.health().isEmpty()
                || computed.ruled()
                || before.get().level().equals(byHealth)
                || !levels.has(before.get().level())) {
            return LevelReading.changed(byHealth, readings);
        }
        return held(before.get().level(), computed, readings, change.get());
    }

    private LevelReading held(String level, Health computed, int readings, LevelChange rule) {
        double health = computed.health().orElseThrow();
        double boundary = levels.boundary(level, health);
        double beyond = Math.abs(health - boundary);
        boolean far = rule.margin().isPresent() && beyond >= rule.margin().getAsDouble() - Levels.TOLERANCE;
        return far || readings >= rule.readings()
                ? LevelReading.changed(computed.level(), readings)
                : new LevelReading(
                        level, computed.level(), readings, Optional.of(why(health, boundary, readings, rule)));
    }

    private static Text why(double health, double boundary, int readings, LevelChange rule) {
        String figure = Figures.of(health, "").en();
        String border = Figures.of(boundary, "").en();
        String ja = figure + "点は境目の" + border + "点"
                + (rule.margin().isPresent() ? "から" + margin(rule) + "点以内" : "を越えたばかり") + "で、"
                + readings + "回目(" + rule.readings() + "回続けば変わる)";
        String en = figure + " is " + (rule.margin().isPresent() ? "within " + margin(rule) + " points of" : "beyond")
                + " the boundary " + border + ", reading " + readings + " of the " + rule.readings()
                + " that a change takes";
        return new Text(ja, en);
    }

    private static String margin(LevelChange rule) {
        return Figures.of(rule.margin().orElse(0), "").en();
    }
}
