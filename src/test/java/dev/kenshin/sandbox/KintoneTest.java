package dev.kenshin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KintoneTest {
    private static final String RECORDS = "/k/v1/records.json";
    private static SampleSandbox sandbox;

    private Client kintone;

    @BeforeAll
    static void start() throws Exception {
        sandbox = new SampleSandbox();
    }

    @BeforeEach
    void login() {
        kintone = sandbox.client("/kintone").header("X-Cybozu-API-Token", "other, " + Sandbox.TOKEN);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void values_haveTheTypesThatAnAppWouldHave() throws Exception {
        Client.Answer answer = kintone.get(RECORDS, "app", 1, "query", "$id = 4");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/records/0/$id")).hasToString("{\"type\":\"__ID__\",\"value\":\"4\"}");
        assertThat(answer.text("/records/0/会社名/value")).isEqualTo("芹瀬情報株式会社");
        assertThat(answer.at("/records/0/利用開始日")).hasToString("{\"type\":\"DATE\",\"value\":\"2023-05-01\"}");
        assertThat(answer.at("/records/0/単価")).hasToString("{\"type\":\"NUMBER\",\"value\":\"1683\"}");
        assertThat(answer.text("/records/0/担当者/value/0/name")).isEqualTo("仁科 遥");
        assertThat(answer.text("/records/0/更新日時/value")).isEqualTo("2026-03-31T15:00:00Z");
        assertThat(answer.at("/totalCount").isNull()).isTrue();
    }

    @Test
    void seekingById_findsEveryRecordOnce() throws Exception {
        long last = 0;
        int size = 100;
        int found = 0;
        while (size == 100) {
            Client.Answer page =
                    kintone.get(RECORDS, "app", 2, "query", "$id > " + last + " order by $id asc limit 100");
            size = page.at("/records").size();
            found += size;
            assertThat(page.text("/records/0/$id/value")).isEqualTo(Long.toString(last + 1));
            last = Long.parseLong(page.text("/records/" + (size - 1) + "/$id/value"));
        }
        assertThat(found).isEqualTo(434);
    }

    @Test
    void withoutAnOrder_theNewestHundredCome() throws Exception {
        Client.Answer answer = kintone.get(RECORDS, "app", 2, "totalCount", true, "fields[0]", "$id");
        assertThat(answer.at("/records").size()).isEqualTo(100);
        assertThat(answer.at("/records/0")).hasToString("{\"$id\":{\"type\":\"__ID__\",\"value\":\"434\"}}");
        assertThat(answer.text("/totalCount")).isEqualTo("434");
    }

    @Test
    void conditions_areJoinedAndCompared() throws Exception {
        String query = "(状態 = \"解約\") and 解約日 >= \"2026-01-01\" and 解約日 < \"2026-07-01\""
                + " order by 解約日 desc, $id asc limit 500";
        Client.Answer answer = kintone.get(RECORDS, "app", 2, "query", query);
        assertThat(answer.at("/records").size()).isPositive();
        assertThat(answer.at("/records").valueStream().map(record -> record.at("/解約日/value")
                        .asString()))
                .allMatch(day -> day.startsWith("2026-0"))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    order by $id asc limit 501 | GAIA_QU01
                    limit 1 offset 10001       | GAIA_QO01
                    会社 = "あおば"             | GAIA_IQ11
                    会社名 similar to "あおば"   | CB_VA01
                    """)
    void wrongQueries_areRefused(String query, String code) throws Exception {
        Client.Answer answer = kintone.get(RECORDS, "app", 1, "query", query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.text("/id")).isNotEmpty();
        assertThat(answer.text("/message")).isNotEmpty();
    }

    @Test
    void missingApp_isNamedInTheErrors() throws Exception {
        assertThat(kintone.get(RECORDS).text("/errors/app/messages/0")).isEqualTo("Required field.");
        assertThat(kintone.get(RECORDS, "app", 99).status()).isEqualTo(404);
    }

    @Test
    void wrongToken_opensNothing() throws Exception {
        assertThat(sandbox.client("/kintone").get(RECORDS, "app", 1).status()).isEqualTo(401);
        Client wrong = sandbox.client("/kintone").header("X-Cybozu-API-Token", "wrong");
        assertThat(wrong.get(RECORDS, "app", 1).status()).isEqualTo(520);
        assertThat(wrong.get(RECORDS, "app", 1).text("/code")).isEqualTo("GAIA_IA02");
    }
}
