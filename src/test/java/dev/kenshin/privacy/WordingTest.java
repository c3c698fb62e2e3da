package dev.kenshin.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How accounts are taken out of texts without harm to what only looks like them. */
class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "C3 | さくら | 顧客「C3」はさくらです | 顧客「***」は***です",
                "C3 | さくら | C30 and C3, XC3 | C30 and ***, XC3",
                "12 | Sakura Inc. | 12 rows of '12' (Sakura Inc.) | 12 rows of '***' (***)",
                "12 | Sakura Inc. | 12 | ***",
                "12 | Sakura Inc. | work.csv:12 | work.csv:12"
            })
    void accountIsTakenOut(String id, String name, String text, String kept) {
        Subject subject = Subject.of(true, Set.of(new Identifier(Kind.ACCOUNT, id)), Set.of(name));
        assertThat(new Wording(subject).without(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"C3, true", "12, false"})
    void idsThatAreNumbers_areSearchedAsCells(String id, boolean plain) {
        Subject subject = Subject.of(true, Set.of(new Identifier(Kind.ACCOUNT, id)), Set.of());
        assertThat(subject.needles().contains(id)).isEqualTo(plain);
        assertThat(subject.needles()).anyMatch(needle -> needle.contains(id));
    }
}
