package dev.kenshin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import org.junit.jupiter.api.Test;

@Threat(Danger.CONTROL_CHARACTERS)
class TextTest {
    @Test
    void charactersThatSteerATerminal_areNotTakenOver() {
        String hostile = "a\u001b[2Jb\u0007c\u009b31md\re\u202Ef\u2066";
        assertThat(Text.same(hostile).en()).isEqualTo("a\uFFFD[2Jb\uFFFDc\uFFFD31md\uFFFDe\uFFFDf\uFFFD");
        assertThat(new Text(hostile, "x").ja()).doesNotContain("\u001b");
    }

    @Test
    void linesTabsAndOrdinaryWords_stay() {
        String words = "会社名\t①\n\r\n👩‍👩‍👧 ‘quoted’";
        assertThat(Text.same(words).ja()).isEqualTo(words);
    }
}
