package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
    @Test
    void latinWords_stayWhole() {
        assertThat(new Wrapped(16).lines("→ ", "  ", "Add a line to config/crosswalks/support.csv, or mend it."))
                .isEqualTo("→ Add a line to\n  config/crosswalks/support.csv,\n  or mend it.\n");
    }

    @Test
    void fullWidthText_breaksAnywhereButBeforeAStop() {
        assertThat(new Wrapped(10).lines("", "", "行を加えるか、直す。")).isEqualTo("行を加える\nか、直す。\n");
        assertThat(new Wrapped(10).lines("", "", "行を加えた、直す。")).isEqualTo("行を加え\nた、直す。\n");
    }

    @Test
    void quotedName_keepsItsQuotes() {
        assertThat(new Wrapped(12).lines("", "", "or correct '会社名'.")).isEqualTo("or correct\n'会社名'.\n");
    }
}
