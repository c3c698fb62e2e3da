package dev.kenshin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @ParameterizedTest
    @CsvSource({"abc, 3", "健診, 4", "ｱｲｳ, 3", "ＡＢ, 4", "㈱, 2", "「あ」, 6", "…→, 2", "é, 1", "𠮷野家, 6", "か\u3099, 2"})
    void text_isAsWideAsATerminalShowsIt(String text, int width) {
        assertThat(DisplayWidth.of(text)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"健診健診, 4, 2", "健診, 4, 1", "abcde, 4, 2"})
    void longText_takesSeveralLines(String text, int width, int lines) {
        assertThat(DisplayWidth.lines(text, width)).isEqualTo(lines);
    }
}
