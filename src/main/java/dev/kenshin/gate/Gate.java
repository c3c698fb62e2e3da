package dev.kenshin.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is looked at before a night goes on, in the order in which the data flow. */
public enum Gate {
    EMPTY("KEN-L01", Unit.COUNT, false),
    NO_EVENTS("KEN-L06", Unit.COUNT, true),
    VOLUME("KEN-L02", Unit.RATIO, true),
    FRESHNESS("KEN-L03", Unit.HOURS, true),
    MISSING_FIELDS("KEN-Q01", Unit.COUNT, true),
    RETYPED_FIELDS("KEN-Q02", Unit.COUNT, true),
    NEW_FIELDS("KEN-Q03", Unit.COUNT, true),
    DUPLICATES("KEN-Q04", Unit.RATIO, true),
    ORPHANS("KEN-Q05", Unit.RATIO, true),
    QUARANTINE("KEN-J05", Unit.RATIO, true),
    MEAN_HEALTH("KEN-Q06", Unit.POINTS, true),
    LEVEL_CHANGES("KEN-Q07", Unit.RATIO, true),
    DISTRIBUTION("KEN-Q08", Unit.INDEX, true),
    WITHOUT_HEALTH("KEN-Q09", Unit.RATIO, true);

    /** In what a gate measures. */
    public enum Unit {
        COUNT,
        HOURS,
        INDEX,
        POINTS,
        RATIO;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String code;
    private final Unit unit;
    private final boolean acceptable;

    Gate(String code, Unit unit, boolean acceptable) {
        this.code = code;
        this.unit = unit;
        this.acceptable = acceptable;
    }

    /** The code of what it finds. */
    public String code() {
        return code;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether a person may say that what it found is right: there are nights without publication otherwise. */
    public boolean isAcceptable() {
        return acceptable;
    }

    /** As tables and pages call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Gate> of(String code) {
        return Arrays.stream(values()).filter(gate -> gate.code.equals(code)).findFirst();
    }
}
