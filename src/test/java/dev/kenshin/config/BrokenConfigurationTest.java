package dev.kenshin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokenConfigurationTest {
    private static final Path FOLDER = Examples.folder("broken");

    @Test
    void everyMistakeOfEveryFile_isReportedAtOnce_whereItIs() {
        assertThat(problems().stream().map(BrokenConfigurationTest::placeAndCode))
                .containsExactly(
                        "config/mappings/crm-accounts.yaml:1:7 KEN-C20",
                        "config/mappings/crm-accounts.yaml:2:5 KEN-C20",
                        "config/mappings/crm-accounts.yaml:5:28 KEN-C08",
                        "config/mappings/crm-accounts.yaml:6:3 KEN-C29",
                        "config/mappings/crm-accounts.yaml:7:3 KEN-C12",
                        "config/mappings/old.yml KEN-C02",
                        "config/metric KEN-C02",
                        "config/metrics/usage.yaml:2:3 KEN-C06",
                        "config/metrics/usage.yaml:4:3 KEN-C05",
                        "config/metrics/usage.yaml:5:11 KEN-C07",
                        "config/metrics/usage.yaml:6:33 KEN-C23",
                        "config/metrics/usage.yaml:7:53 KEN-C05",
                        "config/metrics/voice.yaml:1:1 KEN-C21",
                        "config/metrics/voice.yaml:3:38 KEN-C20",
                        "config/metrics/voice.yaml:3:64 KEN-C07",
                        "config/scorecards/other.yaml:2:3 KEN-C03",
                        "config/scorecards/standard.yaml:1:1 KEN-C24",
                        "config/scorecards/standard.yaml:5:7 KEN-C20",
                        "config/scorecards/standard.yaml:5:34 KEN-C11",
                        "config/scorecards/standard.yaml:5:62 KEN-C26",
                        "config/scorecards/standard.yaml:5:65 KEN-C11",
                        "config/scorecards/standard.yaml:6:7 KEN-C12",
                        "config/scorecards/standard.yaml:8:3 KEN-C09",
                        "config/scorecards/standard.yaml:8:51 KEN-C12",
                        "config/scorecards/standard.yaml:9:19 KEN-C11",
                        "config/scorecards/standard.yaml:10:21 KEN-C25",
                        "config/scorecards/standard.yaml:10:43 KEN-C25",
                        "config/scorecards/tree.yaml:1:10 KEN-C08",
                        "config/scorecards/tree.yaml:7:58 KEN-C20",
                        "config/scorecards/tree.yaml:7:77 KEN-C40",
                        "config/scorecards/tree.yaml:7:104 KEN-C40",
                        "config/scorecards/tree.yaml:8:29 KEN-C20",
                        "config/scorecards/tree.yaml:8:68 KEN-C20",
                        "config/scorecards/tree.yaml:8:86 KEN-C08",
                        "config/scorecards/tree.yaml:12:11 KEN-C42",
                        "config/scorecards/tree.yaml:13:11 KEN-C06",
                        "config/scorecards/tree.yaml:14:3 KEN-C06",
                        "config/scorecards/tree.yaml:17:5 KEN-C24",
                        "config/scorecards/tree.yaml:19:29 KEN-C41",
                        "config/scorecards/tree.yaml:19:38 KEN-C41",
                        "config/scorecards/tree.yaml:19:47 KEN-C09",
                        "config/scorecards/tree.yaml:21:27 KEN-C11",
                        "config/scorecards/tree.yaml:23:39 KEN-C46",
                        "config/scorecards/tree.yaml:24:3 KEN-C12",
                        "config/scorecards/tree.yaml:26:3 KEN-C47",
                        "config/segments.yaml:1:1 KEN-C22",
                        "config/segments.yaml:5:14 KEN-C07",
                        "config/sources/billing.yaml:3:11 KEN-C10",
                        "config/sources/billing.yaml:5:32 KEN-C12",
                        "config/sources/crm.yaml:2:1 KEN-C05",
                        "config/sources/crm.yaml:5:3 KEN-C06",
                        "config/sources/crm.yaml:6:24 KEN-C09",
                        "config/sources/crm.yaml:7:1 KEN-C04",
                        "config/sources/support.yaml:1:7 KEN-C08",
                        "config/usage/product.yaml:3:16 KEN-C28",
                        "config/usage/product.yaml:6:1 KEN-C07",
                        "jobs/nightly.yaml:1:16 KEN-C20",
                        "jobs/nightly.yaml:3:19 KEN-C08",
                        "jobs/nightly.yaml:4:12 KEN-C08",
                        "jobs/nightly.yaml:5:19 KEN-C09",
                        "jobs/nightly.yaml:6:21 KEN-C60");
    }

    @Test
    void everyMessageNamesTheValue_andSaysWhatToDo() {
        assertThat(problems().stream()
                        .map(problem ->
                                problem.message().en() + " " + problem.fix().en()))
                .contains(
                        "The key 'charsett' does not belong here. Did you mean 'charset'?",
                        "'contracts' lacks the key 'path'. Add 'path'.",
                        "'3 days' is not a valid duration. Write it like 3d, 26h, 90m.",
                        "'on-outage' stands in line 6 already. Delete one of the two.",
                        "'jsonn' is not allowed for 'type'. Did you mean 'json'?",
                        "'company' is not allowed for 'type'. Did you mean 'company_name'?",
                        "'window' cannot be '28'. Write it like 28d.",
                        "'event' has no value. Write text or a number.",
                        "There is no source 'supprot'. Did you mean 'support'?",
                        "'120' is too large for '5'. Use at most 100.",
                        "These metrics go in a circle: rising → falling → rising."
                                + " Let change-of name a metric of another form.");
    }

    @Test
    void japaneseMessages_quoteTheValueInBrackets() {
        assertThat(problems().stream()
                        .map(problem -> problem.message().ja() + problem.fix().ja()))
                .contains(
                        "ここに項目「charsett」は書けません。「charset」のことではありませんか。",
                        "「3 days」は期間として読めません。3d, 26h, 90m のように書いてください。",
                        "ソース「supprot」はありません。「support」のことではありませんか。");
    }

    @Test
    void passwordWrittenOut_isReportedWithoutTellingIt() {
        assertThat(problems()).noneMatch(problem -> problem.toString().contains("hunter2"));
    }

    private static List<Problem> problems() {
        return catchThrowableOfType(ConfigException.class, () -> Examples.read(FOLDER))
                .problems();
    }

    private static String placeAndCode(Problem problem) {
        return problem.location().toString().replace(FOLDER + "/", "") + " " + problem.code();
    }
}
