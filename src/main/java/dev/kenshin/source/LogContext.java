package dev.kenshin.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What log lines say of the step at hand. It belongs to the step's thread; threads that help it have to be told. */
public final class LogContext {
    private LogContext() {}

    /** The same work for another thread, whose log lines then say what those of this one would. */
    public static Runnable carriedInto(Runnable work) {
        @Nullable Map<String, String> context = MDC.getCopyOfContextMap();
        return () -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            work.run();
        };
    }
}
