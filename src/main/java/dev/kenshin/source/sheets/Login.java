package dev.kenshin.source.sheets;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.SheetsScopes;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.kenshin.problem.Location;
import dev.kenshin.source.SourceUnavailable;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How to sign in; one of the two is there. What they name is looked up only when signing in.
 *
 * @param credentials JSON: the key of a service account, or what signing in as a person has left
 * @param token an access token
 */
record Login(Optional<String> credentials, Optional<String> token, UnaryOperator<String> secrets) {
    private static final String TOKENS = "https://oauth2.googleapis.com/token";

    /** @throws SourceUnavailable if the credentials are none that can be used (KEN-G01) */
    Identity identity(HttpTransport transport, Location at) throws SourceUnavailable {
        if (token.isPresent()) {
            return Identity.of(secrets.apply(token.get()).strip());
        }
        try {
            GenericJson json = GsonFactory.getDefaultInstance()
                    .fromString(secrets.apply(credentials.orElseThrow()), GenericJson.class);
            return json.containsKey("private_key") ? serviceAccount(json, transport) : person(json, transport);
        } catch (IOException | IllegalArgumentException unusable) { // may quote the key
            throw SheetsProblems.credentials(at);
        }
    }

    private static Identity serviceAccount(GenericJson json, HttpTransport transport) throws IOException {
        String email = text(json, "client_email");
        GoogleCredentials credentials = ServiceAccountCredentials.newBuilder()
                .setClientEmail(email)
                .setPrivateKeyString(text(json, "private_key"))
                .setPrivateKeyId(text(json, "private_key_id"))
                .setTokenServerUri(tokens(json))
                .setScopes(List.of(SheetsScopes.SPREADSHEETS_READONLY))
                .setHttpTransportFactory(() -> transport)
                .setDefaultRetriesEnabled(false)
                .build();
        return Identity.of(credentials, Optional.of(email), List.of(text(json, "private_key")));
    }

    private static Identity person(GenericJson json, HttpTransport transport) {
        GoogleCredentials credentials = UserCredentials.newBuilder()
                .setClientId(text(json, "client_id"))
                .setClientSecret(text(json, "client_secret"))
                .setRefreshToken(text(json, "refresh_token"))
                .setTokenServerUri(tokens(json))
                .setHttpTransportFactory(() -> transport)
                .build();
        return Identity.of(
                credentials, Optional.empty(), List.of(text(json, "client_secret"), text(json, "refresh_token")));
    }

    private static URI tokens(GenericJson json) {
        String uri = json.containsKey("token_uri") ? text(json, "token_uri") : TOKENS;
        if (!SheetsOptions.isSafe(uri)) {
            throw new IllegalArgumentException("token_uri");
        }
        return URI.create(uri);
    }

    private static String text(GenericJson json, String name) {
        if (json.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name);
    }
}
