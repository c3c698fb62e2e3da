package dev.kenshin.cli;

import dev.kenshin.problem.Language;
import dev.kenshin.watch.JsonLog;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** What surrounds a command: where it speaks, what time it is, what the environment says. */
record Session(Terminal terminal, Map<String, String> environment, Clock clock) {

    Language language() {
        return Language.of(Locale.getDefault());
    }

    /** Standard error, a JSON object a line. */
    JsonLog jsonLog() {
        return new JsonLog(terminal.err(), clock, language());
    }
}
