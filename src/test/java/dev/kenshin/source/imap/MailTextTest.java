package dev.kenshin.source.imap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers and bodies as mailers really write them. */
class MailTextTest {
    private static final String SAID = "㈱あおぞらの髙橋です。①ｶﾅ";

    @ParameterizedTest
    @CsvSource({
        "x-windows-50221, ISO-2022-JP",
        "x-windows-50221, us-ascii",
        "x-windows-50221, UTF-8",
        "x-windows-50221, ''",
        "windows-31j, Shift_JIS",
        "windows-31j, ISO-2022-JP",
        "windows-31j, us-ascii",
        "windows-31j, UTF-8",
        "windows-31j, x-unknown",
        "UTF-8, UTF-8",
        "UTF-8, ISO-2022-JP",
        "UTF-8, iso-8859-1",
        "UTF-8, ''",
    })
    void text_isReadWhateverItsLabelSays(String written, String label) {
        assertThat(WrittenText.of(SAID.getBytes(Charset.forName(written)), label))
                .isEqualTo(SAID);
    }

    @Test
    void eucText_isReadWithoutLabel() {
        assertThat(WrittenText.of("解約を検討しています".getBytes(Charset.forName("EUC-JP")), ""))
                .isEqualTo("解約を検討しています");
    }

    @Test
    void westernText_staysWhatItIs() {
        assertThat(WrittenText.of("café".getBytes(ISO_8859_1), "iso-8859-1")).isEqualTo("café");
        assertThat(WrittenText.of("café".getBytes(ISO_8859_1), "")).isEqualTo("café");
    }

    @Test
    void textThatIsCutWithinACharacter_endsBeforeIt() {
        byte[] bytes = "解約".getBytes(UTF_8);
        assertThat(WrittenText.of(Arrays.copyOf(bytes, 5), "UTF-8", true)).isEqualTo("解");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Plain words|Plain words",
                "=?UTF-8?B?6Kej57SE?=|解約",
                "=?utf-8?q?=E8=A7=A3=E7=B4=84_now?=|解約 now",
                "Re: =?ISO-2022-JP?B?GyRCMnJMcxsoQg==?= today|Re: 解約 today",
                "=?UTF-8?B?6Kej?= =?UTF-8?B?57SE?=|解約",
                "=?UTF-8?B?6Kc=?= =?UTF-8?B?o+e0hA==?=|解約",
                "=?UTF-8?B?6Kej?==?UTF-8?B?57SE?=|解約",
                "=?utf-8*ja?B?6Kej57SE?=|解約",
                "[\"=?UTF-8?B?6Kej57SE?=\"]|[\"解約\"]",
                "=?x-unknown?B?6Kej57SE?=|解約",
                "=?UTF-8?B?6Kej57SE|=?UTF-8?B?6Kej57SE",
                "=?us-ascii?Q?a?= b =?us-ascii?Q?c?=|a b c",
            })
    void header_isDecoded(String raw, String expected) {
        assertThat(HeaderText.decoded(raw)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"x-windows-50221", "windows-31j", "UTF-8"})
    void headerThatNobodyEncoded_isDecoded(String charset) {
        String raw = new String(SAID.getBytes(Charset.forName(charset)), ISO_8859_1);
        assertThat(HeaderText.decoded(raw)).isEqualTo(SAID);
    }

    @Test
    void encodedControlCharacters_becomeBlanks() {
        String encoded = Base64.getEncoder().encodeToString("a\r\nBcc: b\0c".getBytes(UTF_8));
        assertThat(HeaderText.decoded("=?UTF-8?B?" + encoded + "?=")).isEqualTo("a Bcc: b c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hanako@aoba.example|hanako@aoba.example|''",
                "Hanako <hanako@aoba.example>|hanako@aoba.example|Hanako",
                "hanako@aoba.example (Hanako)|hanako@aoba.example|Hanako",
                "\"Yamada, Hanako\" <h@a.example>|h@a.example|Yamada, Hanako",
                "=?UTF-8?B?5bGx55SwLCDoirHlrZA=?= <h@a.example>|h@a.example|山田, 花子",
                "\"=?UTF-8?B?5bGx55Sw?=\" <h@a.example>|h@a.example|山田",
                "=?UTF-8?B?IuWxseeUsCI=?= <h@a.example>|h@a.example|山田",
                "=?UTF-8?B?5bGx55Sw?=<h@a.example>|h@a.example|山田",
                "Broken <<h@a.example>>|h@a.example|Broken",
                "h@a.example, (|h@a.example|''",
                "MAILER-DAEMON|MAILER-DAEMON|''",
            })
    void sender_hasAddressAndName(String raw, String address, String name) {
        assertThat(Correspondent.of(raw).get(0)).isEqualTo(new Correspondent(address, name));
    }

    @Test
    void unencodedNameInJis_doesNotTearTheAddressApart() {
        String raw = "山田<花子>,\"社".replaceAll("[<>,\"]", "");
        String header = new String(raw.getBytes(Charset.forName("ISO-2022-JP")), ISO_8859_1) + " <h@a.example>";
        assertThat(Correspondent.of(header)).containsExactly(new Correspondent("h@a.example", raw));
    }

    @Test
    void severalRecipients_areToldApart() {
        assertThat(Correspondent.of("A <a@x.example>, undisclosed-recipients:;, b@y.example"))
                .extracting(Correspondent::address)
                .isEqualTo(List.of("a@x.example", "b@y.example"));
    }

    @Test
    void damagedEncodings_giveWhatCanBeRead() {
        assertThat(TransferEncoding.decoded("YWJj\r\n!ZGVmZw==aGk=".getBytes(UTF_8), "BASE64"))
                .asString()
                .isEqualTo("abcdefghi");
        assertThat(TransferEncoding.decoded("YWJjZ".getBytes(UTF_8), "base64"))
                .asString()
                .isEqualTo("abc");
        assertThat(TransferEncoding.decoded("a=41=\r\nb=4= c=XY=".getBytes(UTF_8), "quoted-printable"))
                .asString()
                .isEqualTo("aAb=4= c=XY");
        assertThat(TransferEncoding.decoded("plain".getBytes(UTF_8), "x-none"))
                .asString()
                .isEqualTo("plain");
    }

    @Test
    void html_isReadLineByLine() {
        assertThat(
                        HtmlText.of(
                                "<html><head><title>t</title><style>p{}</style></head><body><p>拝啓  <b>解約</b></p>"
                                        + "<div>one<br>two</div><script>x()</script><table><tr><td>a</td><td>b &lt; c</td></tr></table>"))
                .isEqualTo("拝啓 解約\none\ntwo\na b < c \n");
    }
}
