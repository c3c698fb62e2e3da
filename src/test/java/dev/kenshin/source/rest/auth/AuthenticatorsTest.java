package dev.kenshin.source.rest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.source.http.HttpCall;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthenticatorsTest {

    @Test
    void none_changesNothing() throws Exception {
        assertThat(new Given().authenticated("{type: NoAuth}").headers()).isEmpty();
        assertThat(new Given().authenticated("{}").headers()).isEmpty();
    }

    @Test
    void bearer_isAHeader() throws Exception {
        Given given = new Given().config("token", "tok-1234");
        assertThat(given.authenticated("{type: BearerAuthenticator, api_token: \"{{ config['token'] }}\"}")
                        .headers())
                .containsExactly(Map.entry("Authorization", "Bearer tok-1234"));
        assertThat(given.redaction().of("tok-1234")).isEqualTo("***");
    }

    @Test
    void tokenThatLooksLikeANumber_staysAsItIs() throws Exception {
        Given given = new Given().config("token", "12e5");
        assertThat(given.authenticated("{type: BearerAuthenticator, api_token: \"{{ config['token'] }}\"}")
                        .headers())
                .containsValue("Bearer 12e5");
    }

    @Test
    void emptyToken_isAProblem() {
        assertThat(new Given().problem("{type: BearerAuthenticator, api_token: \"{{ config['token'] }}\"}"))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("KEN-H20");
                    assertThat(problem.message().en()).isEqualTo("'api_token' is empty.");
                });
    }

    @Test
    void unknownVariable_isAProblem() {
        assertThat(new Given()
                        .problem("{type: BearerAuthenticator, api_token: '{{ confg.token }}'}")
                        .code())
                .isEqualTo("KEN-H21");
    }

    @Test
    void basic_isEncoded() throws Exception {
        Given given = new Given().config("user", "花子").config("password", "pass word");
        String yaml =
                "{type: BasicHttpAuthenticator, username: '{{ config.user }}/token', password: '{{ config.password }}'}";
        assertThat(given.authenticated(yaml).headers()).containsValue("Basic 6Iqx5a2QL3Rva2VuOnBhc3Mgd29yZA==");
        assertThat(given.redaction().of("6Iqx5a2QL3Rva2VuOnBhc3Mgd29yZA== pass word"))
                .isEqualTo("*** ***");
    }

    @Test
    void apiKey_goesIntoAHeader() throws Exception {
        assertThat(new Given()
                        .authenticated("{type: ApiKeyAuthenticator, header: X-Key, api_token: abcd}")
                        .headers())
                .containsEntry("X-Key", "abcd");
        assertThat(new Given()
                        .authenticated(apiKey("{inject_into: header, field_name: X-Cybozu-API-Token}"))
                        .headers())
                .containsEntry("X-Cybozu-API-Token", "ab cd");
    }

    @Test
    void apiKey_goesIntoTheQuery() throws Exception {
        assertThat(new Given()
                        .authenticated(apiKey("{inject_into: request_parameter, field_name: apiKey}"))
                        .uri())
                .isEqualTo(URI.create("https://api.example.com/items?apiKey=ab+cd"));
    }

    @Test
    void apiKey_goesIntoAForm() throws Exception {
        HttpCall call = new HttpCall("POST", Given.CALL.uri(), Map.of(), "page=2".getBytes(UTF_8));
        HttpCall authenticated = new Given()
                .authenticator(apiKey("{inject_into: body_data, field_name: key}"))
                .authenticate(call);
        assertThat(authenticated.body()).asString(UTF_8).isEqualTo("page=2&key=ab+cd");
        assertThat(authenticated.headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void apiKey_goesIntoJson_howeverDeep() throws Exception {
        HttpCall call = new HttpCall(
                "POST",
                Given.CALL.uri(),
                Map.of("content-type", "application/json"),
                "{\"a\":{\"b\":1}}".getBytes(UTF_8));
        HttpCall authenticated = new Given()
                .authenticator(apiKey("{inject_into: body_json, field_path: [a, key]}"))
                .authenticate(call);
        assertThat(authenticated.body()).asString(UTF_8).isEqualTo("{\"a\":{\"b\":1,\"key\":\"ab cd\"}}");
        assertThat(authenticated.headers()).hasSize(1);
    }

    @Test
    void selective_followsTheConfiguration() throws Exception {
        String yaml = """
                type: SelectiveAuthenticator
                authenticator_selection_path: [credentials, auth_type]
                authenticators:
                  token: {type: BearerAuthenticator, api_token: "{{ config.credentials.token }}"}
                  none: {type: NoAuth}
                """;
        Given given = new Given().config("credentials", Map.of("auth_type", "token", "token", "abcd"));
        assertThat(given.authenticated(yaml).headers()).containsValue("Bearer abcd");
        assertThatThrownBy(() -> new Given()
                        .config("credentials", Map.of("auth_type", "other"))
                        .authenticated(yaml))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("No authenticator goes with 'credentials.auth_type' (other)");
    }

    @Test
    void pythonClass_isUnsupported() {
        assertThatThrownBy(() -> new Given().authenticated("{type: CustomAuthenticator, class_name: x.Y}"))
                .isInstanceOf(Unsupported.class)
                .hasMessage("The authenticator 'CustomAuthenticator' is not supported.");
    }

    @Test
    void fixedToken_cannotBeRenewed() throws Exception {
        assertThat(new Given()
                        .authenticator("{type: BearerAuthenticator, api_token: abcd}")
                        .renew(Given.answer(401)))
                .isFalse();
    }

    private static String apiKey(String inject) {
        return "{type: ApiKeyAuthenticator, api_token: ab cd, inject_into: " + inject + "}";
    }
}
