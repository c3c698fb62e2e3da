package dev.kenshin.ops;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * What the name of a step says. Log lines carry it: it goes along with the thread that does the step, in SLF4J's context,
 * under {@code step}, {@code source} and {@code stream}.
 */
public record StepName(String name) {
    private static final Pattern SUBJECT =
            Pattern.compile("(?:(?:extract|land) (?<source>[^.]+)\\.(?<stream>.+))|(?:aggregate (?<usage>.+))");

    /** What is done: {@code extract}, {@code land}, {@code map}, {@code publish} and so on. */
    public String stage() {
        return name.split(" ", 2)[0];
    }

    /** The source that the step reads or lands; empty for steps that are about no single one. */
    public Optional<String> source() {
        return part("source").or(() -> part("usage"));
    }

    /** The stream of that source. */
    public Optional<String> stream() {
        return part("stream");
    }

    /** What this thread logs from now on is said of the step. */
    public void begin() {
        MDC.put("step", name);
        source().ifPresent(source -> MDC.put("source", source));
        stream().ifPresent(stream -> MDC.put("stream", stream));
    }

    /** What this thread logs from now on is said of no step. */
    public static void end() {
        MDC.remove("step");
        MDC.remove("source");
        MDC.remove("stream");
    }

    private Optional<String> part(String group) {
        Matcher matcher = SUBJECT.matcher(name);
        return matcher.matches() ? Optional.ofNullable(matcher.group(group)) : Optional.empty();
    }
}
