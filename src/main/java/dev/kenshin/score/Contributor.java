package dev.kenshin.score;

/** Something that moves the health away from 100: a component or an override. */
public sealed interface Contributor permits ComponentScore, FiredOverride {

    /** The component's name, or {@code override:<rule>}; the same from night to night. */
    String key();

    /** Points: negative where health is lost. The contributions of a health sum to health − 100. */
    double contribution();
}
