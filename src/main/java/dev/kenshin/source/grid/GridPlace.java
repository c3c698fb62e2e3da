package dev.kenshin.source.grid;

import dev.kenshin.problem.Location;
import dev.kenshin.source.Place;
import java.util.Map;

/**
 * A sheet as a person looks it up.
 *
 * @param file the workbook's path or the spreadsheet's title, for problems
 * @param shortName its name within the stream, for the places of records
 */
public record GridPlace(String file, String shortName, String sheet) {

    /** A row, counted from 1. */
    public Location row(int row) {
        return new Location.InSheet(file, sheet, String.valueOf(row));
    }

    /** A record's place, by which each field's cell can be named. */
    Place record(int row, Map<String, String> letters) {
        return new Place(shortName + "!" + sheet + "!" + row, letters);
    }
}
