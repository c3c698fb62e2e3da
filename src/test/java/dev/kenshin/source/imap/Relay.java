package dev.kenshin.source.imap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/** Stands between a client and a server, takes down what the client says, and disturbs where it is told to. */
final class Relay implements AutoCloseable {
    /** Instead of an answer: the connection ends. */
    static final String CUT = "";

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket listener;
    private final int server;
    private volatile Function<String, Optional<String>> answer = command -> Optional.empty();

    Relay(int server) throws IOException {
        this(server, ServerSocketFactory.getDefault());
    }

    Relay(int server, ServerSocketFactory sockets) throws IOException {
        this.server = server;
        listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) {
                accept(listener.accept());
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Commands without their tags, in their order. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    /** Answers commands instead of the server; {@code %} in an answer stands for the tag. */
    void answer(Function<String, Optional<String>> answers) {
        answer = answers;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept(Socket client) throws IOException {
        Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
        sockets.add(client);
        sockets.add(there);
        start(() -> listen(client, there));
        start(() -> pass(there, client));
    }

    /** What a client that has gone does not take is still taken from the server, which would complain otherwise. */
    private static void pass(Socket there, Socket client) throws IOException {
        try (client;
                there) {
            try {
                there.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException gone) {
                there.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private void listen(Socket client, Socket there) throws IOException {
        try (client) {
            converse(client, there);
        } finally {
            there.shutdownOutput();
        }
    }

    private void converse(Socket client, Socket there) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String tag = line.replaceFirst(" .*", "");
            String command = line.substring(Math.min(line.length(), tag.length() + 1));
            commands.add(command);
            Optional<String> own = answer.apply(command);
            if (own.filter(CUT::equals).isPresent()) {
                return;
            }
            OutputStream out = own.isPresent() ? client.getOutputStream() : there.getOutputStream();
            out.write((own.map(text -> text.replace("%", tag)).orElse(line) + "\r\n").getBytes(ISO_8859_1));
            out.flush();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
