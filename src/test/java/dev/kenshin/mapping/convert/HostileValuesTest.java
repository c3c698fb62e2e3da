package dev.kenshin.mapping.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values made to keep a converter busy for hours: where a pattern tries everything twice, they never end. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileValuesTest {
    private static final int LENGTH = 100_000;
    private static final String[] PIECES = {
        "1", "1,", "1,111", "9.", "-", "△", "(", "万1", "1億", "令和", "令和8年", "2026-", "1:", "株式会社", "㈱", " ", "\u3000",
        "a@", "a.", "%", "¥", "か", "㍿", "e1", "\t", "時間1"
    };

    @ParameterizedTest
    @EnumSource
    @Threat(Danger.PATTERN)
    void longValue_isReadOrRefused(FieldType type) {
        Converter converter = type.converter(Reading.TOKYO);
        for (String piece : PIECES) {
            String value = piece.repeat(LENGTH / piece.length());
            assertThat(converter.convert(value)).isNotNull();
            assertThat(converter.convert(value + "!")).isNotNull();
            assertThat(converter.convert("(" + value)).isNotNull();
        }
    }

    /** A few characters that would fill the memory when written out. */
    @ParameterizedTest
    @EnumSource
    @Threat(Danger.HOSTILE_DOCUMENT)
    void absurdNumber_isReadOrRefused(FieldType type) {
        Converter converter = type.converter(Reading.TOKYO);
        for (String number : new String[] {"1e999999999", "1E+2147483647", "1e-999999999", "9e99999999"}) {
            assertThat(converter.convert(number)).isNotNull();
        }
        assertThat(converter.convert(new BigDecimal("1e999999999"))).isNotNull();
        assertThat(converter.convert(new BigDecimal("1e-999999999"))).isNotNull();
    }
}
