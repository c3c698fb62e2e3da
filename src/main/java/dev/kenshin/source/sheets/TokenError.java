package dev.kenshin.source.sheets;

import com.google.api.client.http.HttpResponseException;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why no access token was given, in the words of whoever gives them: {@code invalid_grant: Token has been revoked.} */
final class TokenError {
    private TokenError() {}

    /** The two fields that OAuth has for it, and nothing else of the answer, which is not ours to show. */
    static String words(HttpResponseException refusal) {
        try {
            GenericJson error = GsonFactory.getDefaultInstance()
                    .fromString(String.valueOf(refusal.getContent()), GenericJson.class);
            return Stream.of("error", "error_description")
                    .map(error::get)
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .collect(Collectors.joining(": "));
        } catch (IOException | IllegalArgumentException notJson) {
            return String.valueOf(refusal.getStatusMessage());
        }
    }
}
