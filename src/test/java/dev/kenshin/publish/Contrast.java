package dev.kenshin.publish;

import java.util.stream.IntStream;

/** How well the words of a look can be read on its ground, from 1 to 21. */
final class Contrast {
    private Contrast() {}

    /** As WCAG 2.2 defines it. */
    static double of(LevelLook look) {
        double ground = luminance(look.ground());
        double ink = luminance(look.ink());
        return (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
    }

    private static double luminance(String rgb) {
        double[] channels = IntStream.of(0, 2, 4)
                .mapToDouble(i -> Integer.parseInt(rgb.substring(i, i + 2), 16) / 255.0)
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
    }
}
