package dev.kenshin.source.http;

import org.jspecify.annotations.Nullable;

/** Stands for an exception whose words may hold secrets: of the same place in the program, in words that hold none. */
final class RedactedFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message begins with the name of the exception that was */
    RedactedFailure(String message, StackTraceElement[] trace, @Nullable Throwable cause) {
        super(message, cause);
        setStackTrace(trace);
    }
}
