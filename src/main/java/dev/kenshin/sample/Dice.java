package dev.kenshin.sample;

import java.util.List;
import java.util.Random;

/**
 * Chance that can be repeated: dice thrown for the same occasion always fall the same way, whatever was thrown before.
 * {@link Random} is used because its sequence is part of its specification.
 */
final class Dice {
    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    /** The dice for an occasion: what they decide, and the numbers that tell it from others of its kind. */
    static Dice of(long seed, String occasion, int... numbers) {
        long mixed = mix(seed ^ mix(occasion.hashCode()));
        for (int number : numbers) {
            mixed = mix(mixed + number);
        }
        return new Dice(mixed);
    }

    /** The finaliser of MurmurHash3, which makes neighbouring seeds unrelated. */
    private static long mix(long bits) {
        long mixed = bits + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number, both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** Normally distributed around 0. */
    double noise(double deviation) {
        return random.nextGaussian() * deviation;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** How often something happens that happens {@code mean} times on average, independently. */
    int times(double mean) {
        double limit = StrictMath.exp(-mean);
        int times = 0;
        for (double left = random.nextDouble(); left > limit; left *= random.nextDouble()) {
            times++;
        }
        return times;
    }

    long seed() {
        return random.nextLong();
    }
}
