package dev.kenshin.problem;

import java.util.Locale;

/** The languages in which Kenshin speaks to people. */
public enum Language {
    JA,
    EN;

    /** Japanese where the locale is Japanese, English everywhere else. */
    public static Language of(Locale locale) {
        return Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) ? JA : EN;
    }
}
