package dev.kenshin.source.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Source;
import dev.kenshin.source.rest.Api.Answer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest's way of authenticating, from the configuration to the call. */
class AuthenticationTest {
    private static final Answer ITEMS = Answer.json("{\"items\": [{\"id\": 1}]}");

    @TempDir
    Path directory;

    @Test
    void keyMayGoIntoTheQuery() throws Exception {
        try (Api api = Api.answering(call -> ITEMS)) {
            assertThat(Connector.ofStream(directory, api, """
                            authenticator:
                              type: ApiKeyAuthenticator
                              api_token: "{{ config['token'] }}"
                              inject_into: { type: RequestOption, inject_into: request_parameter, field_name: apiKey }
                            """, "", "")
                            .config("token", "${TOKEN}")
                            .keys())
                    .containsExactly("1");
            assertThat(api.queries("apiKey")).containsExactly("s3cr3t-token");
        }
    }

    @Test
    void expiredToken_isRenewedOnce_andTheCallMadeAgain() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        try (Api api = Api.answering(call -> {
            if (call.path().equals("/token")) {
                return Answer.json(
                        "{\"access_token\": \"access-%d\", \"expires_in\": 3600}".formatted(tokens.incrementAndGet()));
            }
            return call.header("Authorization").equals("Bearer access-2") ? ITEMS : Answer.of(401, "{}");
        })) {
            assertThat(Connector.ofStream(directory, api, """
                            authenticator:
                              type: OAuthAuthenticator
                              token_refresh_endpoint: API/token
                              client_id: "{{ config['id'] }}"
                              client_secret: "{{ config['token'] }}"
                              grant_type: client_credentials
                            """.replace("API", api.url()), "", "")
                            .config("id", "me")
                            .config("token", "${TOKEN}")
                            .keys())
                    .containsExactly("1");
            assertThat(api.calls()).extracting(Api.Call::path).containsExactly("/token", "/items", "/token", "/items");
        }
    }

    @Test
    void authenticationThatCannotBeHad_isExplainedWithoutSecrets() throws Exception {
        StreamConfig items = Connector.stream("items");
        try (Api api = Api.answering(call -> ITEMS);
                Source source = Connector.ofStream(directory, api, """
                            authenticator:
                              type: SessionTokenAuthenticator
                              login_requester: { type: HttpRequester, url_base: API, path: /login }
                              session_token_path: [session]
                              expiration_duration: "{{ config['token'] }}"
                              request_authentication: { type: Bearer }
                            """.replace("API", api.url()), "", "")
                        .config("token", "${TOKEN}")
                        .open(items)) {
            assertThat(source.skipped().toString()).contains("***").doesNotContain("s3cr3t-token");
            assertThat(source.offer().toString()).contains("***").doesNotContain("s3cr3t-token");
        }
    }

    @Test
    void sessionToken_comesFromALogin() throws Exception {
        try (Api api = Api.answering(call -> call.path().equals("/login")
                ? Answer.json("{\"data\": {\"session\": \"abcd-1234\"}}")
                : call.header("X-Session").equals("abcd-1234") ? ITEMS : Answer.of(401, "{}"))) {
            assertThat(Connector.ofStream(directory, api, """
                            authenticator:
                              type: SessionTokenAuthenticator
                              login_requester:
                                type: HttpRequester
                                url_base: API
                                path: /login
                                http_method: POST
                                request_body_json: { password: "{{ config['token'] }}" }
                              session_token_path: [data, session]
                              request_authentication:
                                type: ApiKey
                                inject_into: { type: RequestOption, inject_into: header, field_name: X-Session }
                            """.replace("API", api.url()), "", "")
                            .config("token", "${TOKEN}")
                            .keys())
                    .containsExactly("1");
            assertThat(api.calls().get(0).body()).isEqualTo("{\"password\":\"s3cr3t-token\"}");
        }
    }
}
