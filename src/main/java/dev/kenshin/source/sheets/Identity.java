package dev.kenshin.source.sheets;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import dev.kenshin.source.http.Redaction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * As whom requests are made.
 *
 * @param signature signs a request; asks for an access token where there is none, or none that is still valid
 * @param account the address of the service account, with which people share spreadsheets; empty for a person
 * @param token the access token in use, which nobody must see
 * @param secrets all others, to which tokens are added
 */
record Identity(
        HttpRequestInitializer signature,
        Optional<String> account,
        Supplier<Optional<String>> token,
        Redaction secrets) {
    private static final String AUTHORIZATION = "Authorization";

    static Identity of(String token) {
        return new Identity(
                request -> request.getHeaders().setAuthorization("Bearer " + token),
                Optional.empty(),
                () -> Optional.of(token),
                new Redaction(List.of()));
    }

    /** @param secrets what the credentials are made of */
    static Identity of(GoogleCredentials credentials, Optional<String> account, List<String> secrets) {
        return new Identity(
                request -> signRenewably(request, credentials),
                account,
                () -> Optional.ofNullable(credentials.getAccessToken()).map(AccessToken::getTokenValue),
                new Redaction(secrets));
    }

    /** What Google or the network says, without tokens and keys, should they quote them. */
    String redacted(String words) {
        token.get().ifPresent(secrets::add);
        return secrets.of(words);
    }

    private static void signRenewably(HttpRequest request, GoogleCredentials credentials) throws IOException {
        sign(request, credentials);
        request.setUnsuccessfulResponseHandler(
                (refused, answer, again) -> again && answer.getStatusCode() == 401 && signedAnew(refused, credentials));
    }

    /** A token may be withdrawn before it expires; asking once for another costs nothing. */
    private static boolean signedAnew(HttpRequest request, GoogleCredentials credentials) throws IOException {
        request.setUnsuccessfulResponseHandler(null);
        credentials.refresh();
        sign(request, credentials);
        return true;
    }

    private static void sign(HttpRequest request, GoogleCredentials credentials) throws IOException {
        request.getHeaders()
                .setAuthorization(credentials
                        .getRequestMetadata(request.getUrl().toURI())
                        .getOrDefault(AUTHORIZATION, List.of()));
    }

    @Override
    public String toString() {
        return account.orElse("a person");
    }
}
