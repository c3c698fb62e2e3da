package dev.kenshin.publish;

/** How wide text is: a Latin letter takes one unit, a Chinese or Japanese character two. */
final class DisplayWidth {
    private static final int FIRST_WIDE = 0x1100;
    private static final int FIRST_HALF_WIDTH = 0xFF61;
    private static final int LAST_HALF_WIDTH = 0xFFDC;

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** How many lines the text takes in a column of that width; a line break begins a new one. */
    static int lines(String text, int width) {
        return text.lines()
                .mapToInt(line -> Math.max(1, (of(line) + width - 1) / width))
                .sum();
    }

    private static int of(int character) {
        boolean half = character < FIRST_WIDE || (character >= FIRST_HALF_WIDTH && character <= LAST_HALF_WIDTH);
        return half ? 1 : 2;
    }
}
