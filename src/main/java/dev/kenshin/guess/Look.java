package dev.kenshin.guess;

import dev.kenshin.guess.Shape.StreamShape;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a look at one stream told.
 *
 * @param tables that it could be, the best first; empty where none fits
 */
record Look(String stream, Sample sample, List<Profile> profiles, List<TableGuess> tables) {

    /** @param called the name of the file or sheet, which may tell the table */
    static Look of(StreamShape stream, Sample sample, String called, Request request) {
        List<Profile> profiles = Profile.of(sample, stream.columns(), request.zone());
        List<TableGuess> tables = profiles.isEmpty()
                ? List.of()
                : request.table()
                        .map(table -> List.of(TableGuess.of(table, called, profiles)))
                        .orElseGet(() -> TableGuess.of(called, profiles));
        return new Look(stream.name(), sample, profiles, tables);
    }

    Optional<TableGuess> table() {
        return tables.stream().findFirst();
    }

    Optional<KeyGuess> key() {
        return KeyGuess.of(sample, profiles, table());
    }

    Optional<FreshnessGuess> freshness(LocalDate today) {
        return FreshnessGuess.of(profiles, table(), today);
    }
}
