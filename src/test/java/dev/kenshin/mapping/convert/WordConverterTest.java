package dev.kenshin.mapping.convert;

import static dev.kenshin.mapping.convert.FieldType.BOOLEAN;
import static dev.kenshin.mapping.convert.FieldType.COMPANY_NAME;
import static dev.kenshin.mapping.convert.FieldType.EMAIL;
import static dev.kenshin.mapping.convert.FieldType.EMAIL_DOMAIN;
import static dev.kenshin.mapping.convert.FieldType.TEXT;
import static dev.kenshin.mapping.convert.Reading.TOKYO;
import static dev.kenshin.mapping.convert.Reading.refusal;
import static dev.kenshin.mapping.convert.Reading.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text, yes and no, e-mail; and that no converter ever throws. */
class WordConverterTest {

    @Test
    void text_isNormalisedAndTrimmed() {
        assertThat(value(TEXT, "　ﾃｽﾄ　Ａ１\u0000\u200b ")).isEqualTo("テスト A1");
        assertThat(value(TEXT, "一行目\r\n二行目\t終")).isEqualTo("一行目\n二行目 終");
        assertThat(value(TEXT, "か\u200b\u3099")).isEqualTo("が");
        assertThat(value(TEXT, "半分\ud83d")).isEqualTo("半分");
        assertThat(value(TEXT, "なし")).isEqualTo("なし");
        assertThat(value(TEXT, " 　")).isNull();
        assertThat(value(TEXT, null)).isNull();
        assertThat(value(COMPANY_NAME, "㈱ヤマダ　 製作所")).isEqualTo("(株)ヤマダ 製作所");
    }

    @Test
    void everyCharacter_isNormalisedAsUnicodeSays() {
        for (int point = ' '; point <= Character.MAX_VALUE; point++) {
            boolean visible = Character.isLetterOrDigit(point) || Character.getType(point) == Character.MATH_SYMBOL;
            if (visible) {
                String text = "が" + Character.toString(point) + "A";
                assertThat(Words.of(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC));
            }
        }
    }

    @Test
    void numbersAsText_loseTheirDecimalPoint() {
        assertThat(value(TEXT, 1001.0)).isEqualTo("1001");
        assertThat(value(TEXT, 1001L)).isEqualTo("1001");
        assertThat(value(TEXT, new BigDecimal("10.50"))).isEqualTo("10.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"はい", "○", "◯", "〇", "有", "あり", "済", "true", "TRUE", "Yes", "1", "✓", "✔\ufe0f", "ＹＥＳ"})
    void yesInAnyForm_isTrue(String written) {
        assertThat(value(BOOLEAN, written)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"いいえ", "×", "✕", "無", "なし", "未", "false", "no", "0", "ＮＯ"})
    void noInAnyForm_isFalse(String written) {
        assertThat(value(BOOLEAN, written)).isEqualTo(false);
    }

    @Test
    void otherWords_areNeitherYesNorNo() {
        assertThat(refusal(BOOLEAN, "たぶん")).isEqualTo("KEN-P47");
        assertThat(refusal(BOOLEAN, 2L)).isEqualTo("KEN-P47");
        assertThat(value(BOOLEAN, "-")).isNull();
        assertThat(value(BOOLEAN, true)).isEqualTo(true);
        assertThat(value(BOOLEAN, 1.0)).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "Taro.Yamada@Example.co.jp, taro.yamada@example.co.jp",
        "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ, taro@example.jp",
        "山田太郎 <taro@example.jp>, taro@example.jp",
        "mailto:taro@example.jp, taro@example.jp",
        "a..b@docomo.ne.jp, a..b@docomo.ne.jp"
    })
    void emailAddress_isLowerCased(String written, String expected) {
        assertThat(value(EMAIL, written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"taro", "taro@", "@example.jp", "taro@example", "ta ro@example.jp", "a@b@c.jp", "taro@-x.jp"})
    void whatIsNoAddress_isRefused(String written) {
        assertThat(refusal(EMAIL, written)).isEqualTo("KEN-P49");
    }

    @Test
    void domain_isThatOfACompany() {
        assertThat(value(EMAIL_DOMAIN, "taro@Yamada.co.jp")).isEqualTo("yamada.co.jp");
        assertThat(value(EMAIL_DOMAIN, "@yamada.co.jp")).isEqualTo("yamada.co.jp");
        assertThat(value(EMAIL_DOMAIN, "YAMADA.CO.JP")).isEqualTo("yamada.co.jp");
        assertThat(value(EMAIL_DOMAIN, "taro@gmail.com")).isNull();
        assertThat(value(EMAIL_DOMAIN, "-")).isNull();
        assertThat(refusal(EMAIL_DOMAIN, "山田さん")).isEqualTo("KEN-P50");
    }

    @Test
    void refusals_quoteTheValueAndNameTheForms() {
        Conversion.Failed failed =
                (Conversion.Failed) FieldType.INTEGER.converter(TOKYO).convert("高い");
        assertThat(failed.reason().ja()).isEqualTo("「高い」は数値として読めません。");
        assertThat(failed.reason().en()).isEqualTo("'高い' cannot be read as a number.");
        assertThat(failed.fix().en()).contains("1,234", "12万3,000");
    }

    @Test
    void garbage_neverMakesAConverterThrow() {
        Random random = new Random(20261031);
        String likely = "0123456789,.-/:年月日時分()%¥円万億千百△令和RHS元TZ+eE@株式会社 　\ud83d\udc4d\ud83dーﾞ";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder garbage = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                garbage.append(
                        random.nextInt(8) > 0
                                ? likely.charAt(random.nextInt(likely.length()))
                                : (char) random.nextInt(0x10000));
            }
            for (FieldType type : FieldType.values()) {
                assertThat(type.converter(TOKYO).convert(garbage.toString())).isNotNull();
            }
            assertThat(CompanyName.key(garbage.toString())).isNotNull();
        }
    }

    @Test
    void oddNumbers_neverMakeAConverterThrow() {
        Object[] odd = {
            Double.NaN,
            Double.MAX_VALUE,
            Double.MIN_VALUE,
            Double.NEGATIVE_INFINITY,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            -0.0,
            new BigDecimal("1E+2000000000"),
            new BigDecimal("1E-2000000000"),
            1.5f,
            3,
            true
        };
        for (Object raw : odd) {
            for (FieldType type : FieldType.values()) {
                assertThat(type.converter(TOKYO).convert(raw)).isNotNull();
            }
        }
    }
}
