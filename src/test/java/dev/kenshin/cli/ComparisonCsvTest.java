package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1", "  =1", "\uFF1D1", "\u200B+1", "\t=1", "@x", "-1+1"})
    @Threat(Danger.FORMULA_INJECTION)
    void formula_isDefused(String name) {
        assertThat(ComparisonCsv.cell(name)).startsWith("'");
    }

    @Test
    @Threat(Danger.FORMULA_INJECTION)
    void formulaInALaterLine_isDefused() {
        assertThat(ComparisonCsv.cell("ok\n=1")).isEqualTo("\"ok\n'=1\"");
    }

    @Test
    void whatIsMissing_staysADash() {
        assertThat(ComparisonCsv.cell("-")).isEqualTo("-");
    }
}
