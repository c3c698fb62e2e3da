package dev.kenshin.source;

import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/** What log lines say of the step at hand. It belongs to the step's thread; threads that help it have to be told. */
public final class LogContext {
    private LogContext() {}

    /** The same work for another thread, whose log lines then say what those of this one would. */
    public static Runnable carriedInto(Runnable work) {
        Optional<Map<String, String>> context = Optional.ofNullable(MDC.getCopyOfContextMap());
        return () -> {
            context.ifPresent(MDC::setContextMap);
            work.run();
        };
    }
}
