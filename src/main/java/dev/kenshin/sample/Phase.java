package dev.kenshin.sample;

/** What is really going on between a customer and the product. Nobody writes it down anywhere. */
enum Phase {
    ONBOARDING,
    /** The introduction did not succeed. */
    STUCK,
    STEADY,
    GROWING,
    DECLINING,
    RECOVERING
}
