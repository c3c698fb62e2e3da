package dev.kenshin.source.grid;

import dev.kenshin.problem.Location;
import dev.kenshin.source.SourceUnavailable;
import java.util.List;

/**
 * The names of a workbook's sheets, in their order.
 *
 * @param visible those that a person sees
 */
public record SheetNames(List<String> all, List<String> visible) {

    /**
     * The sheet of that name, or else the one at that position among those a person sees, counted from 1.
     *
     * @param book what holds the sheets, for the problem
     * @throws SourceUnavailable if there is none (KEN-S75), naming those that are there
     */
    public String find(String wanted, Location book) throws SourceUnavailable {
        if (all.contains(wanted)) {
            return wanted;
        }
        int position = wanted.matches("\\d{1,4}") ? Integer.parseInt(wanted) : 0;
        if (position < 1 || position > visible.size()) {
            throw GridProblems.noSheet(book, wanted, all);
        }
        return visible.get(position - 1);
    }
}
