package dev.kenshin.score;

/** What a metric says of one account on one day. */
public sealed interface Value {
    Value UNKNOWN = new Unknown();

    /** NaN where it is none. */
    double number();

    /** A finite number, in the metric's unit. */
    record Quantity(double number) implements Value {
        public Quantity {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not a finite number: " + number);
            }
        }
    }

    /** One metric for each unit of another, such as tickets for each seat; both are finite and {@code per} is not 0. */
    record Rate(double amount, double per) implements Value {
        public Rate {
            if (!Double.isFinite(amount / per)) {
                throw new IllegalArgumentException("not a rate: " + amount + " per " + per);
            }
        }

        @Override
        public double number() {
            return amount / per;
        }
    }

    /** The value of a text metric. */
    record Word(String text) implements Value {
        @Override
        public double number() {
            return Double.NaN;
        }
    }

    /** Nobody knows. */
    record Unknown() implements Value {
        @Override
        public double number() {
            return Double.NaN;
        }
    }

    /** The number; unknown where it is NaN or infinite. */
    static Value of(double number) {
        return Double.isFinite(number) ? new Quantity(number) : UNKNOWN;
    }

    /** The rate; unknown where one of the two is, or where it is not finite. */
    static Value of(double amount, double per) {
        return Double.isFinite(amount / per) && Double.isFinite(per) ? new Rate(amount, per) : UNKNOWN;
    }

    static Value of(String text) {
        return new Word(text);
    }
}
