package dev.kenshin.source.jdbc;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far before the last cursor an extract starts, for rows that were committed late. */
sealed interface Lookback {

    /** For cursors that are dates or times. */
    record Span(Duration length) implements Lookback {}

    /** For cursors that are numbers. */
    record Distance(BigDecimal length) implements Lookback {}

    Pattern WRITTEN = Pattern.compile("(\\d{1,9})([smhd]?)");

    /** Reads {@code lookback}: {@code 1d}, {@code 6h}, {@code 90m}, {@code 30s}, or a number. */
    static Optional<Lookback> of(StreamConfig stream, Problems problems) {
        return stream.options().text("lookback").flatMap(text -> parse(text, stream, problems));
    }

    private static Optional<Lookback> parse(String text, StreamConfig stream, Problems problems) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            problems.error(
                    "KEN-S03",
                    stream.options().at("lookback"),
                    new Text(
                            "lookback「%s」は読めません。".formatted(text), "The lookback '%s' cannot be read.".formatted(text)),
                    new Text(
                            "1d、6h、90m のような期間か、番号のカーソルなら 100 のような数を書いてください。",
                            "Write a duration such as 1d, 6h or 90m, or a number such as 100 if the cursor is one."));
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "d" -> new Span(Duration.ofDays(amount));
                    case "h" -> new Span(Duration.ofHours(amount));
                    case "m" -> new Span(Duration.ofMinutes(amount));
                    case "s" -> new Span(Duration.ofSeconds(amount));
                    default -> new Distance(BigDecimal.valueOf(amount));
                });
    }
}
