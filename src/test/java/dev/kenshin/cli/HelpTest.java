package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class HelpTest {
    private final Locale before = Locale.getDefault();
    private final Shell shell = new Shell();

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void everyCommandAndOption_isDescribed(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        for (CommandLine command : commands()) {
            assertThat(command.getUsageMessage()).doesNotContain("${");
            assertThat(command.getCommandSpec().usageMessage().header())
                    .as(command.getCommandName())
                    .isNotEmpty();
            for (ArgSpec argument : arguments(command)) {
                assertThat(argument.description())
                        .as(command.getCommandName() + " " + argument.paramLabel())
                        .isNotEmpty()
                        .allMatch(line -> !line.isBlank() && language.equals("ja") == hasJapanese(line));
            }
        }
    }

    @Test
    void bothLanguages_sayTheSameThings() {
        assertThat(keys(Locale.JAPANESE)).isEqualTo(keys(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void help_isShownForEveryCommand(String language) {
        for (CommandLine command : commands()) {
            String[] path = command.getCommandSpec().qualifiedName().split(" ");
            List<String> arguments = new ArrayList<>(List.of(path).subList(1, path.length));
            arguments.addAll(List.of("--help", "--lang", language));
            assertThat(shell.run(arguments.toArray(String[]::new))).isZero();
            assertThat(shell.out()).contains(language.equals("ja") ? "使い方:" : "Usage:");
            assertThat(shell.err()).isEmpty();
        }
    }

    @Test
    void noCommand_showsHelp() {
        assertThat(shell.run()).isZero();
        assertThat(shell.out()).contains("Usage: kenshin", "run", "status", "check");
    }

    @Test
    void helpOfRun_listsExitCodes() {
        shell.run("run", "--help");
        assertThat(shell.out()).contains("0", "1 ", "3 ", "11 ", "65 ", "69 ", "78 ", "130, 143 ");
    }

    @Test
    void version_isShown() {
        assertThat(shell.run("--version")).isZero();
        assertThat(shell.out()).startsWith("kenshin ");
    }

    private List<CommandLine> commands() {
        List<CommandLine> commands = new ArrayList<>();
        CommandLine root = Kenshin.commandLine(shell.session());
        commands.add(root);
        commands.addAll(root.getSubcommands().values());
        return commands;
    }

    private static List<ArgSpec> arguments(CommandLine command) {
        List<ArgSpec> arguments = new ArrayList<>(command.getCommandSpec().options());
        arguments.addAll(command.getCommandSpec().positionalParameters());
        return arguments;
    }

    private static boolean hasJapanese(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static Set<String> keys(Locale locale) {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle bundle = ResourceBundle.getBundle("dev.kenshin.cli.help", locale, exact);
        assertThat(bundle.getLocale()).isEqualTo(locale);
        Set<String> keys = new TreeSet<>();
        bundle.keySet().stream().filter(key -> ownText(bundle, key)).forEach(keys::add);
        return keys;
    }

    /** A bundle also answers for its parent. */
    private static boolean ownText(ResourceBundle bundle, String key) {
        return bundle.getLocale().equals(Locale.ROOT) || !same(bundle.getString(key), key);
    }

    private static boolean same(String text, String key) {
        return text.equals(
                ResourceBundle.getBundle("dev.kenshin.cli.help", Locale.ROOT).getString(key));
    }
}
