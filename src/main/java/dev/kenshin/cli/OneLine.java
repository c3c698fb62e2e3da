package dev.kenshin.cli;

import dev.kenshin.problem.DisplayWidth;
import dev.kenshin.problem.Text;

/** Data that may hold anything, in a line of a page. */
final class OneLine {
    private OneLine() {}

    /** The text without line breaks and tabs, cut where it is wider than that. */
    static String of(String text, int widest) {
        String line = Text.plain(text.replaceAll("[\\p{Cntrl}]+", " "));
        if (DisplayWidth.of(line) <= widest) {
            return line;
        }
        StringBuilder cut = new StringBuilder();
        int width = 1;
        for (int character : line.codePoints().toArray()) {
            width += DisplayWidth.of(character);
            if (width > widest) {
                break;
            }
            cut.appendCodePoint(character);
        }
        return cut.append('…').toString();
    }
}
