package dev.kenshin.guess;

import dev.kenshin.guess.Profile.Fit;
import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.mapping.convert.Words;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** Which type a column has, told by its values alone; the converters are the judges. */
final class TypeGuess {
    /** Nearly all: a slip here and there does not make numbers text. */
    private static final double NEARLY_ALL = 0.9;

    private static final List<FieldType> CANDIDATES =
            List.of(FieldType.EMAIL, FieldType.INTEGER, FieldType.DECIMAL, FieldType.TIMESTAMP, FieldType.BOOLEAN);

    private TypeGuess() {}

    static FieldType of(Profile profile) {
        if (profile.blank() || isCode(profile)) {
            return FieldType.TEXT;
        }
        return CANDIDATES.stream()
                .filter(type -> fits(profile, type))
                .findFirst()
                .map(type -> type == FieldType.TIMESTAMP ? dayOrMoment(profile) : type)
                .orElseGet(() -> clock(profile) ? FieldType.DURATION_MINUTES : FieldType.TEXT);
    }

    private static boolean fits(Profile profile, FieldType type) {
        Fit fit = profile.fit(type);
        return !fit.read().isEmpty() && fit.share() >= NEARLY_ALL;
    }

    private static FieldType dayOrMoment(Profile profile) {
        return profile.fit(FieldType.TIMESTAMP).read().stream()
                        .allMatch(
                                moment -> ((LocalDateTime) moment).toLocalTime().equals(LocalTime.MIDNIGHT))
                ? FieldType.DATE
                : FieldType.TIMESTAMP;
    }

    /** Lengths of time are told by their colon or unit; plain numbers have been taken for numbers. */
    private static boolean clock(Profile profile) {
        return fits(profile, FieldType.DURATION_MINUTES);
    }

    /** Figures with leading zeros are no numbers: 007 would become 7. */
    private static boolean isCode(Profile profile) {
        return profile.cells().stream().map(cell -> Words.of(cell.value())).anyMatch(words -> words.matches("0\\d+"));
    }
}
