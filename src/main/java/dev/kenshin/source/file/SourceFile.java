package dev.kenshin.source.file;

import dev.kenshin.problem.Location;
import dev.kenshin.source.Place;
import java.nio.file.Path;

/**
 * A file to be read.
 *
 * @param name its path as a person would look it up, for problems
 * @param shortName its name within the stream, for the places of records
 */
public record SourceFile(Path path, String name, String shortName) {

    public Location at(long line, int column) {
        return new Location.InText(name, Math.toIntExact(Math.min(line, Integer.MAX_VALUE)), column);
    }

    /** The file as a whole. */
    public Location whole() {
        return at(0, 0);
    }

    /** A record that starts on {@code line}, counted from 1. */
    public Place place(long line) {
        return Place.of(shortName + ":" + line);
    }

    /** A record that starts at a column of a line, both counted from 1. */
    public Place place(int line, int column) {
        return Place.of(shortName + ":" + line + ":" + column);
    }
}
