package dev.kenshin.privacy;

/**
 * One of the values by which records name a person or an account.
 *
 * @param value in the form in which its kind is compared; never blank
 */
record Identifier(Kind kind, String value) {}
