package dev.kenshin.source.sheets;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a request had no answer.
 *
 * @param words what Google or the network says of it
 * @param retryAfter how long Google asks to wait
 */
record Failure(Kind kind, String words, Optional<Duration> retryAfter) {

    /** What a person, or time, has to mend. */
    enum Kind {
        SIGN_IN(0),
        NOT_SHARED(0),
        API_OFF(0),
        NO_SPREADSHEET(0),
        OTHER_DOCUMENT(0),
        REFUSED(0),
        /** Quotas are renewed every minute; these waits add up to two at least. */
        QUOTA(7),
        DOWN(5),
        UNREACHABLE(3),
        GARBLED(3);

        private final int retries;

        Kind(int retries) {
            this.retries = retries;
        }

        /** How often it may be tried again; 0 where time mends nothing. */
        int retries() {
            return retries;
        }
    }

    static Failure of(Exception thrown) {
        if (thrown instanceof GoogleJsonResponseException answer) {
            return answered(answer);
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpResponseException refusal) {
                return signIn(refusal);
            }
        }
        boolean garbled = thrown instanceof MalformedJsonException
                || thrown instanceof EOFException
                || !(thrown instanceof IOException);
        return new Failure(
                garbled ? Kind.GARBLED : Kind.UNREACHABLE, rootOf(thrown).toString(), Optional.empty());
    }

    /** An answer without a body. */
    static Failure empty() {
        return new Failure(Kind.GARBLED, "empty", Optional.empty());
    }

    Failure with(UnaryOperator<String> redaction) {
        return new Failure(kind, redaction.apply(words), retryAfter);
    }

    private static Failure answered(GoogleJsonResponseException answer) {
        List<String> reasons = reasons(answer.getDetails());
        String words = Optional.ofNullable(answer.getDetails())
                .map(GoogleJsonError::getMessage)
                .orElseGet(() -> String.valueOf(answer.getStatusMessage()));
        return new Failure(
                kind(answer.getStatusCode(), reasons), answer.getStatusCode() + " " + words, retryAfter(answer));
    }

    private static Kind kind(int status, List<String> reasons) {
        return switch (status) {
            case 401 -> Kind.SIGN_IN;
            case 403 -> forbidden(reasons);
            case 404 -> Kind.NO_SPREADSHEET;
            case 400 ->
                reasons.contains("failedPrecondition") || reasons.contains("FAILED_PRECONDITION")
                        ? Kind.OTHER_DOCUMENT
                        : Kind.REFUSED;
            case 429 -> Kind.QUOTA;
            default -> status >= 500 ? Kind.DOWN : Kind.REFUSED;
        };
    }

    private static Kind forbidden(List<String> reasons) {
        if (reasons.stream().anyMatch(reason -> reason.matches("(user)?[rR]ateLimitExceeded|quotaExceeded"))) {
            return Kind.QUOTA;
        }
        if (reasons.contains("SERVICE_DISABLED") || reasons.contains("accessNotConfigured")) {
            return Kind.API_OFF;
        }
        return reasons.contains("ACCESS_TOKEN_SCOPE_INSUFFICIENT") ? Kind.SIGN_IN : Kind.NOT_SHARED;
    }

    /** Google says why in up to three places, depending on the age of the part that answers. */
    private static List<String> reasons(@Nullable GoogleJsonError error) {
        if (error == null) {
            return List.of();
        }
        Stream<@Nullable String> old = Optional.ofNullable(error.getErrors()).orElse(List.of()).stream()
                .map(GoogleJsonError.ErrorInfo::getReason);
        Stream<@Nullable String> young = Optional.ofNullable(error.getDetails()).orElse(List.of()).stream()
                .map(GoogleJsonError.Details::getReason);
        return Stream.of(old, young, Stream.of(String.valueOf(error.get("status"))))
                .flatMap(reasons -> reasons)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What is no answer of the API comes from where tokens are made. */
    private static Failure signIn(HttpResponseException refusal) {
        int status = refusal.getStatusCode();
        Kind kind = status == 429 ? Kind.QUOTA : status >= 500 ? Kind.DOWN : Kind.SIGN_IN;
        return new Failure(kind, status + " " + TokenError.words(refusal), retryAfter(refusal));
    }

    private static Optional<Duration> retryAfter(HttpResponseException answer) {
        return Optional.ofNullable(answer.getHeaders().getRetryAfter())
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
