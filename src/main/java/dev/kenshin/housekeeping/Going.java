package dev.kenshin.housekeeping;

import dev.kenshin.problem.Text;
import java.util.List;

/**
 * What is thinned out of one part of the home.
 *
 * @param count of rows, directories or reports, as {@code unit} says
 * @param bytes about how much room it takes
 * @param names which ones, where they have names
 */
public record Going(Text part, long count, Text unit, long bytes, List<String> names) {
    static final Text ROWS = new Text("行", "rows");
    static final Text DIRECTORIES = new Text("フォルダー", "directories");

    boolean isNothing() {
        return count == 0;
    }
}
