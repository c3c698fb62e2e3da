package dev.kenshin.score;

/** What a metric says of one account on one day. */
public sealed interface Value {
    Value UNKNOWN = new Unknown();

    /** A finite number, in the metric's unit. */
    record Quantity(double number) implements Value {
        public Quantity {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not a finite number: " + number);
            }
        }
    }

    /** The value of a text metric. */
    record Word(String text) implements Value {}

    /** Nobody knows. */
    record Unknown() implements Value {}

    /** The number; unknown where it is NaN or infinite. */
    static Value of(double number) {
        return Double.isFinite(number) ? new Quantity(number) : UNKNOWN;
    }

    static Value of(String text) {
        return new Word(text);
    }
}
