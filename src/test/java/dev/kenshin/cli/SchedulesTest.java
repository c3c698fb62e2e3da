package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine.ParseResult;

/** The examples that start Kenshin every night: their commands are commands, and they know every exit code. */
class SchedulesTest {
    private static final Path SCHEDULES = Path.of("jobs/schedules");
    private static final Pattern CRON =
            Pattern.compile("([0-9,*/-]+) +([0-9,*/-]+) +([0-9,*/-]+) +([0-9,*/-]+) +([0-7,*/-]+) +kenshin +(.+)");
    /** What another try mends: a failure that nobody has explained, and a source that may be back by then. */
    private static final Set<ExitCode> TRIED_AGAIN =
            Set.of(ExitCode.FAILED, ExitCode.SOURCE_UNAVAILABLE, ExitCode.TERMINATED);

    @ParameterizedTest
    @ValueSource(strings = {"kenshin.cron", "kenshin.service", "kubernetes.yaml"})
    void everyExample_saysWhatToDoForEachExitCode(String name) throws IOException {
        String text = read(name);
        assertThat(ExitCode.values()).allSatisfy(code -> assertThat(text)
                .containsPattern("(?m)^# {3,}([0-9、]*、)?" + code.code() + " {2}\\S"));
    }

    @Test
    void cron_startsTheJob_andTriesAgain() throws IOException {
        List<String> commands = read("kenshin.cron")
                .lines()
                .filter(line -> line.matches("[0-9*].*"))
                .map(line -> {
                    var fields = CRON.matcher(line);
                    assertThat(fields.matches()).as(line).isTrue();
                    return fields.group(6);
                })
                .toList();
        assertThat(commands).hasSize(2).allSatisfy(command -> {
            assertThat(command).startsWith("cd /opt/kenshin && bin/kenshin ").doesNotContain("%");
            assertThat(parse(command.replaceFirst(".*bin/kenshin ", "").split(" ", -1))
                            .matchedPositionals())
                    .hasSize(1);
        });
    }

    @Test
    void systemd_startsTheJob_andTriesAgainWhereThatHelps() throws IOException {
        String unit = read("kenshin.service");
        String command = value(unit, "ExecStart").replaceFirst("^/opt/kenshin/bin/kenshin ", "");
        parse(command.split(" ", -1));
        assertThat(value(unit, "RestartPreventExitStatus").split(" ", -1)).containsExactly(notTriedAgain());
        assertThat(value(read("kenshin.timer"), "OnCalendar")).endsWith("03:00:00 Asia/Tokyo");
    }

    /** Four starts use up the limit, and a directory that may be written to has to be there. */
    @Test
    void systemd_saysHowToStartByHand_andWhatToCreateFirst() throws IOException {
        String unit = read("kenshin.service");
        assertThat(unit)
                .contains("StartLimitBurst", "systemctl reset-failed kenshin && systemctl start kenshin")
                .doesNotContainPattern("(?<!&& )systemctl start");
        assertThat(unit.lines().filter(line -> line.startsWith("ReadWritePaths=/")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(unit).containsPattern("install -d .* " + line.replaceFirst("ReadWritePaths=", "")));
    }

    @Test
    void kubernetes_startsTheJob_andTriesAgainWhereThatHelps() throws IOException {
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(read("kubernetes.yaml"))
                .forEach(documents::add);
        Object job = at(documents.get(1), "spec", "jobTemplate", "spec");
        Object pod = at(job, "template", "spec");
        Object container = ((List<?>) at(pod, "containers")).get(0);
        parse(((List<?>) at(container, "args")).stream().map(Object::toString).toArray(String[]::new));
        Object rule = ((List<?>) at(job, "podFailurePolicy", "rules")).get(0);
        assertThat(((List<?>) at(rule, "onExitCodes", "values")).stream().map(Object::toString))
                .containsExactly(notTriedAgain());
        assertThat(at(rule, "onExitCodes", "containerName")).isEqualTo(at(container, "name"));
        assertThat(at(pod, "restartPolicy")).isEqualTo("Never"); // as podFailurePolicy demands
        assertThat((Integer) at(pod, "terminationGracePeriodSeconds")).isGreaterThan(40);
    }

    @Test
    void examples_areNoJobs() {
        Shell shell = new Shell("--lang=en");
        assertThat(shell.run("run", "kubernetes")).isEqualTo(ExitCode.USAGE.code());
        assertThat(shell.err()).contains("Use one of: nightly, sandbox-night");
    }

    private static String[] notTriedAgain() {
        return Stream.of(ExitCode.values())
                .filter(code -> code != ExitCode.DONE && !TRIED_AGAIN.contains(code))
                .map(code -> Integer.toString(code.code()))
                .toArray(String[]::new);
    }

    private static ParseResult parse(String... arguments) {
        ParseResult parsed =
                Kenshin.commandLine(new Shell().session()).parseArgs(arguments).subcommand();
        assertThat(parsed.commandSpec().name()).as(Arrays.toString(arguments)).isEqualTo("run");
        return parsed;
    }

    private static Object at(Object tree, String... path) {
        Object found = tree;
        for (String key : path) {
            found = ((Map<?, ?>) found).get(key);
            assertThat(found).as(key).isNotNull();
        }
        return found;
    }

    private static String value(String unit, String key) {
        return unit.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static String read(String name) throws IOException {
        return Files.readString(SCHEDULES.resolve(name));
    }
}
