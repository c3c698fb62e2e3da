package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Text;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One figure that is computed for every account: an entry of {@code config/metrics/*.yaml}.
 *
 * @param unit {@code count}, {@code ratio}, {@code hours}, {@code days}, {@code yen} ...; for people
 * @param description what it means and why it is looked at
 */
public record MetricConfig(
        String name, Text label, Form form, Optional<String> unit, Optional<Text> description, Location at) {

    /** How the value comes about. */
    public sealed interface Form {}

    /**
     * An SQL aggregate over the account's rows of a model table.
     *
     * @param time the date column that the window looks at; absent: the table's own
     * @param windowDays the window is D−n+1 … D; absent: everything up to D
     * @param whenNone the value of an account without rows; absent: unknown
     */
    public record Aggregate(
            Reference table,
            Sql value,
            Optional<Sql> where,
            Optional<Reference> time,
            OptionalInt windowDays,
            OptionalDouble whenNone)
            implements Form {}

    /** An expression over other metrics, the account's columns and {@code as_of}. */
    public record Expression(Sql value) implements Form {}

    /** The change of a windowed metric against the window just before. */
    public record Change(Reference of, Kind kind) implements Form {
        /** How the change is expressed: now − before, or now ÷ before − 1. */
        public enum Kind {
            DIFFERENCE,
            RATIO
        }
    }

    /** Whole days from the last row's date up to D; unknown where there is no row. */
    public record DaysSince(Reference table, Optional<Reference> time, Optional<Sql> where) implements Form {}

    /** Net promoter score −100 … 100 over the answers in the window; unknown below {@code atLeast} answers. */
    public record Nps(Reference table, Sql score, Optional<Sql> where, OptionalInt windowDays, int atLeast)
            implements Form {}

    /** A SELECT over model tables that yields {@code account_id} and {@code value}; may use {@code as_of}. */
    public record Query(Sql select) implements Form {}
}
