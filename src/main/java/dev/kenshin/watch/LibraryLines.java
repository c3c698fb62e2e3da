package dev.kenshin.watch;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What is logged becomes lines of JSON as well, with the step of the thread that logs. */
final class LibraryLines extends AppenderBase<ILoggingEvent> {
    private final JsonLog log;
    private final Logger root;
    private final Logger commands;
    private final Optional<Appender<ILoggingEvent>> console;

    private LibraryLines(JsonLog log, LoggerContext context) {
        this.log = log;
        this.root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        this.commands = context.getLogger("dev.kenshin.cli");
        this.console = Optional.ofNullable(commands.getAppender("console"));
        setContext(context);
    }

    /** Hears everything from now on, also in the place of the console. */
    static LibraryLines into(JsonLog log) {
        LibraryLines lines = new LibraryLines(log, (LoggerContext) LoggerFactory.getILoggerFactory());
        lines.start();
        lines.console.ifPresent(lines.commands::detachAppender);
        lines.root.addAppender(lines);
        return lines;
    }

    void leave() {
        root.detachAppender(this);
        if (isStarted()) {
            console.ifPresent(commands::addAppender);
        }
        stop();
    }

    @Override
    protected void append(ILoggingEvent event) {
        LogLine line = log.line(event.getInstant(), level(event), "log");
        event.getMDCPropertyMap().forEach(line::with);
        log.tell(line.with("message", event.getFormattedMessage())
                .with("logger", event.getLoggerName())
                .with("thread", event.getThreadName())
                .with("exception", stack(event.getThrowableProxy())));
    }

    /** As on the other lines, which know no more than three. */
    private static String level(ILoggingEvent event) {
        String level = event.getLevel().toString();
        return level.equals("WARN") || level.equals("ERROR") ? level : "INFO";
    }

    private static String stack(@Nullable IThrowableProxy failure) {
        return failure == null ? "" : ThrowableProxyUtil.asString(failure);
    }
}
