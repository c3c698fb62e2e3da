package dev.kenshin.cli;

import dev.kenshin.example.Difference;
import dev.kenshin.example.ExampleResult;
import dev.kenshin.problem.Language;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The results of examples for machines. */
final class VerifyJson {
    private VerifyJson() {}

    private record Report(long passed, long failed, List<Result> examples) {}

    private record Result(String file, String name, String at, boolean passed, List<Found> differences) {}

    private record Found(String at, String what, String expected, String actual, List<String> look) {}

    static String of(List<ExampleResult> results, Language language) {
        long passed = results.stream().filter(ExampleResult::passed).count();
        Report report = new Report(
                passed,
                results.size() - passed,
                results.stream().map(each -> result(each, language)).toList());
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(report)
                + "\n";
    }

    private static Result result(ExampleResult result, Language language) {
        return new Result(
                result.example().file(),
                result.example().name(),
                result.example().at().toString(),
                result.passed(),
                result.differences().stream().map(each -> found(each, language)).toList());
    }

    private static Found found(Difference difference, Language language) {
        return new Found(
                difference.at().toString(),
                difference.what(),
                difference.expected(),
                difference.actual(),
                difference.look().stream().map(look -> look.in(language)).toList());
    }
}
