package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@Threat(Danger.FORMULA_INJECTION)
class FormulaTest {
    /** What attackers write, and where they hide it. */
    static final List<String> PAYLOADS = List.of(
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(1)",
            "\t=1",
            "\ttext",
            "\r=1",
            "\rtext",
            "=cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://x\",\"y\")",
            "  =1",
            "\u00A0=1",
            "\u3000=1",
            "\u200B=1",
            "\uFEFF=1",
            "\u0000=1",
            "\u2028=1",
            "\uFF1D1+1",
            "\uFF0B1",
            "\uFF0D1",
            "\uFF20SUM(1)",
            "ok\n=1",
            "ok\r\n=1",
            "ok\r=1",
            "ok\n  @x",
            "\n=1",
            "\n\n-1",
            "=1\n=2");

    @ParameterizedTest
    @FieldSource("PAYLOADS")
    void payload_isFoundAndDefused(String payload) {
        assertThat(Formula.in(payload)).isTrue();
        assertThat(Formula.in(Formula.defuse(payload))).isFalse();
        assertThat(Formula.defuse(payload).replace("'", "")).isEqualTo(payload.replace("'", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "株式会社 日本",
                "a=b",
                "10-20",
                "mail@example.jp",
                "活用率 12%（28点, -21.4点）",
                "1\n2",
                "−5",
                "'=1",
                "a\t=1"
            })
    void harmlessText_staysAsItIs(String text) {
        assertThat(Formula.defuse(text)).isEqualTo(text);
    }

    @Test
    void everyLine_isDefused() {
        assertThat(Formula.defuse("=1\r\nfine\n +2")).isEqualTo("'=1\r\nfine\n' +2");
    }

    @Test
    void randomText_isNeverDangerousOnceDefused() {
        Random random = new Random(20261031);
        String alphabet = "=+-@\t\r\n '\u3000a会\u200B\uFF1D,\";";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(Formula.in(Formula.defuse(text.toString())))
                    .as(text.toString())
                    .isFalse();
        }
    }
}
