package dev.kenshin.job;

import dev.kenshin.problem.Text;
import java.util.List;

/**
 * What a stream or a mapping yields.
 *
 * @param name the stream's or the mapping's
 * @param columns of the rows: those that hold anything in the rows at hand
 * @param blank configured columns that hold nothing in the rows at hand
 * @param rows the first ones, in the order of the source
 * @param rejected the first reasons why rows were set aside; a row may have several
 */
public record Preview(
        String name, List<String> columns, List<String> blank, List<Row> rows, List<Rejected> rejected, Counts counts) {

    /** A row and where it was found; one cell for each column, blank where there is no value. */
    public record Row(String place, List<String> cells) {}

    /**
     * Why a row was set aside.
     *
     * @param field of the source; empty where the whole row is meant
     * @param value as the source holds it
     */
    public record Rejected(String place, String field, String value, String code, Text reason, Text fix) {}

    /**
     * Rows of the whole stream: {@code read} is what the source gave; rows that are neither usable nor rejected repeat
     * others word for word.
     */
    public record Counts(long read, long usable, long rejected) {}
}
