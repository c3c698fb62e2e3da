package dev.kenshin.source.excel;

import dev.kenshin.problem.Location;
import dev.kenshin.source.Place;
import dev.kenshin.source.file.SourceFile;
import java.util.Map;

/** A sheet as a person looks it up; rows are counted from 1. */
record SheetPlace(SourceFile file, String sheet) {

    /** A record's place, by which each field's cell can be named. */
    Place record(int row, Map<String, String> letters) {
        return new Place(file.shortName() + "!" + sheet + "!" + row, letters);
    }

    Location row(int row) {
        return new Location.InSheet(file.name(), sheet, String.valueOf(row));
    }
}
