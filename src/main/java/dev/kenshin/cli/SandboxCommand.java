package dev.kenshin.cli;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import dev.kenshin.sandbox.FaultMistake;
import dev.kenshin.sandbox.Sandbox;
import dev.kenshin.source.SourceUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kenshin sandbox}: serves a company's files as the services would that a real company uses. */
@Command(name = "sandbox", mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8642", descriptionKey = "port")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "sample-data", descriptionKey = "data")
    private Path data = Path.of("sample-data");

    @Option(names = "--faults", paramLabel = "LIST", defaultValue = "", descriptionKey = "faults")
    private String faults = "";

    SandboxCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, SourceUnavailable {
        if (!Files.isDirectory(data)) {
            throw noData(data);
        }
        try (Sandbox sandbox = Sandbox.start(port, data, session.clock())) {
            sandbox.arm(faults);
            tell(sandbox);
            awaitInterruption();
        } catch (BindException taken) {
            throw portTaken(port);
        } catch (FaultMistake mistake) {
            throw new Refusal(ExitCode.USAGE, mistake.what());
        } catch (SourceUnavailable unreadable) {
            session.terminal().err().println(unreadable.problem().in(session.language()));
            return ExitCode.SOURCE_UNAVAILABLE.code();
        }
        return ExitCode.DONE.code();
    }

    private void tell(Sandbox sandbox) {
        PrintWriter out = session.terminal().out();
        sandbox.addresses().forEach(out::println);
        out.println(new Text(
                        "準備ができました。別の端末で kenshin run sandbox-night を実行してください。Ctrl-C で終わります。",
                        "Ready. In another terminal, start: kenshin run sandbox-night. Ctrl-C ends the sandbox.")
                .in(session.language()));
        out.flush();
    }

    /** Ctrl-C ends the process; a test interrupts the thread. */
    private static void awaitInterruption() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static Refusal noData(Path data) {
        return new Refusal(
                ExitCode.USAGE,
                new Text(
                        "フォルダー「" + data + "」がありません。kenshin sample --out " + data + " で会社のデータを作ってください。",
                        "There is no folder '" + data + "'. Make a company with: kenshin sample --out " + data));
    }

    private static Refusal portTaken(int port) {
        return new Refusal(
                ExitCode.FAILED,
                new Text(
                        "ポート " + port + " は使われています。もう動いているサンドボックスを終えるか、--port で別の番号を指定してください。",
                        "Port " + port + " is taken. End the sandbox that is running, or choose another with --port."));
    }
}
