package dev.kenshin.source.rest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.source.http.LocalServer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JwtTokensTest {

    @Test
    void claims_areSignedWithASharedSecret() throws Exception {
        Given given = new Given().config("secret", "top-secret").config("id", "me");
        String token = token(given.authenticator("""
                type: JwtAuthenticator
                algorithm: HS256
                secret_key: "{{ config.secret }}"
                header_prefix: Bearer
                token_duration: 180
                jwt_headers: {kid: k1, typ: JWT}
                jwt_payload: {iss: "{{ config.id }}", sub: user, aud: https://login.example.com}
                additional_jwt_payload: {level: "{{ 1 + 2 }}"}
                """));
        assertThat(token).startsWith("Bearer ");
        assertThat(part(token, 0)).isEqualTo(json("{'kid':'k1','typ':'JWT','alg':'HS256'}"));
        assertThat(part(token, 1))
                .isEqualTo(json("{'level':3,'iss':'me','sub':'user','aud':'https://login.example.com',"
                        + "'iat':1793437200,'exp':1793437380,'nbf':1793437200}"));
        // As any other implementation of HMAC-SHA256 has it.
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("top-secret".getBytes(UTF_8), "any"));
        assertThat(signature(token)).isEqualTo(mac.doFinal(signed(token)));
    }

    @Test
    void rsaKey_isReadInBothForms() throws Exception {
        KeyPair pair = rsa();
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        Signature check = Signature.getInstance("SHA256withRSA");
        assertThat(isSigned(sign("RS256", pem("PRIVATE KEY", pkcs8)), check, pair))
                .isTrue();
        // PKCS#8 holds PKCS#1 after 26 bytes, for a key of 2048 bits.
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        assertThat(isSigned(sign("RS256", pem("RSA PRIVATE KEY", pkcs1)), check, pair))
                .isTrue();
    }

    @Test
    void keyWithWrittenOutLineBreaks_isRead() throws Exception {
        KeyPair pair = rsa();
        String key = pem("PRIVATE KEY", pair.getPrivate().getEncoded()).replace("\n", "\\n");
        assertThat(isSigned(sign("RS512", key), Signature.getInstance("SHA512withRSA"), pair))
                .isTrue();
    }

    @Test
    void otherKindsOfKeys_sign() throws Exception {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair ec = curve.generateKeyPair();
        String ecKey = pem("PRIVATE KEY", ec.getPrivate().getEncoded());
        assertThat(isSigned(sign("ES256", ecKey), Signature.getInstance("SHA256withECDSAinP1363Format"), ec))
                .isTrue();

        KeyPair ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String edKey = pem("PRIVATE KEY", ed.getPrivate().getEncoded());
        assertThat(isSigned(sign("EdDSA", edKey), Signature.getInstance("Ed25519"), ed))
                .isTrue();

        KeyPair rsa = rsa();
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        String rsaKey = pem("PRIVATE KEY", rsa.getPrivate().getEncoded());
        assertThat(isSigned(sign("PS256", rsaKey), pss, rsa)).isTrue();
    }

    @Test
    void wrongKey_isAProblemThatDoesNotQuoteIt() {
        Given given = new Given().config("key", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----");
        assertThat(given.problem(jwt("RS256"))).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("KEN-H23");
            assertThat(problem.toString()).doesNotContain("c2VjcmV0", "secret\n");
        });
        assertThat(new Given().config("key", "no pem").problem(jwt("ES256")).code())
                .isEqualTo("KEN-H23");
    }

    @Test
    void unknownAlgorithm_isUnsupported() {
        assertThatThrownBy(() -> new Given().config("key", "x").authenticator(jwt("none")))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("'none'");
    }

    @Test
    void token_isSignedAnewBeforeItsEnd() throws Exception {
        Given given = new Given().config("key", "secret-key");
        Authenticator jwt = given.authenticator(jwt("HS256"));
        String first = token(jwt);
        given.pass(Duration.ofSeconds(1000));
        assertThat(token(jwt)).isEqualTo(first);
        given.pass(Duration.ofSeconds(200));
        assertThat(token(jwt)).isNotEqualTo(first);
    }

    @Test
    void signedToken_isASecret() throws Exception {
        Given given = new Given().config("key", "secret-key");
        String token = token(given.authenticator(jwt("HS256")));
        assertThat(given.redaction().of(token)).endsWith("***").doesNotContain("ey");
    }

    @Test
    void signedClaim_isExchangedForAToken() throws Exception {
        try (LocalServer server = new LocalServer()) {
            server.answer("200 OK", "{\"access_token\": \"one-token\"}");
            Authenticator oauth =
                    new Given(server).config("key", "secret-key").authenticator("""
                            type: OAuthAuthenticator
                            token_refresh_endpoint: '%s'
                            use_profile_assertion: true
                            profile_assertion: {type: JwtAuthenticator, algorithm: HS256, secret_key: secret-key}
                            """.formatted(server.at("/token")));
            assertThat(token(oauth)).isEqualTo("Bearer one-token");
            assertThat(server.requests().get(0))
                    .contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=ey");
        }
    }

    private static String jwt(String algorithm) {
        return "{type: JwtAuthenticator, algorithm: " + algorithm + ", secret_key: '{{ config.key }}'}";
    }

    private static String sign(String algorithm, String key) throws Exception {
        return token(new Given().config("key", key).authenticator(jwt(algorithm)));
    }

    private static boolean isSigned(String token, Signature check, KeyPair pair) throws Exception {
        check.initVerify(pair.getPublic());
        check.update(signed(token));
        return check.verify(signature(token));
    }

    private static KeyPair rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(String type, byte[] key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }

    private static String token(Authenticator authenticator) throws Exception {
        return authenticator.authenticate(Given.CALL).headers().get("Authorization");
    }

    private static byte[] signed(String token) {
        String bare = bare(token);
        return bare.substring(0, bare.lastIndexOf('.')).getBytes(UTF_8);
    }

    private static byte[] signature(String token) {
        return Base64.getUrlDecoder().decode(bare(token).split("\\.", 3)[2]);
    }

    private static JsonNode part(String token, int part) {
        return new JsonMapper()
                .readTree(Base64.getUrlDecoder().decode(bare(token).split("\\.", 3)[part]));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }

    private static String bare(String token) {
        return token.replace("Bearer ", "");
    }
}
