package dev.kenshin.problem;

/**
 * How wide text is: a Latin letter takes one unit, a Chinese or Japanese character two. Characters whose width depends
 * on the font, such as an ellipsis or an arrow, count as one, as terminals have it.
 */
public final class DisplayWidth {
    /** First and last code points of the blocks whose characters are wide (Unicode's East Asian Width W and F). */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F9FF},
        {0x20000, 0x3FFFD}
    };

    private static final int ASCII_END = 0x80;

    private DisplayWidth() {}

    public static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            width += of(character);
            i += Character.charCount(character);
        }
        return width;
    }

    /** 2 for a wide character, 0 for one that is drawn onto the one before, else 1. */
    public static int of(int character) {
        return character < ASCII_END ? 1 : combining(character) ? 0 : wide(character) ? 2 : 1;
    }

    /** How many lines the text takes in a column of that width; a line break begins a new one. */
    public static int lines(String text, int width) {
        return text.lines()
                .mapToInt(line -> Math.max(1, (of(line) + width - 1) / width))
                .sum();
    }

    private static boolean wide(int character) {
        for (int[] block : WIDE) {
            if (character <= block[1]) {
                return character >= block[0];
            }
        }
        return false;
    }

    private static boolean combining(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }
}
