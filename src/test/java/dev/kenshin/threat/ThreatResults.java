package dev.kenshin.threat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** What came of the tests that are marked with a {@link Threat}. */
public final class ThreatResults implements TestExecutionListener {
    private final Map<Danger, Map<String, Tally>> tallies = new EnumMap<>(Danger.class);
    private final List<String> failures = new ArrayList<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
        if (failed) {
            failures.add(test.getDisplayName() + ": " + result.getThrowable().orElse(null));
        }
        if (test.isTest() || failed) {
            count(test, failed ? Tally.FAILURE : aborted(result) ? Tally.SKIP : Tally.SUCCESS);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        count(test, Tally.SKIP);
    }

    /** Dangers without a test, and tests that failed; in words. */
    public List<String> failures() {
        List<String> all = new ArrayList<>(failures);
        for (Danger danger : Danger.values()) {
            if (!tallies.containsKey(danger)) {
                all.add(danger.label() + ": no test");
            }
        }
        return all;
    }

    /** In Markdown: each danger, what stands against it, which tests tried it, and what came of it. */
    public String table() {
        StringBuilder table =
                new StringBuilder("| threat | defence | test | cases | outcome |\n| --- | --- | --- | --- | --- |\n");
        for (Danger danger : Danger.values()) {
            Map<String, Tally> tests = tallies.getOrDefault(danger, Map.of("–", Tally.NONE));
            String first = danger.label() + " | " + danger.defence();
            for (Map.Entry<String, Tally> test : tests.entrySet()) {
                table.append("| %s | %s | %d | %s |"
                                .formatted(
                                        first,
                                        test.getKey(),
                                        test.getValue().cases(),
                                        test.getValue().outcome()))
                        .append('\n');
                first = " | ";
            }
        }
        return table.toString();
    }

    private static boolean aborted(TestExecutionResult result) {
        return result.getStatus() == TestExecutionResult.Status.ABORTED;
    }

    private void count(TestIdentifier test, Tally tally) {
        for (Danger danger : dangers(test)) {
            tallies.computeIfAbsent(danger, any -> new TreeMap<>()).merge(className(test), tally, Tally::plus);
        }
    }

    /** Those of the method; where it says none, those of its class. */
    private static Danger[] dangers(TestIdentifier test) {
        Optional<Method> method = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod());
        Optional<Class<?>> type = test.getSource().flatMap(ThreatResults::type);
        return method.flatMap(each -> AnnotationSupport.findAnnotation(each, Threat.class))
                .or(() -> type.flatMap(each -> AnnotationSupport.findAnnotation(each, Threat.class)))
                .map(Threat::value)
                .orElse(new Danger[0]);
    }

    private static Optional<Class<?>> type(Object source) {
        return source instanceof MethodSource method
                ? Optional.of(method.getJavaClass())
                : source instanceof ClassSource type ? Optional.of(type.getJavaClass()) : Optional.empty();
    }

    private static String className(TestIdentifier test) {
        return "`"
                + test.getSource()
                        .flatMap(ThreatResults::type)
                        .map(Class::getSimpleName)
                        .orElse("?") + "`";
    }

    /** How often it was tried, and what came of it. */
    private record Tally(int held, int failed, int skipped) {
        static final Tally NONE = new Tally(0, 0, 0);
        static final Tally SUCCESS = new Tally(1, 0, 0);
        static final Tally FAILURE = new Tally(0, 1, 0);
        static final Tally SKIP = new Tally(0, 0, 1);

        Tally plus(Tally other) {
            return new Tally(held + other.held, failed + other.failed, skipped + other.skipped);
        }

        int cases() {
            return held + failed + skipped;
        }

        String outcome() {
            if (failed > 0) {
                return "**" + failed + " failed**";
            }
            String untried = skipped > 0 ? "skipped here" : "**no test**";
            return held > 0 ? "held" : untried;
        }
    }
}
