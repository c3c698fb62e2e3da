package dev.kenshin.threat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.UnaryOperator;

/** A server whose answers are made of what it was told so far, as those of servers are that quote what they refuse. */
final class EchoServer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String greeting;
    private final UnaryOperator<String> answer;

    private EchoServer(String greeting, UnaryOperator<String> answer) throws IOException {
        this.greeting = greeting;
        this.answer = answer;
        daemon(this::accept);
    }

    /** Refuses every call, and shows the caller what it sent: as text, and as escape sequences of a terminal. */
    static EchoServer web() throws IOException {
        return new EchoServer("", said -> {
            String quoted = said.replace("\"", "\\\"").replace("\n", " \\u001b[31m ");
            String body = "{\"error\": {\"code\": 403, \"message\": \"" + quoted + "\"}}";
            return said.endsWith("\n\n")
                    ? "HTTP/1.1 403 No\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body
                    : "";
        });
    }

    static EchoServer mail() throws IOException {
        return new EchoServer("* OK ready\r\n", said -> {
            String line = said.strip().replaceFirst("(?s).*\n", "");
            String tag = line.split(" ", 2)[0];
            return line.contains("CAPABILITY")
                    ? "* CAPABILITY IMAP4rev1\r\n" + tag + " OK\r\n"
                    : tag + " NO [AUTHENTICATIONFAILED] " + line + " is wrong\r\n";
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket socket = listener.accept();
            daemon(() -> talk(socket));
        }
    }

    private void talk(Socket socket) throws IOException {
        try (socket) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            out.write(greeting.getBytes(ISO_8859_1));
            StringBuilder said = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                out.write(answer.apply(said.toString()).getBytes(ISO_8859_1));
                out.flush();
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** A connection that ends, or a listener that is closed, ends the work. */
    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
