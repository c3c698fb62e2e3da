package dev.kenshin.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** The forms in which a secret may be met: in addresses, in JSON and XML, and in Base64, alone or among other text. */
final class SecretForms {
    /** Of Base64. Shorter pieces are met by chance. */
    private static final int SHORTEST = 8;

    private SecretForms() {}

    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        String json = secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        forms.add(json);
        forms.add(secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        addEncoded(forms, secret);
        addBase64(forms, secret);
        addBase64(forms, json);
        return forms;
    }

    /** Programs do not agree on which characters an address may hold as they are, nor on capital letters. */
    private static void addEncoded(Set<String> forms, String secret) {
        String form = URLEncoder.encode(secret, UTF_8);
        String query = form.replace("+", "%20").replace("%7E", "~");
        String component = query.replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")");
        for (String encoded : new String[] {form, query, component, query.replace("%2F", "/")}) {
            forms.add(encoded);
            forms.add(lowerCase(encoded));
            String twice = URLEncoder.encode(encoded, UTF_8); // an address within an address
            forms.add(twice);
            forms.add(twice.replace("%7E", "~"));
        }
    }

    private static String lowerCase(String encoded) {
        StringBuilder text = new StringBuilder(encoded);
        for (int at = text.indexOf("%"); at >= 0 && at + 2 < text.length(); at = text.indexOf("%", at + 1)) {
            text.setCharAt(at + 1, Character.toLowerCase(text.charAt(at + 1)));
            text.setCharAt(at + 2, Character.toLowerCase(text.charAt(at + 2)));
        }
        return text.toString();
    }

    /** Behind a user's name, say, a secret begins at any bit of a letter: only what it alone decides is looked for. */
    private static void addBase64(Set<String> forms, String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int start = before == 0 ? 0 : before + 1;
            int end = shifted.length * 8 / 6;
            if (end - start >= SHORTEST) {
                forms.add(Base64.getEncoder().encodeToString(shifted).substring(start, end));
                forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(start, end));
            }
        }
    }
}
