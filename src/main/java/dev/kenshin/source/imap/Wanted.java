package dev.kenshin.source.imap;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a stream reads.
 *
 * @param folder its name as a person sees it
 * @param since the day of arrival of the first messages to read; empty reads all
 */
record Wanted(StreamConfig stream, String folder, Optional<LocalDate> since) {

    static Wanted of(StreamConfig stream, Problems problems) {
        String folder = stream.options().text("folder").orElse("INBOX");
        return new Wanted(stream, folder, stream.options().text("since").flatMap(day -> day(day, stream, problems)));
    }

    private static Optional<LocalDate> day(String text, StreamConfig stream, Problems problems) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            problems.add(OptionProblems.since(stream, text));
            return Optional.empty();
        }
    }
}
