package dev.kenshin.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@Threat(Danger.SECRET)
class RedactionTest {
    private final Redaction redaction = new Redaction(List.of("s3cr3t-token"));

    @Test
    void secret_isTakenOut_whereverItStands() {
        assertThat(redaction.of("'s3cr3t-token' and s3cr3t-token")).isEqualTo("'***' and ***");
    }

    @Test
    void secretThatWasCutOff_isTakenOutToo() {
        assertThat(redaction.of("it says s3cr3t-…, then s3cr3t-toke… and s3cr3t-token…"))
                .isEqualTo("it says ***…, then ***… and ***…");
    }

    @Test
    void secret_isTakenOut_inTheFormsOfAddressesAndJson_andLineByLine() {
        Redaction key = new Redaction(List.of("a b/\"c\"", "BEGIN\nMIIEvQIBADAN\nEND!"));
        assertThat(key.of("x=a+b%2F%22c%22&y=a%20b%2F%22c%22 {\"k\": \"a b/\\\"c\\\"\"}"))
                .isEqualTo("x=***&y=*** {\"k\": \"***\"}");
        assertThat(key.of("BEGIN\nMIIEvQIBADAN\nEND!")).isEqualTo("***");
        assertThat(key.of("line 2: MIIEvQIBADAN")).isEqualTo("line 2: ***");
    }

    @Test
    void secret_isTakenOut_inEveryEncodingOfAddresses() {
        Redaction key = new Redaction(List.of("p/q r~(s)!"));
        for (String form : List.of(
                "p%2Fq+r%7E%28s%29%21", "p%2fq%20r~(s)!", "p/q%20r~%28s%29%21", "p%252Fq%2520r~%2528s%2529%2521")) {
            assertThat(key.of("x?k=" + form + "&l=1")).as(form).isEqualTo("x?k=***&l=1");
        }
        assertThat(new Redaction(List.of("a&b<c>d")).of("<x>a&amp;b&lt;c&gt;d</x>"))
                .isEqualTo("<x>***</x>");
    }

    @Test
    void secret_isTakenOut_ofBase64_whateverStandsBeforeIt() {
        for (String user : List.of("", "u", "me", "you")) {
            String encoded = Base64.getEncoder().encodeToString((user + "s3cr3t-token" + user).getBytes(UTF_8));
            String redacted = redaction.of("Authorization: Basic " + encoded);
            assertThat(redacted).contains("***");
            String rest = redacted.replaceAll(".*\\*\\*\\*", "");
            assertThat(rest.length()).as(redacted).isLessThan(8);
        }
    }

    @Test
    void otherTextThatWasCutOff_stays() {
        assertThat(redaction.of("…, s3c… and s3cr3t- but no more…")).isEqualTo("…, s3c… and s3cr3t- but no more…");
    }
}
