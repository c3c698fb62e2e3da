package dev.kenshin.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which language to speak: {@code --lang}, else the environment's, else the system's. */
final class LanguageChoice {
    private LanguageChoice() {}

    /** Must be known before the command line is parsed, since help and errors speak it, too. */
    static Locale locale(List<String> arguments, Map<String, String> environment) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--lang=")) {
                return Locale.forLanguageTag(argument.substring("--lang=".length()));
            }
            if (argument.equals("--lang") && i + 1 < arguments.size()) {
                return Locale.forLanguageTag(arguments.get(i + 1));
            }
        }
        return ofEnvironment(environment.getOrDefault("LC_ALL", environment.getOrDefault("LANG", "")));
    }

    private static Locale ofEnvironment(String language) {
        return language.startsWith("ja") ? Locale.JAPAN : language.isEmpty() ? Locale.getDefault() : Locale.ENGLISH;
    }
}
