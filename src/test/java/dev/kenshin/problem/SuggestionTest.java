package dev.kenshin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN =
            List.of("from", "account", "company_name", "email", "email_domain", "利用開始日", "score");

    @ParameterizedTest
    @CsvSource({
        "form, from",
        "acount, account",
        "ACCOUNT, account",
        "acocunt, account",
        "company, company_name",
        "emial, email",
        "利用開始曰, 利用開始日",
        "scores, score"
    })
    void slips_areUnderstood(String written, String meant) {
        assertThat(Suggestion.nearest(written, KNOWN)).hasValue(meant);
    }

    @Test
    void somethingElse_isNotGuessed() {
        assertThat(Suggestion.nearest("industry", KNOWN)).isEmpty();
        assertThat(Suggestion.among("industry", List.of("a", "b")))
                .isEqualTo(new Text("使えるもの: a, b。", "Use one of: a, b."));
    }

    @Test
    void nothingToChooseFrom_asksToAddSomething() {
        assertThat(Suggestion.among("x", List.of()).en()).isEqualTo("There is none yet: add it first.");
    }
}
