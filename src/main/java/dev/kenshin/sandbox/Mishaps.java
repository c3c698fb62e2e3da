package dev.kenshin.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Answers in the way that a fault says.
 *
 * @param elsewhere the address of another host
 */
record Mishaps(String elsewhere) {
    private static final byte[] NOISE = {0x1f, 'o', 0, -1, '<', '}', 0x7f, -128};
    private static final long USUAL_DRIP_SECONDS = 300;
    private static final long USUAL_LARGE_KB = 65 * 1024;
    private static final long STEP_MILLIS = 50;

    /** @throws IOException where the connection is to be broken off */
    void send(Fault fault, Call call, Vendor vendor, HttpExchange exchange) throws IOException {
        switch (fault.kind()) {
            case TOO_MANY_CALLS -> vendor.limited(fault.number(1)).send(exchange);
            case INTERNAL_ERROR -> failing(500, "Internal Server Error").send(exchange);
            case BAD_GATEWAY -> failing(502, "Bad Gateway").send(exchange);
            case UNAVAILABLE -> unavailable(fault).send(exchange);
            case EXPIRED_TOKEN -> vendor.expired().send(exchange);
            case REDIRECT -> redirect(fault, call).send(exchange);
            case HANG_UP -> throw new IOException("hung up on purpose");
            default -> spoil(fault, vendor.answer(call), call, exchange);
        }
    }

    private void spoil(Fault fault, Reply reply, Call call, HttpExchange exchange) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        switch (fault.kind()) {
            case EMPTY -> exchange.sendResponseHeaders(reply.status(), -1);
            case GARBAGE -> whole(reply.status(), NOISE, exchange);
            case TRUNCATE_JSON -> whole(reply.status(), half(body), exchange);
            case TRUNCATE_GZIP -> whole(reply.status(), half(zipped(body, exchange)), exchange);
            case TRUNCATE -> broken(reply.status(), body, body.length, exchange);
            case TRUNCATE_CHUNKED -> broken(reply.status(), body, 0, exchange);
            case DRIP -> drip(reply.status(), body, fault.number(USUAL_DRIP_SECONDS), exchange);
            case LARGE, LARGE_GZIP -> large(reply.status(), body, fault, exchange);
            case NEXT -> whole(reply.status(), astray(fault, reply, call).getBytes(UTF_8), exchange);
            default -> throw new IllegalStateException(fault.toString());
        }
    }

    private static Reply failing(int status, String words) {
        return new Reply(
                status, Map.of("Content-Type", "text/html"), "<html><body><h1>" + words + "</h1></body></html>");
    }

    private static Reply unavailable(Fault fault) {
        Reply reply = failing(503, "Service Unavailable");
        return fault.argument()
                .map(seconds -> reply.with("Retry-After", seconds))
                .orElse(reply);
    }

    private Reply redirect(Fault fault, Call call) {
        return new Reply(302, Map.of("Location", fault.argument().orElse(elsewhere) + call.path()), "");
    }

    /** Links to the service itself, and those without a host, then lead elsewhere. */
    private String astray(Fault fault, Reply reply, Call call) {
        return Pattern.compile(
                        "(\"(?:\\w*next\\w*|after_url|link)\":\")(?:" + Pattern.quote(call.service()) + "|(?=/))")
                .matcher(reply.body())
                .replaceAll("$1" + fault.argument().orElse(elsewhere));
    }

    private static void whole(int status, byte[] body, HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** @param length that is announced; 0 announces none */
    private static void broken(int status, byte[] body, long length, HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(status, length);
        exchange.getResponseBody().write(half(body));
        exchange.getResponseBody().flush();
        throw new IOException("broken off on purpose");
    }

    private static void drip(int status, byte[] body, long seconds, HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        OutputStream out = exchange.getResponseBody();
        long steps = seconds * 1000 / STEP_MILLIS;
        for (long step = 0; step < steps; step++) {
            int from = (int) (body.length * step / steps);
            out.write(body, from, (int) (body.length * (step + 1) / steps) - from);
            out.flush();
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            if (new CountDownLatch(1).await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this latch down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the sandbox ends", e);
        }
    }

    /** The answer and then blanks, which JSON does not mind. */
    private static void large(int status, byte[] body, Fault fault, HttpExchange exchange) throws IOException {
        boolean zip = fault.kind() == FaultKind.LARGE_GZIP;
        if (zip) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(status, 0);
        OutputStream plain = exchange.getResponseBody();
        OutputStream out = zip ? new GZIPOutputStream(plain) : plain;
        out.write(body);
        byte[] blanks = new byte[1024];
        Arrays.fill(blanks, (byte) ' ');
        for (long kilobytes = fault.number(USUAL_LARGE_KB); kilobytes > 0; kilobytes--) {
            out.write(blanks);
        }
        out.close();
    }

    private static byte[] zipped(byte[] body, HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        return bytes.toByteArray();
    }

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }
}
