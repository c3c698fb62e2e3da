package dev.kenshin.usage;

import java.time.LocalDateTime;

/**
 * What was aggregated as one: an event file, or the table of a database.
 *
 * @param path the file's path, or the table's name
 * @param size in bytes; 0 for a table
 * @param modified UTC; for a table the end of the last day that was asked for
 * @param definition what it was read with; another definition means that it must be read again
 * @param rejected events and lines that could not be used
 */
record Part(int id, String path, long size, LocalDateTime modified, String definition, long rejected) {

    boolean isCurrent(EventFile file, String currentDefinition) {
        return size == file.size() && modified.equals(file.modified()) && definition.equals(currentDefinition);
    }
}
