package dev.kenshin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompanyNameTest {
    private static final int MANY = 20_000;

    @Test
    void everyCustomer_hasANameAndADomainOfItsOwn() {
        Set<String> cores = new HashSet<>();
        Set<String> domains = new HashSet<>();
        for (int number = 1; number <= MANY; number++) {
            CompanyName name = CompanyName.of(20261031, number);
            cores.add(name.core());
            domains.add(name.reading());
        }
        assertThat(cores).hasSize(MANY);
        assertThat(domains).hasSize(MANY);
    }

    @Test
    void limit_isTheNumberOfCombinations() {
        assertThat(CompanyName.LIMIT)
                .isEqualTo((WordStock.HEADS.size() + WordStock.KATAKANA_HEADS.size())
                        * WordStock.TAILS.size()
                        * WordStock.TRADES.size());
        assertThat(WordStock.KATAKANA_TAILS).hasSameSizeAs(WordStock.TAILS);
    }

    @Test
    void names_canBeWrittenInShiftJis() {
        var encoder = Charset.forName("windows-31j").newEncoder();
        for (int number = 1; number <= MANY; number++) {
            assertThat(encoder.canEncode(CompanyName.of(1, number).official())).isTrue();
        }
    }

    @Test
    void everySpelling_meansTheSameCompany() {
        for (int number = 1; number <= 500; number++) {
            CompanyName name = CompanyName.of(1, number);
            String typed = Spelling.typed(name, Dice.of(1, "typed", number));
            assertThat(core(typed)).as(typed).isEqualTo(core(name.core()));
        }
    }

    /** A name without its form and spaces, in the one width that Unicode prefers. */
    private static String core(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("株式会社|有限会社|\\(株\\)|\\s", "");
    }
}
