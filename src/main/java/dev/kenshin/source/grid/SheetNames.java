package dev.kenshin.source.grid;

import dev.kenshin.problem.Location;
import dev.kenshin.source.SourceUnavailable;
import java.util.List;
import java.util.Optional;

/**
 * The names of a workbook's sheets, in their order.
 *
 * @param visible those that a person sees
 */
public record SheetNames(List<String> all, List<String> visible) {

    /** The sheet of that name, or else the one at that position among those a person sees, counted from 1. */
    public Optional<String> named(String wanted) {
        if (all.contains(wanted)) {
            return Optional.of(wanted);
        }
        int position = wanted.matches("\\d{1,4}") ? Integer.parseInt(wanted) : 0;
        return position < 1 || position > visible.size() ? Optional.empty() : Optional.of(visible.get(position - 1));
    }

    /**
     * The same for a sheet that must be there.
     *
     * @param book what holds the sheets, for the problem
     * @throws SourceUnavailable if it is not (KEN-S75), naming those that are there
     */
    public String find(String wanted, Location book) throws SourceUnavailable {
        return named(wanted).orElseThrow(() -> GridProblems.noSheet(book, wanted, all));
    }
}
