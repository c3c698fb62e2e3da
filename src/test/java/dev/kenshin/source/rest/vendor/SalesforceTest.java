package dev.kenshin.source.rest.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kenshin.source.rest.Api;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.io.IOException;
import java.net.URLDecoder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SalesforceTest {
    private static final String ACCOUNTS =
            "SELECT Id, IsDeleted, SystemModstamp, Name, Type, Industry, NumberOfEmployees, BillingState, Website,"
                    + " ParentId, Owner.Name, CreatedDate FROM Account";
    private static final String NEXT = "/services/data/v62.0/query/01gD0000002HU6KIAW-2000";
    private static final String ACCOUNT = """
            {"attributes": {"type": "Account", "url": "/services/data/v62.0/sobjects/Account/%1$s"},
             "Id": "%1$s", "IsDeleted": %2$b, "SystemModstamp": "2026-10-0%3$dT01:02:03.000+0000", "Name": "株式会社あおば",
             "Amount__c": 1200000.5, "Owner": {"attributes": {"type": "User"}, "Name": "佐藤"}, "Parent": null}""";

    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String good = "access-1";
    private volatile String refusal = "";
    private Api api;

    @BeforeEach
    void start() throws IOException {
        api = Api.answering(this::answer);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void accounts_areReadWhole_alongNextRecordsUrl() throws Exception {
        Shipped.Reading reading = salesforce().read("accounts");
        assertThat(reading.keys()).containsExactly("001A", "001B");
        assertThat(reading.full()).isTrue();
        assertThat(paths()).containsExactly("/services/oauth2/token", "/services/data/v62.0/query", NEXT);
        assertThat(api.queries("q")).containsExactly("", ACCOUNTS, "");
        assertThat(reading.records().get(0).fields())
                .contains(entry("Owner.Name", "佐藤"), entry("Parent", null), entry("Name", "株式会社あおば"))
                .doesNotContainKeys("attributes.type", "attributes.url", "Owner.attributes.type");
    }

    @Test
    void customFields_areAskedFor_byTheirObject() throws Exception {
        salesforce()
                .config(
                        "custom_fields",
                        Map.of("Account", List.of("Tier__c", "CSM__r.Name"), "Contract", List.of("X__c")))
                .read("accounts");
        assertThat(api.queries("q").get(1)).contains(", CreatedDate, Tier__c, CSM__r.Name FROM Account");
    }

    @Test
    void changedAccounts_includeDeletedOnes_andGoOnFromTheLastChange() throws Exception {
        Shipped salesforce = salesforce().config("start_date", "2026-10-01T00:00:00Z");
        Shipped.Reading first = salesforce.read("changed_accounts");
        assertThat(first.fields(1)).containsEntry("IsDeleted", true);
        assertThat(api.queries("q").get(1))
                .isEqualTo(ACCOUNTS
                        + " WHERE SystemModstamp >= 2026-10-01T00:00:00Z AND SystemModstamp <= 2026-11-01T00:00:00Z");
        assertThat(paths().get(1)).isEqualTo("/services/data/v62.0/queryAll");
        api.calls().clear();
        good = "access-2";
        salesforce.at("2026-11-02T00:00:00Z").read("changed_accounts", first.cursor());
        assertThat(api.queries("q").get(1))
                .endsWith(" WHERE SystemModstamp >= 2026-10-02T00:52:03Z AND SystemModstamp <= 2026-11-02T00:00:00Z");
    }

    @Test
    void clientCredentials_areExchangedForAToken_andAgainWhenItExpires() throws Exception {
        good = "access-2";
        assertThat(salesforce().read("accounts").keys()).hasSize(2);
        assertThat(api.calls().get(0).body())
                .isEqualTo("grant_type=client_credentials&client_id=key&client_secret=" + Shipped.SECRET);
        assertThat(tokens).hasValue(2);
    }

    @Test
    void signedClaim_isExchangedForAToken() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Shipped.manifest("salesforce", api)
                .config("instance_url", api.url())
                .config("auth", "jwt_bearer")
                .config("client_id", "key")
                .config("username", "kenshin@example.com")
                .config("login_url", "https://test.salesforce.com")
                .config("private_key", pem(pair))
                .read("accounts");
        String body = URLDecoder.decode(api.calls().get(0).body(), UTF_8);
        assertThat(body).startsWith("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=");
        String[] parts = body.substring(body.indexOf("assertion=") + 10).split("\\.", 3);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(pair.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode claims = new JsonMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.get("iss").asString()).isEqualTo("key");
        assertThat(claims.get("sub").asString()).isEqualTo("kenshin@example.com");
        assertThat(claims.get("aud").asString()).isEqualTo("https://test.salesforce.com");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(180);
    }

    @Test
    void errors_areArrays() {
        refusal = "400 MALFORMED_QUERY unexpected token: FORM";
        assertThat(salesforce().problem("accounts")).contains("400", "MALFORMED_QUERY: unexpected token: FORM");
        good = "none";
        refusal = "";
        assertThat(salesforce().problem("accounts")).contains("401", "INVALID_SESSION_ID");
    }

    @Test
    void allowanceOfTheDay_endsTheStream_asARateLimit() {
        refusal = "403 REQUEST_LIMIT_EXCEEDED TotalRequests Limit exceeded.";
        Shipped salesforce = salesforce();
        assertThat(salesforce.problem("accounts")).startsWith("KEN-R31");
        assertThat(salesforce.waits).isEmpty();
    }

    @Test
    void overload_isWaitedFor() throws Exception {
        refusal = "429 once later";
        Shipped salesforce = salesforce();
        assertThat(salesforce.read("accounts").keys()).hasSize(2);
        assertThat(salesforce.waits).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void everyStream_canBeRead() {
        assertThat(salesforce().offer("accounts")).contains("10/10 streams");
    }

    private Shipped salesforce() {
        return Shipped.manifest("salesforce", api)
                .config("instance_url", api.url())
                .config("client_id", "key")
                .config("client_secret", "${TOKEN}");
    }

    private List<String> paths() {
        return api.calls().stream().map(Call::path).toList();
    }

    private Answer answer(Call call) {
        if (call.path().equals("/services/oauth2/token")) {
            return Answer.json("{\"access_token\": \"access-%d\", \"instance_url\": \"%s\", \"token_type\": \"Bearer\"}"
                    .formatted(tokens.incrementAndGet(), api.url()));
        }
        if (!refusal.isEmpty()) {
            String[] parts = refusal.split(" ", 3);
            refusal = parts[1].equals("once") ? "" : refusal;
            Answer error = error(Integer.parseInt(parts[0]), parts[1], parts[2]);
            return refusal.isEmpty() ? error.with("Retry-After", "7") : error;
        }
        if (!call.header("Authorization").equals("Bearer " + good)) {
            return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
        }
        return call.path().equals(NEXT)
                ? Answer.json(
                        "{\"totalSize\": 2, \"done\": true, \"records\": [" + ACCOUNT.formatted("001B", true, 2) + "]}")
                : Answer.json("{\"totalSize\": 2, \"done\": false, \"nextRecordsUrl\": \"" + NEXT + "\", \"records\": ["
                        + ACCOUNT.formatted("001A", false, 1) + "]}");
    }

    private static Answer error(int status, String code, String message) {
        return Answer.of(status, "[{\"message\": \"%s\", \"errorCode\": \"%s\"}]".formatted(message, code));
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----";
    }
}
