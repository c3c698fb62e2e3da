package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.sandbox.Client;
import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxCommandTest {
    private final Shell shell = new Shell("--lang=en");

    @Test
    void command_servesUntilItIsInterrupted() throws Exception {
        PipedWriter said = new PipedWriter();
        BufferedReader reader = new BufferedReader(new PipedReader(said, 10_000));
        AtomicInteger code = new AtomicInteger(-1);
        Thread command = new Thread(() -> code.set(Kenshin.run(session(said), "sandbox", "--port=0", "--lang=en")));
        command.start();
        String kintone = reader.readLine();
        String zendesk = reader.readLine();
        assertThat(kintone).endsWith("/kintone");
        assertThat(new Client(zendesk).get("/api/v2/users.json").status()).isEqualTo(401);
        command.interrupt();
        command.join();
        assertThat(code).hasValue(0);
    }

    private static Session session(PipedWriter said) {
        PrintWriter out = new PrintWriter(said, true);
        Clock clock = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);
        return new Session(new Terminal(out, out, false), Map.of("LANG", "en_US.UTF-8"), clock);
    }

    @Test
    void takenPort_isSaid() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(shell.run("sandbox", "--port=" + other.getLocalPort())).isEqualTo(1);
        }
        assertThat(shell.err()).contains("is taken", "--port");
    }

    @Test
    void withoutACompany_theCommandSaysHowToMakeOne(@TempDir Path directory) {
        Path nowhere = directory.resolve("nowhere");
        assertThat(shell.run("sandbox", "--port=0", "--data=" + nowhere)).isEqualTo(2);
        assertThat(shell.err()).contains("kenshin sample --out " + nowhere);
        assertThat(shell.run("sandbox", "--port=0", "--data=" + directory)).isEqualTo(69);
        assertThat(shell.err()).contains("accounts.csv");
    }
}
