package dev.kenshin.cli;

import dev.kenshin.problem.DisplayWidth;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows whose cells stand under one another on a terminal, full-width characters included. */
final class AlignedTable {
    private static final String GAP = "  ";
    private static final String BELOW = "      ";

    /** Which edge of its column a cell touches. */
    enum Side {
        LEFT,
        RIGHT
    }

    private final Side[] sides;
    private final int[] widths;
    private final List<String[]> rows = new ArrayList<>();

    AlignedTable(Side... sides) {
        this.sides = sides;
        this.widths = new int[sides.length];
    }

    /** Adds a row; cells that are missing at its end are blank. */
    void row(String... cells) {
        String[] plain = Arrays.stream(cells).map(Text::plain).toArray(String[]::new);
        for (int i = 0; i < plain.length; i++) {
            widths[i] = Math.max(widths[i], DisplayWidth.of(plain[i]));
        }
        rows.add(plain);
    }

    /** How many columns fit into that width, always at least one. */
    int columnsWithin(int width) {
        int needed = 0;
        for (int i = 0; i < widths.length; i++) {
            needed += widths[i] + (i == 0 ? 0 : GAP.length());
            if (needed > width) {
                return Math.max(1, i);
            }
        }
        return widths.length;
    }

    /** The same, but what the last column holds stands in a line below where it does not fit into that width. */
    String printWithin(int width) {
        int last = widths.length - 1;
        StringBuilder lines = new StringBuilder();
        for (String[] row : rows) {
            String whole = line(row);
            boolean fits = row.length <= last || DisplayWidth.of(whole) <= width;
            lines.append(fits ? whole : line(Arrays.copyOf(row, last)) + '\n' + BELOW + row[last])
                    .append('\n');
        }
        return lines.toString();
    }

    /** A line for each row, each ended by a line break. */
    String print() {
        return print(widths.length);
    }

    /** The same with the first columns only. */
    String print(int columns) {
        StringBuilder lines = new StringBuilder();
        for (String[] row : rows) {
            lines.append(line(Arrays.copyOf(row, Math.min(columns, row.length))))
                    .append('\n');
        }
        return lines.toString();
    }

    private String line(String[] cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String blank = " ".repeat(widths[i] - DisplayWidth.of(cells[i]));
            line.append(i == 0 ? "" : GAP).append(sides[i] == Side.RIGHT ? blank + cells[i] : cells[i] + blank);
        }
        return line.toString().stripTrailing();
    }
}
