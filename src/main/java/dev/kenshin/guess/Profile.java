package dev.kenshin.guess;

import dev.kenshin.mapping.convert.Conversion;
import dev.kenshin.mapping.convert.Conversion.Converted;
import dev.kenshin.mapping.convert.Converter;
import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.mapping.convert.Words;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One column of the sample: its name, and what its cells hold. */
final class Profile {
    private final String name;
    private final int position;
    private final int rows;
    private final ZoneId zone;
    private final List<Cell> cells = new ArrayList<>();
    private final Map<FieldType, Fit> fits = new EnumMap<>(FieldType.class);

    /** A cell that is not blank. */
    record Cell(Object value, Place place) {}

    /** A cell that does not convert. */
    record Misfit(String place, String value) {}

    /**
     * What a converter makes of the cells.
     *
     * @param read the values of those that it can read and that say something
     */
    record Fit(List<Object> read, List<Misfit> misfits) {
        /** Of the cells that say anything, the part that can be read; 1 where none says anything. */
        double share() {
            int all = read.size() + misfits.size();
            return all == 0 ? 1 : (double) read.size() / all;
        }
    }

    private Profile(String name, int position, int rows, ZoneId zone) {
        this.name = name;
        this.position = position;
        this.rows = rows;
        this.zone = zone;
    }

    /**
     * All columns, in the order in which the records have them.
     *
     * @param header the columns where there are no records
     */
    static List<Profile> of(Sample sample, List<String> header, ZoneId zone) {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        if (sample.records().isEmpty()) {
            header.forEach(field -> profiles.put(field, new Profile(field, profiles.size() + 1, 0, zone)));
        }
        for (SourceRecord row : sample.records()) {
            row.fields().forEach((field, value) -> {
                Profile profile = profiles.computeIfAbsent(
                        field,
                        named -> new Profile(
                                named, profiles.size() + 1, sample.records().size(), zone));
                if (!Words.of(value).isEmpty() && value != null) {
                    profile.cells.add(new Cell(value, row.place()));
                }
            });
        }
        return List.copyOf(profiles.values());
    }

    String name() {
        return name;
    }

    /** Counted from 1. */
    int position() {
        return position;
    }

    List<Cell> cells() {
        return cells;
    }

    boolean blank() {
        return cells.isEmpty();
    }

    /** Whether there were no rows to look at. */
    boolean unseen() {
        return rows == 0;
    }

    /** Whether no row lacks a value. */
    boolean full() {
        return cells.size() == rows && rows > 0;
    }

    /** The different values as clean text, with how often each occurs. */
    Map<String, Integer> values() {
        Map<String, Integer> values = new LinkedHashMap<>();
        cells.forEach(cell -> values.merge(Words.of(cell.value()), 1, Integer::sum));
        return values;
    }

    /** Whether each row has a value of its own. */
    boolean unique() {
        return full() && values().size() == rows;
    }

    Fit fit(FieldType type) {
        return fits.computeIfAbsent(type, this::measure);
    }

    private Fit measure(FieldType type) {
        Converter converter = type.converter(zone);
        List<Object> read = new ArrayList<>();
        List<Misfit> misfits = new ArrayList<>();
        for (Cell cell : cells) {
            Conversion conversion = converter.convert(cell.value());
            if (conversion instanceof Converted converted) {
                Object value = converted.value();
                if (value != null) {
                    read.add(value);
                }
            } else {
                misfits.add(new Misfit(cell.place().at(name), Words.shown(Words.of(cell.value()))));
            }
        }
        return new Fit(read, misfits);
    }
}
