package dev.kenshin.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
    void otherTextThatWasCutOff_stays() {
        assertThat(redaction.of("…, s3c… and s3cr3t- but no more…")).isEqualTo("…, s3c… and s3cr3t- but no more…");
    }
}
