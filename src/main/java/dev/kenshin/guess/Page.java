package dev.kenshin.guess;

import dev.kenshin.problem.DisplayWidth;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a draft; comments of neighbouring lines stand under one another. */
final class Page {
    private static final int FURTHEST = 60;

    private final Language language;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String text, String comment) {}

    Page(Language language) {
        this.language = language;
    }

    Page comment(Text words) {
        return line("# " + words.in(language).replaceAll("\\R+", " "));
    }

    Page line(String text) {
        lines.add(new Line(text, ""));
        return this;
    }

    Page line(String text, Remark remark) {
        lines.add(new Line(text, remark.comment().in(language).replaceAll("[\\p{Cntrl}]+", " ")));
        return this;
    }

    Page line(String text, Optional<Remark> remark) {
        return remark.map(why -> line(text, why)).orElseGet(() -> line(text));
    }

    Page option(String indent, Option option) {
        return line(indent + option.key() + ": " + YamlText.of(option.value()), option.remark());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            text.append(line.text());
            if (!line.comment().isEmpty()) {
                int blanks = Math.max(0, column(i) - DisplayWidth.of(line.text()));
                text.append(" ".repeat(blanks)).append("  # ").append(line.comment());
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Where the comments of the lines around stand: behind the longest of them that is not too long. */
    private int column(int at) {
        int from = at;
        int to = at;
        while (from > 0 && !lines.get(from - 1).comment().isEmpty()) {
            from--;
        }
        while (to < lines.size() && !lines.get(to).comment().isEmpty()) {
            to++;
        }
        return lines.subList(from, to).stream()
                .mapToInt(line -> DisplayWidth.of(line.text()))
                .filter(width -> width <= FURTHEST)
                .max()
                .orElse(0);
    }
}
