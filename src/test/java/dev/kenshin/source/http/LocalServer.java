package dev.kenshin.source.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on loopback that answers each connection with the next of the bytes it was given, and hangs up. So it can
 * answer in ways that no decent server would.
 */
public final class LocalServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    public LocalServer() throws IOException {
        threads.execute(this::acceptAll);
    }

    /** What is sent on a connection after its request was read. */
    public interface Answer {
        void send(OutputStream out) throws IOException, InterruptedException;
    }

    public LocalServer answer(Answer answer) {
        answers.add(answer);
        return this;
    }

    public LocalServer answer(String head, byte[] body) {
        return answer(out -> {
            out.write(("HTTP/1.1 " + head + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n")
                    .getBytes(ISO_8859_1));
            out.write(body);
        });
    }

    public LocalServer answer(String head, String body) {
        return answer(head, body.getBytes(UTF_8));
    }

    public String host() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public URI at(String path) {
        return URI.create("http://" + host() + path);
    }

    /** The requests so far: first line, headers and body. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        socket.close();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Answer answer = answers.isEmpty() ? out -> {} : answers.pop();
                threads.execute(() -> serve(connection, answer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection, Answer answer) {
        try (connection) {
            requests.add(request(connection.getInputStream()));
            OutputStream out = connection.getOutputStream();
            answer.send(out);
            out.flush();
        } catch (IOException hungUp) {
            // Then the client has seen enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String request(InputStream in) {
        try {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return head.toString();
                }
                head.append((char) next);
            }
            String length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
            int body = length.matches("\\d+") ? Integer.parseInt(length) : 0;
            return head + new String(in.readNBytes(body), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
