package dev.kenshin.source.rest.template;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A time that is put together from what the directives of a format have read. */
final class ParsedTime {
    private int year = 1900;
    private int month = 1;
    private int day = 1;
    private int dayOfYear;
    private int hour;
    private boolean afternoon;
    private boolean halves;
    private int minute;
    private int second;
    private int nano;
    private ZoneOffset offset = ZoneOffset.UTC;
    private Optional<Instant> instant = Optional.empty();

    void set(String directive, String text) {
        switch (directive.replace("-", "")) {
            case "Y" -> year = Integer.parseInt(text);
            case "y" -> year = century(Integer.parseInt(text));
            case "m" -> month = number(text);
            case "d", "e" -> day = number(text);
            case "b", "B", "h" -> month = DateDirective.month(text);
            case "j" -> dayOfYear = number(text);
            case "H" -> hour = number(text);
            case "I" -> hour = number(text) % 12;
            case "M" -> minute = number(text);
            case "S" -> second = number(text);
            case "p" -> setHalf(text);
            case "f", "_ms" -> nano = Integer.parseInt((text + "00000000").substring(0, 9));
            case "z" -> offset = "Z".equalsIgnoreCase(text) ? ZoneOffset.UTC : ZoneOffset.of(text);
            default -> setInstant(directive, text);
        }
    }

    OffsetDateTime time() {
        if (instant.isPresent()) {
            return instant.get().atOffset(ZoneOffset.UTC);
        }
        LocalDate date = dayOfYear > 0 ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
        int fullHour = halves ? hour % 12 + (afternoon ? 12 : 0) : hour;
        return date.atTime(fullHour, minute, second, nano).atOffset(offset);
    }

    private void setInstant(String directive, String text) {
        switch (directive) {
            case "s" -> instant = Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            case "s_as_float" -> instant = Optional.of(ofMicros(Math.round(Double.parseDouble(text) * 1e6)));
            case "ms" -> instant = Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
            case "epoch_microseconds" -> instant = Optional.of(ofMicros(Long.parseLong(text)));
            default -> {
                // Names of days and zones say nothing that the rest does not.
            }
        }
    }

    private void setHalf(String text) {
        halves = true;
        afternoon = text.equalsIgnoreCase("PM");
    }

    private static Instant ofMicros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }

    /** As POSIX has it: 69 to 99 are of the last century. */
    private static int century(int year) {
        return year + (year < 69 ? 2000 : 1900);
    }

    private static int number(String text) {
        return Integer.parseInt(text.strip());
    }
}
