package dev.kenshin.cli;

import dev.kenshin.problem.Language;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** What surrounds a command: where it speaks, what time it is, what the environment says. */
record Session(Terminal terminal, Map<String, String> environment, Clock clock) {

    Language language() {
        return Language.of(Locale.getDefault());
    }
}
