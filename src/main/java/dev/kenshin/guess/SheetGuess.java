package dev.kenshin.guess;

import dev.kenshin.guess.Shape.StreamShape;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.excel.WorkbookOutline;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.grid.SheetOutline;
import dev.kenshin.source.grid.SheetOutline.Region;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the tables of a workbook lie: which sheets hold one, and on which rows their headers are. */
final class SheetGuess {
    private static final int ROWS = 60;
    private static final int DEEPEST_HEADER = 4;

    private final SheetOutline sheet;

    private SheetGuess(SheetOutline sheet) {
        this.sheet = sheet;
    }

    static Shape shape(Target target, SourceFile file, String name) throws IOException, SourceUnavailable {
        List<SheetOutline> sheets = WorkbookOutline.of(file, Optional.empty(), ROWS).stream()
                .filter(sheet -> new SheetGuess(sheet).width() > 0)
                .toList();
        boolean wide = sheets.stream().anyMatch(sheet -> new SheetGuess(sheet).width() > 1);
        List<StreamShape> streams = new ArrayList<>();
        for (SheetOutline sheet : sheets) {
            SheetGuess guess = new SheetGuess(sheet);
            if (guess.width() > 1 || !wide) {
                streams.add(guess.stream(target, sheets.size() == 1 ? name : stream(sheet.name())));
            }
        }
        if (streams.isEmpty()) {
            throw GuessProblems.noTable(file.name());
        }
        return new Shape("excel", List.of(), streams);
    }

    private static String stream(String sheet) {
        return sheet.strip().replaceAll("[.\\s]+", "-");
    }

    private StreamShape stream(Target target, String name) {
        int named = firstHeaderRow();
        int from = hasGroupsAbove(named) ? named - 1 : named;
        int to = lastHeaderRow(named);
        return new StreamShape(
                name,
                List.of(
                        target.option(),
                        Option.text("sheet", sheet.name()),
                        Option.rows("header-row", from, to, remark(from, to))),
                names(to).distinct().toList());
    }

    private Remark remark(int from, int to) {
        String names = names(to).limit(4).collect(Collectors.joining(", "));
        String ja = (to > from ? "結合した見出し。" : "") + "項目名: " + names + " …";
        String en = (to > from ? "a merged header; " : "") + "its names: " + names + " …";
        return texts(row(from)) ? Remark.sure(ja, en) : Remark.unsure(ja, en);
    }

    private Stream<String> names(int row) {
        return row(row).values().stream()
                .map(name -> name.toString().replaceAll("[\\s\\p{Z}]+", " ").strip());
    }

    /** How many columns the widest of the first rows has. */
    private int width() {
        return sheet.rows().stream().mapToInt(SheetGuess::different).max().orElse(0);
    }

    /** The first row that has names for half of the columns: above it are titles. */
    private int firstHeaderRow() {
        int needed = Math.max(1, (width() + 1) / 2);
        int wideEnough = 0;
        for (int number = 1; number <= sheet.rows().size(); number++) {
            if (different(row(number)) >= needed) {
                wideEnough = wideEnough == 0 ? number : wideEnough;
                if (texts(row(number))) {
                    return number;
                }
            }
        }
        return Math.max(1, wideEnough);
    }

    /** Above the names there may be merged cells that say what several of them have in common. */
    private boolean hasGroupsAbove(int row) {
        return row > 1
                && different(row(row - 1)) > 1
                && texts(row(row - 1))
                && sheet.merged().stream().anyMatch(region -> region.firstRow() == row - 1);
    }

    /** A header goes on below where its merged cells do, or where names stand under a merged one. */
    private int lastHeaderRow(int first) {
        int last = first;
        for (Region region : sheet.merged()) {
            boolean inHeader = region.firstRow() == first && region.lastRow() < first + DEEPEST_HEADER;
            last = inHeader && region.lastRow() > last ? region.lastRow() : last;
        }
        return last == first && hasNamesBelow(first) ? first + 1 : last;
    }

    private boolean hasNamesBelow(int row) {
        return sheet.merged().stream()
                        .anyMatch(region -> region.firstRow() == row
                                && region.lastRow() == row
                                && different(columns(row + 1, region)) > 1)
                && texts(row(row + 1));
    }

    private Map<Integer, Object> columns(int row, Region region) {
        Map<Integer, Object> cells = new TreeMap<>(row(row));
        cells.keySet().removeIf(column -> column < region.firstColumn() || column > region.lastColumn());
        return cells;
    }

    private Map<Integer, Object> row(int number) {
        return number > sheet.rows().size()
                ? Map.of()
                : new TreeMap<>(sheet.rows().get(number - 1));
    }

    /** A merged cell counts once. */
    private static int different(Map<Integer, Object> row) {
        return new HashSet<>(row.values()).size();
    }

    private static boolean texts(Map<Integer, Object> row) {
        return !row.isEmpty() && row.values().stream().allMatch(String.class::isInstance);
    }
}
