package dev.kenshin.ops;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Keeps what libraries say while a run goes on, and the stack traces of unexpected failures, in {@code
 * runs/<id>/log.txt}. On the terminal people read problems instead. A run about which there is nothing to say leaves no
 * file.
 */
public final class LogFile implements AutoCloseable {
    /**
     * A message may quote what a stranger wrote. Whatever its lines look like, they are indented, so that only we begin one
     * with a time; characters that steer a terminal become question marks.
     */
    private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %X{step} %logger"
            + " %replace(%replace(%msg%n%ex){'[\\p{Cntrl}\u0080-\u009f&&[^\t\n]]', '?'}){'\n(?=[^\n])', '\n  '}";

    private final Path file;
    private final Logger root;
    private final FileAppender<ILoggingEvent> appender = new FileAppender<>();

    private LogFile(Path file, LoggerContext context) {
        this.file = file;
        this.root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context));
        appender.start();
        root.addAppender(appender);
    }

    /** Takes down what is logged from now on. */
    public static LogFile open(Home home, String run) {
        hearTheJdksOwnLog();
        return new LogFile(home.logFile(run), (LoggerContext) LoggerFactory.getILoggerFactory());
    }

    @Override
    public void close() throws IOException {
        root.detachAppender(appender);
        appender.stop();
        if (Files.exists(file) && Files.size(file) == 0) {
            Files.delete(file);
        }
    }

    /** Some libraries, such as drivers, log through the JDK, which would write to standard error. */
    private static void hearTheJdksOwnLog() {
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }
}
