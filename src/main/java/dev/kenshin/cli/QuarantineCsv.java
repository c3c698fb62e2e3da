package dev.kenshin.cli;

import dev.kenshin.problem.Language;
import dev.kenshin.quarantine.Entry;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list with a row an entry. */
final class QuarantineCsv {
    private final Language language;

    QuarantineCsv(Language language) {
        this.language = language;
    }

    String head() {
        return "origin,mapping,key,place,field,value,code,reason,fix,first_seen,last_seen,resolved_on\r\n";
    }

    String line(Entry entry) {
        return Stream.of(
                        entry.record().origin(),
                        entry.record().mapping(),
                        entry.record().key(),
                        entry.place(),
                        entry.field(),
                        entry.value(),
                        entry.code(),
                        entry.reason().in(language),
                        entry.fix().in(language),
                        date(entry.firstSeen()),
                        date(entry.lastSeen()),
                        date(entry.resolvedOn()))
                .map(ComparisonCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }
}
