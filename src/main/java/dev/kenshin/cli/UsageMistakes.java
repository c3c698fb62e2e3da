package dev.kenshin.cli;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and where to read how it should be. */
final class UsageMistakes implements IParameterExceptionHandler {
    private final Session session;

    UsageMistakes(Session session) {
        this.session = session;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(words(mistake).in(session.language()));
        err.println(help(command.getCommandSpec().qualifiedName()).in(session.language()));
        return ExitCode.USAGE.code();
    }

    private static Text words(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unknown) {
            return unknown(unknown.getUnmatched().get(0), unknown.getSuggestions());
        }
        if (mistake instanceof MissingParameterException missing) {
            return missing(missing.getMissing());
        }
        return mistake.getArgSpec() == null || mistake.getValue() == null
                ? Text.same(String.valueOf(mistake.getMessage()))
                : unusable(mistake.getArgSpec(), mistake.getValue());
    }

    private static Text unknown(String argument, List<String> similar) {
        String names = String.join(", ", similar);
        return new Text(
                "「" + argument + "」は使えません。" + (similar.isEmpty() ? "" : "もしかして: " + names),
                "'" + argument + "' is not known here." + (similar.isEmpty() ? "" : " Did you mean: " + names));
    }

    private static Text missing(List<ArgSpec> missing) {
        String names = missing.stream().map(UsageMistakes::name).collect(Collectors.joining(", "));
        return new Text(names + " を指定してください。", names + " is missing.");
    }

    private static Text unusable(ArgSpec argument, String value) {
        Text form = form(argument);
        return new Text(
                name(argument) + " に「" + value + "」は使えません。" + form.ja(),
                "'" + value + "' cannot be used for " + name(argument) + ". " + form.en());
    }

    private static Text form(ArgSpec argument) {
        if (argument.type().equals(LocalDate.class)) {
            return new Text("2026-10-31 のように実在する日付を書いてください。", "Write a date that exists, like 2026-10-31.");
        }
        return argument.type().isEnum()
                ? new Text("使える値: " + argument.paramLabel(), "Use one of: " + argument.paramLabel())
                : new Text("数を書いてください。", "Write a number.");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static Text help(String command) {
        return new Text("使い方: " + command + " --help", "How to use it: " + command + " --help");
    }
}
