package dev.kenshin.reliability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service with two pages of visits, of which the second can be made to fail. */
final class Service implements World {
    /** The variable by which the configuration finds it. */
    static final String VARIABLE = "KENSHIN_SERVICE";

    private static final String FIRST = """
            {"visits": [{"id": 1, "company": "あおば", "day": "2026-10-05"}, {"id": 2, "company": "さくら", "day": "2026-10-09"}]}
            """;
    private static final String SECOND = """
            {"visits": [{"id": 3, "company": "ひかり", "day": "2026-10-12"}]}
            """;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private ServerSocket socket;
    private volatile Lie lie = Lie.NONE;
    private volatile int lies;

    Service() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(VARIABLE, "http://127.0.0.1:" + socket.getLocalPort());
    }

    /** From now on, the second page is not what it should be, so many times. */
    void lie(Lie next, int times) {
        asked.set(0);
        lies = times;
        lie = next;
    }

    /** How often the second page was asked for since. */
    int asked() {
        return asked.get();
    }

    /** Nobody listens any more. */
    void goDown() throws IOException {
        socket.close();
    }

    /** Somebody listens again at the same address. */
    void comeBack() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(address);
        threads.execute(this::accept);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        ServerSocket open = socket;
        while (!open.isClosed()) {
            try {
                Socket connection = open.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1))) {
            List<String> head = in.lines().takeWhile(line -> !line.isEmpty()).toList();
            answer(!head.isEmpty() && head.get(0).contains("page=2"), connection);
        } catch (IOException | UncheckedIOException hungUp) {
            // Then the client has seen enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(boolean second, Socket connection) throws IOException, InterruptedException {
        byte[] body = (second ? SECOND : FIRST).getBytes(UTF_8);
        boolean lying = second && asked.incrementAndGet() <= lies;
        (lying ? lie : Lie.NONE).send(body, connection);
    }

    /** A status line and headers, such as every answer begins with. */
    static void head(OutputStream out, String status, int length) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + length
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(ISO_8859_1));
    }
}
