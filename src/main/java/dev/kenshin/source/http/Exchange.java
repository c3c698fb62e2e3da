package dev.kenshin.source.http;

import dev.kenshin.source.http.BoundedBody.TooLarge;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends one call to one server and reads the whole answer, within the time and size that the policy allows. */
final class Exchange {
    /** What the client sets itself and lets nobody else set. */
    private static final Set<String> RESERVED = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final HttpPolicy policy;
    private final HttpProblems problems;
    private final HttpClient client;

    Exchange(HttpPolicy policy, HttpProblems problems) {
        this.policy = policy;
        this.problems = problems;
        // Redirects are followed by hand, as each hop must be checked.
        this.client = HttpClient.newBuilder()
                .connectTimeout(policy.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    HttpAnswer send(HttpCall call) throws CallFailed, InterruptedException {
        HttpRequest request = request(call);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(policy.responseBytes()));
        try {
            return answer(call, answer.get(policy.response().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw CallFailed.forNow(problems.tooSlow(call.uri(), policy.response()));
        } catch (ExecutionException e) {
            throw failure(call.uri(), e.getCause());
        } finally {
            answer.cancel(true); // hangs up if the answer has not ended
        }
    }

    private HttpRequest request(HttpCall call) throws CallFailed {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                    .method(call.method(), BodyPublishers.ofByteArray(call.body()))
                    .setHeader("Accept-Encoding", "gzip")
                    .setHeader("User-Agent", "Kenshin");
            if (call.body().length == 0 && call.method().equals("GET")) {
                request.GET();
            }
            if ("http".equalsIgnoreCase(call.uri().getScheme())) {
                request.version(HttpClient.Version.HTTP_1_1);
            }
            call.headers().forEach((name, value) -> setHeader(request, name, value));
            return request.build();
        } catch (IllegalArgumentException e) {
            // The exception may quote a header's value.
            throw CallFailed.forGood(problems.impossible(
                    call.uri(), String.join(", ", call.headers().keySet())));
        }
    }

    private static void setHeader(HttpRequest.Builder request, String name, String value) {
        if (!RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            request.setHeader(name, value);
        }
    }

    private HttpAnswer answer(HttpCall call, HttpResponse<byte[]> response) throws CallFailed {
        Headers headers = new Headers(response.headers().map());
        try {
            byte[] body = Decompression.of(
                    response.body(), headers.value("Content-Encoding").orElse(""), policy.responseBytes());
            return new HttpAnswer(response.statusCode(), headers, body, call.uri());
        } catch (IOException e) {
            throw failureOfBody(call.uri(), e);
        }
    }

    private CallFailed failure(URI uri, @Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return CallFailed.forNow(problems.unreachable(
                    uri, "no connection within " + policy.connect().toSeconds() + " s"));
        }
        boolean connecting = cause instanceof ConnectException || cause instanceof SSLException;
        if (connecting || !(cause instanceof IOException body)) {
            return CallFailed.forNow(problems.unreachable(uri, words(cause)));
        }
        return failureOfBody(uri, body);
    }

    private CallFailed failureOfBody(URI uri, IOException cause) {
        boolean large = cause instanceof TooLarge || cause.getCause() instanceof TooLarge;
        return large
                ? CallFailed.forGood(problems.tooLarge(uri, policy.responseBytes()))
                : CallFailed.forNow(problems.damaged(uri, words(cause)));
    }

    private static String words(@Nullable Throwable cause) {
        if (cause == null) {
            return "";
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
