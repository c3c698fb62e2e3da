package dev.kenshin.guess;

import dev.kenshin.guess.Vocabulary.Entry;
import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The column that tells how new the data are: when records were changed, or else when they arose.
 *
 * @param near whether its newest date is near today, as far as was seen
 */
record FreshnessGuess(String column, LocalDate newest, boolean near) {
    private static final int NEAR = 31;

    static Optional<FreshnessGuess> of(List<Profile> profiles, Optional<TableGuess> table, LocalDate today) {
        Entry changed = Vocabulary.column("record", "changed");
        Optional<Profile> arose = table.flatMap(guess ->
                        Model.table(guess.table()).flatMap(ModelTable::time).flatMap(guess::column))
                .map(Match::profile);
        return Match.best(changed, profiles)
                .map(Match::profile)
                .filter(profile ->
                        newest(profile).filter(date -> !date.isAfter(today)).isPresent())
                .or(() -> arose)
                .flatMap(profile -> of(profile, today));
    }

    private static Optional<FreshnessGuess> of(Profile profile, LocalDate today) {
        return newest(profile)
                .filter(date -> !date.isAfter(today))
                .map(date -> new FreshnessGuess(profile.name(), date, date.isAfter(today.minusDays(NEAR))));
    }

    private static Optional<LocalDate> newest(Profile profile) {
        return profile.fit(FieldType.TIMESTAMP).read().stream()
                .map(moment -> ((LocalDateTime) moment).toLocalDate())
                .max(Comparator.naturalOrder());
    }
}
