package dev.kenshin.sample;

import dev.kenshin.sample.SampleRequest.EventFiles;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A file of usage events, and the days that share it. */
record EventFile(String name, LocalDate first, LocalDate last) {

    /** The files that hold a day from {@code from} on, in order of time; the first may begin before. */
    static List<EventFile> from(LocalDate from, SampleRequest request) {
        return all(request).filter(file -> !file.last().isBefore(from)).toList();
    }

    private static Stream<EventFile> all(SampleRequest request) {
        return request.eventFiles() == EventFiles.DAY
                ? request.daysCovered().map(day -> new EventFile(name(day.toString(), request), day, day))
                : request.daysCovered().map(YearMonth::from).distinct().map(month -> month(month, request));
    }

    private static EventFile month(YearMonth month, SampleRequest request) {
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        return new EventFile(
                name(month.toString(), request),
                first.isBefore(request.firstDay()) ? request.firstDay() : first,
                last.isAfter(request.lastDay()) ? request.lastDay() : last);
    }

    private static String name(String period, SampleRequest request) {
        return "usage-" + period + "." + request.eventFormat().name().toLowerCase(Locale.ROOT);
    }
}
