package dev.kenshin.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** How a service may answer. */
enum Lie {
    NONE("answers") {
        @Override
        void send(byte[] body, Socket connection) throws IOException {
            answer("200 OK", body.length, body, connection);
        }
    },
    SHORT_BODY("sends a part of its answer under status 200, and hangs up") {
        @Override
        void send(byte[] body, Socket connection) throws IOException {
            answer("200 OK", body.length, half(body), connection);
        }
    },
    RESET("resets the connection") {
        @Override
        void send(byte[] body, Socket connection) throws IOException {
            connection.setSoLinger(true, 0);
        }
    },
    GARBAGE("answers with garbage under status 200") {
        @Override
        void send(byte[] body, Socket connection) throws IOException {
            byte[] garbage = "<html>\u0000\u0001 Welcome".getBytes(UTF_8);
            answer("200 OK", garbage.length, garbage, connection);
        }
    },
    UNAVAILABLE("answers with status 503") {
        @Override
        void send(byte[] body, Socket connection) throws IOException {
            answer("503 Service Unavailable", 0, new byte[0], connection);
        }
    },
    HALF("sends half of its answer as if it were all, under status 200") {
        @Override
        void send(byte[] body, Socket connection) throws IOException {
            answer("200 OK", half(body).length, half(body), connection);
        }
    },
    EMPTY("answers with nothing under status 200") {
        @Override
        void send(byte[] body, Socket connection) throws IOException {
            answer("200 OK", 0, new byte[0], connection);
        }
    },
    /** Only for a while: a night does not wait for hours, and leaves the rest to the next. */
    TOO_MANY_CALLS("answers with status 429, twice") {
        @Override
        void send(byte[] body, Socket connection) throws IOException {
            Service.head(connection.getOutputStream(), "429 Too Many Requests\r\nRetry-After: 1", 0);
        }
    },
    /** It comes to its end, so that there is nothing to refuse. */
    DRIP("sends its answer byte by byte") {
        @Override
        void send(byte[] body, Socket connection) throws IOException, InterruptedException {
            OutputStream out = connection.getOutputStream();
            Service.head(out, "200 OK", body.length);
            for (byte one : body) {
                out.write(one);
                out.flush();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    };

    private final String words;

    Lie(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether the night waits it out. */
    boolean passes() {
        return this == TOO_MANY_CALLS || this == DRIP;
    }

    abstract void send(byte[] body, Socket connection) throws IOException, InterruptedException;

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private static void answer(String status, int length, byte[] sent, Socket connection) throws IOException {
        OutputStream out = connection.getOutputStream();
        Service.head(out, status, length);
        out.write(sent);
        out.flush();
    }
}
