package dev.kenshin.cli;

import dev.kenshin.problem.DisplayWidth;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Sentences in lines that fit a terminal. Latin words stay whole, full-width text breaks anywhere but before a stop. */
final class Wrapped {
    /** A word with the blanks before it, or a full-width character; with what opens before it and what closes behind it. */
    private static final Pattern PIECE =
            Pattern.compile("\\s*(?:[^\\s\\x{2E80}-\\x{FFE6}]+(?:(?<=['(])\\S)?|[「『（]\\S|\\S)" + "[、。，．）」』：'.,)]*");

    private final int width;

    Wrapped(int width) {
        this.width = width;
    }

    /**
     * The text in lines, each ended by a line break.
     *
     * @param first stands before the first line
     * @param others stands before every further one
     */
    String lines(String first, String others, String text) {
        List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder(first)));
        boolean begins = true;
        for (String piece : PIECE.matcher(Text.plain(text).strip())
                .results()
                .map(MatchResult::group)
                .toList()) {
            StringBuilder line = lines.get(lines.size() - 1);
            if (!begins && DisplayWidth.of(line + piece) > width) {
                line = new StringBuilder(others);
                lines.add(line);
                begins = true;
            }
            line.append(begins ? piece.strip() : piece);
            begins = false;
        }
        return String.join("\n", lines).stripTrailing() + "\n";
    }
}
