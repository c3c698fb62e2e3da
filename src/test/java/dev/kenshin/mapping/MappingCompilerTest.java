package dev.kenshin.mapping;

import static dev.kenshin.mapping.Given.AT;
import static dev.kenshin.mapping.Given.TOKYO;
import static dev.kenshin.mapping.Given.by;
import static dev.kenshin.mapping.Given.constant;
import static dev.kenshin.mapping.Given.field;
import static dev.kenshin.mapping.Given.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.LinkConfig;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.mapping.Given.Field;
import dev.kenshin.model.Model;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingCompilerTest {
    private static final List<LinkConfig> BY_NAME = List.of(by("name", "会社名"));

    @Test
    void everyMistake_isReportedAtOnce() {
        List<Problem> problems = problems(mapping(
                "survey_response",
                List.of(),
                List.of(
                        field("scor", "推奨度"),
                        field("score", "推奨度").type("integr"),
                        field("role", "役割").between(0, 1),
                        field("answered_at", "回答日").type("text"),
                        field("account_id", "顧客番号"),
                        constant("kind", "nps").type("date"),
                        field("touchpoint", "接点").values(Map.of("A", "a", "Ａ", "b"))),
                List.of(field("score", "点"), field("record_key", "鍵"))));

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly(
                        "KEN-P08", "KEN-P01", "KEN-P02", "KEN-P04", "KEN-P03", "KEN-P10", "KEN-P03", "KEN-P06",
                        "KEN-P05", "KEN-P05");
        assertThat(problems.get(1).fix().en()).startsWith("Did you mean 'score'?");
        assertThat(problems.get(2).fix().ja()).contains("「integer」");
        assertThat(problems).extracting(Problem::location).containsOnly(AT);
    }

    @Test
    void configuredValues_mustConvert() {
        assertThat(codes(field("score", "推奨度").values(Map.of("高い", "たくさん")))).containsExactly("KEN-P07");
        assertThat(codes(field("score", "推奨度").values(Map.of("高い", "9")).otherwise("?")))
                .containsExactly("KEN-P07");
        assertThat(codes(constant("score", "九"))).containsExactly("KEN-P07");
        assertThat(codes(field("score", "推奨度").values(Map.of("　", "9")))).containsExactly("KEN-P06");
    }

    @Test
    void accounts_needTheirOwnKeyAndNoLink() {
        assertThat(problems(mapping("account", BY_NAME, List.of(field("name", "会社名")), List.of())))
                .extracting(Problem::code)
                .containsExactly("KEN-P09", "KEN-P10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "User", "as_of", "unit price", "1st", "Name", "linked_by", "account_id"})
    void customNameThatSqlOrTheTableOwns_isRefused(String name) {
        assertThat(problems(mapping(
                        "account", List.of(), List.of(field("account_id", "顧客番号")), List.of(field(name, "単価")))))
                .extracting(Problem::code)
                .containsExactly("KEN-P05");
    }

    @Test
    void links_mustNameSomethingThatExists() {
        Problems problems = new Problems();
        List<LinkConfig> links = List.of(
                by("nama", "会社名"),
                by("account.tenant", "tenant_id"),
                by("crm.account", "顧客番号"),
                by("account.tenant_id", "tenant_id"),
                by("crm.accounts", "顧客番号"),
                by("crosswalk", "会社名"));

        AccountLinks.check(links, Set.of("name", "tenant_id"), Set.of("crm.accounts"), problems);

        assertThat(problems.all())
                .extracting(problem -> problem.fix().en())
                .containsExactly(
                        "Did you mean 'name'?", "Did you mean 'account.tenant_id'?", "Did you mean 'crm.accounts'?");
        assertThat(AccountLinks.accountColumns(links)).containsExactly("tenant", "tenant_id");
        assertThat(AccountLinks.streams(links)).containsExactly("crm.account", "crm.accounts");
    }

    private static List<String> codes(Field field) {
        return problems(mapping("survey_response", BY_NAME, List.of(field), List.of())).stream()
                .map(Problem::code)
                .toList();
    }

    private static List<Problem> problems(MappingConfig mapping) {
        Problems problems = new Problems();
        assertThat(MappingCompiler.compile(
                        mapping, Model.table(mapping.to().name()).orElseThrow(), TOKYO, problems))
                .isEmpty();
        return problems.all();
    }
}
