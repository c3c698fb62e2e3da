package dev.kenshin.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class YamlTextTest {
    private static final String LETTERS = "a1 会,:#'\"[]{}-?!&*|>%@`~\n\t\\.=_é（ー/+";

    @ParameterizedTest
    @ValueSource(strings = {"会社名", "user_id", "所要時間(分)", "Start Date", "requester.email", "sample-data/*.csv"})
    void ordinaryNames_needNoQuotes(String name) {
        assertThat(YamlText.text(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yes",
                "null",
                "~",
                "1",
                "1.5",
                ".5",
                "1e3",
                "0x1F",
                "-",
                "a: b",
                "a #b",
                "*",
                "#",
                "a,b",
                "2026-10-31"
            })
    void whatYamlWouldTakeForSomethingElse_isQuoted(String text) {
        assertThat(read(YamlText.text(text))).isEqualTo(text);
    }

    @Test
    void anyText_isReadBackAsItWas() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(6); length >= 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            assertThat(read(YamlText.text(text.toString()))).isEqualTo(text.toString());
        }
    }

    private static Object read(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return ((Map<?, ?>) new Load(settings).loadFromString("{ from: " + yaml + ", type: text }")).get("from");
    }
}
