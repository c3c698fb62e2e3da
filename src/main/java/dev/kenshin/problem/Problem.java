package dev.kenshin.problem;

import java.util.Comparator;

/**
 * One thing that is wrong, said so that the reader can mend it.
 *
 * @param code stable and searchable, for example {@code KEN-M03}: the letter tells the room (C configuration, S source,
 *     R REST source, H calls over HTTP, T Singer tap, E mail, L landing, P mapping, U usage, M metric, X publication, J job, Q
 *     quality gates, D quarantine, F forgetting, K housekeeping, W being watched, V examples, Y guesses), the digits the rule
 * @param message what is wrong, naming the value in quotes
 * @param fix what to do about it, as an instruction
 */
public record Problem(Severity severity, String code, Location location, Text message, Text fix) {

    /** File by file, and in each from top to bottom. */
    public static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparing(Problem::line)
            .thenComparing(Problem::column)
            .thenComparing(Problem::code);

    public static Problem error(String code, Location location, Text message, Text fix) {
        return new Problem(Severity.ERROR, code, location, message, fix);
    }

    public static Problem warning(String code, Location location, Text message, Text fix) {
        return new Problem(Severity.WARNING, code, location, message, fix);
    }

    /** The same, as something that only needs a look. */
    public Problem asWarning() {
        return warning(code, location, message, fix);
    }

    /** One line: {@code place code message fix}. */
    public String in(Language language) {
        return location + " " + code + " " + words(language);
    }

    /** Message and fix; no space follows a Japanese full stop. */
    String words(Language language) {
        String said = message.in(language);
        return said + (said.endsWith("。") ? "" : " ") + fix.in(language);
    }

    /** The file, or an empty name where the problem lies in none. */
    String file() {
        if (location instanceof Location.InText text) {
            return text.file();
        }
        return location instanceof Location.InSheet sheet ? sheet.file() : "";
    }

    private int line() {
        return location instanceof Location.InText text ? text.line() : 0;
    }

    private int column() {
        return location instanceof Location.InText text ? text.column() : 0;
    }
}
