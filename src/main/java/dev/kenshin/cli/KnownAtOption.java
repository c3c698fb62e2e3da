package dev.kenshin.cli;

import dev.kenshin.job.KnownAt;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code --known-at}: a date (its end is meant), a time, or {@code as-of}. */
final class KnownAtOption {
    private KnownAtOption() {}

    /** @param zone of dates, and of times that name no other */
    static KnownAt read(String text, ZoneId zone) {
        if (text.isEmpty()) {
            return new KnownAt.Now();
        }
        if (text.equals("as-of")) {
            return new KnownAt.EachNight();
        }
        List<Function<String, Instant>> forms = List.of(
                given -> LocalDate.parse(given).plusDays(1).atStartOfDay(zone).toInstant(),
                given -> LocalDateTime.parse(given).atZone(zone).toInstant(),
                given -> OffsetDateTime.parse(given).toInstant());
        return forms.stream()
                .flatMap(form -> parsed(form, text).stream())
                .findFirst()
                .map(KnownAt.Time::new)
                .orElseThrow(() -> new Refusal(ExitCode.USAGE, unreadable(text)));
    }

    private static Optional<Instant> parsed(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Text unreadable(String text) {
        return new Text(
                "--known-at「" + text
                        + "」を読めません。2026-10-31、2026-10-31T03:00、2026-10-31T03:00+09:00、as-of のどれかの形にしてください。",
                "--known-at '" + text
                        + "' cannot be read. Write it like 2026-10-31, 2026-10-31T03:00, 2026-10-31T03:00+09:00, or as-of.");
    }
}
