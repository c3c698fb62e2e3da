package dev.kenshin.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.rest.vendor.Shipped;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceTest {
    private static final String QUERY = "/services/data/v62.0/query";
    private static final String TOKENS = "/services/oauth2/token";
    private static final String FORM = "application/x-www-form-urlencoded";

    private SampleSandbox sandbox;
    private Client salesforce;

    @BeforeEach
    void start() throws Exception {
        sandbox = new SampleSandbox();
        salesforce = sandbox.client("/salesforce").header("Authorization", "Bearer " + Sandbox.TOKEN);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void contracts_nameTheirCustomer_andHoldTheRestInCustomFields() throws Exception {
        Shipped.Reading reading = shipped().read("contracts");
        assertThat(reading.keys()).hasSize(434).doesNotHaveDuplicates();
        assertThat(reading.full()).isTrue();
        assertThat(reading.fields(0))
                .containsEntry("Account.AccountNumber", "C0001")
                .containsEntry("ContractNo__c", "K2024-0001-1")
                .containsEntry("StartDate", "2024-04-01")
                .containsEntry("ContractTerm", 12L)
                .containsEntry("Status", "Expired")
                .containsEntry("CancelDate__c", null);
        assertThat(reading.fields(0).get("MonthlyAmount__c")).hasToString("9000.0");
    }

    @Test
    void accounts_areThereForTheContracts_andOtherObjectsAreEmpty() throws Exception {
        Shipped salesforce = shipped();
        assertThat(salesforce.read("accounts").fields(0))
                .containsEntry("Name", "株式会社ヒナネントソフトウェア")
                .containsEntry("Owner.Name", "仁科 遥");
        for (String stream : List.of("contacts", "opportunities", "events")) {
            assertThat(salesforce.read(stream).keys()).isEmpty();
        }
    }

    @Test
    void changedContracts_areThoseThatBeganOrWereCancelledSince() throws Exception {
        Shipped salesforce = shipped().config("start_date", "2026-10-01T00:00:00Z");
        Shipped.Reading reading = salesforce.read("changed_contracts");
        assertThat(reading.records()).hasSizeBetween(10, 40).allSatisfy(record -> assertThat(
                        (String) record.fields().get("SystemModstamp"))
                .isBetween("2026-10-01T00:00:00.000+0000", "2026-11-01T00:00:00.000+0000"));
        assertThat(salesforce.read("changed_contracts", reading.cursor()).keys().size())
                .isBetween(1, reading.keys().size());
    }

    @Test
    void signedClaim_opensIt_too() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        byte[] key = keys.generateKeyPair().getPrivate().getEncoded();
        Shipped signed = shipped()
                .config("auth", "jwt_bearer")
                .config("username", "kenshin@example.jp")
                .config(
                        "private_key",
                        "-----BEGIN PRIVATE KEY-----\n"
                                + Base64.getMimeEncoder().encodeToString(key) + "\n-----END PRIVATE KEY-----");
        assertThat(signed.read("accounts").keys()).hasSize(120);
        assertThat(signed.config("login_url", "https://example.com").problem("accounts"))
                .contains("invalid_grant");
    }

    @Test
    void signedClaim_thatHasExpired_opensNothing() throws Exception {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String claims = "{\"iss\": \"sandbox\", \"aud\": \"https://login.salesforce.com\", \"exp\": 1793491199}";
        String assertion = base64.encodeToString("{\"alg\": \"RS256\"}".getBytes(UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(UTF_8)) + ".x";
        String grant = "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=";
        assertThat(salesforce.post(TOKENS, FORM, grant + assertion).text("/error_description"))
                .contains("expiration");
        assertThat(salesforce.post(TOKENS, FORM, grant + "x").text("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void wrongSecret_opensNothing() throws Exception {
        assertThat(shipped().config("client_secret", "wrong").problem("accounts"))
                .contains("invalid_client");
        assertThat(salesforce.post(TOKENS, FORM, "grant_type=password").text("/error"))
                .isEqualTo("unsupported_grant_type");
        Client.Answer answer = sandbox.client("/salesforce").get(QUERY, "q", "SELECT Id FROM Account");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("/0/errorCode")).isEqualTo("INVALID_SESSION_ID");
    }

    @Test
    void nextRecordsUrl_leadsThroughAllPages() throws Exception {
        salesforce.header("Sforce-Query-Options", "batchSize=200");
        Client.Answer page = salesforce.get(QUERY, "q", "SELECT Id FROM Contract ORDER BY StartDate DESC, Id");
        int found = page.at("/records").size();
        assertThat(page.at("/totalSize").asInt()).isEqualTo(434);
        assertThat(page.header("Sforce-Limit-Info")).isEqualTo("api-usage=1/100000");
        Client host = new Client(sandbox.url()).header("Authorization", "Bearer " + Sandbox.TOKEN);
        while (!page.at("/done").asBoolean()) {
            page = host.get(page.text("/nextRecordsUrl"));
            found += page.at("/records").size();
        }
        assertThat(found).isEqualTo(434);
    }

    @Test
    void eleventhCursor_closesTheFirst() throws Exception {
        salesforce.header("Sforce-Query-Options", "batchSize=1");
        String first = "";
        for (int i = 0; i < 11; i++) {
            Client.Answer page = salesforce.get(QUERY, "q", "SELECT Id FROM Contract");
            first = first.isEmpty() ? page.text("/nextRecordsUrl") : first;
        }
        Client host = new Client(sandbox.url()).header("Authorization", "Bearer " + Sandbox.TOKEN);
        assertThat(host.get(first).text("/0/errorCode")).isEqualTo("INVALID_QUERY_LOCATOR");
    }

    @Test
    void conditions_selectRecords() throws Exception {
        String soql = "select Id, Account.Name, Status from contract where (Status = 'Terminated' or Seats__c >= 100)"
                + " and not Product__c in ('追加ライセンス') and CancelDate__c != null limit 5";
        Client.Answer answer = salesforce.get(QUERY, "q", soql.replace("contract", "Contract"));
        assertThat(answer.text("/0/message")).isEmpty();
        assertThat(answer.at("/records").size()).isEqualTo(5);
        assertThat(answer.text("/records/0/attributes/type")).isEqualTo("Contract");
        assertThat(answer.text("/records/0/Account/Name")).isNotEmpty();
        assertThat(answer.text("/records/0/Status")).isEqualTo("Terminated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT Id, Tier__c FROM Account                       | INVALID_FIELD
                    SELECT Id FROM Account WHERE Tier__c = 1              | INVALID_FIELD
                    SELECT Id FROM Lead                                   | INVALID_TYPE
                    SELECT Id FORM Account                                | MALFORMED_QUERY
                    SELECT Id FROM Account WHERE Name LIKE '%x'           | MALFORMED_QUERY
                    SELECT Id FROM Account WHERE SystemModstamp > yesterd | MALFORMED_QUERY
                    """)
    void mistakes_areToldInAnArray(String soql, String code) throws Exception {
        Client.Answer answer = salesforce.get(QUERY, "q", soql);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo(code);
        assertThat(answer.text("/0/message")).isNotEmpty();
    }

    private Shipped shipped() {
        return Shipped.manifest("salesforce", sandbox.url())
                .config("instance_url", sandbox.url() + "/salesforce")
                .config("client_id", "sandbox")
                .config("client_secret", Sandbox.TOKEN)
                .config(
                        "custom_fields",
                        Map.of(
                                "Contract",
                                List.of(
                                        "Account.AccountNumber",
                                        "ContractNo__c",
                                        "MonthlyAmount__c",
                                        "CancelDate__c")));
    }
}
