package dev.kenshin.source.grid;

import dev.kenshin.source.SourceUnavailable;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A worksheet as one connector sees it; its rows are read once, from top to bottom. */
public interface Grid {

    GridPlace place();

    /** The merged regions, rows and columns counted from 0; in any order. */
    List<CellRangeAddress> mergedRegions();

    /**
     * The next row; null at the end. Rows that hold nothing may be left out.
     *
     * @throws SourceUnavailable if the sheet cannot be read any further
     */
    @Nullable
    GridRow next() throws SourceUnavailable;
}
