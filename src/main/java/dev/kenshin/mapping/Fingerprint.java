package dev.kenshin.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 over all that a directory of accounts holds, whatever the order in which it was read. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(
            List<Account> sorted, Map<String, Crosswalk> crosswalks, Map<String, Map<String, String>> recordKeys) {
        Fingerprint print = new Fingerprint(sha256());
        sorted.forEach(account -> print.add("account", account.id(), account.columns()));
        new TreeMap<>(crosswalks).forEach((source, crosswalk) -> print.add("crosswalk", source, ids(crosswalk)));
        new TreeMap<>(recordKeys).forEach((stream, keys) -> print.add("keys", stream, keys));
        return HexFormat.of().formatHex(print.digest.digest());
    }

    private static Map<String, String> ids(Crosswalk crosswalk) {
        Map<String, String> ids = new TreeMap<>();
        crosswalk.entries().forEach((value, entry) -> ids.put(value, entry.accountId()));
        return ids;
    }

    private void add(String kind, String name, Map<String, String> content) {
        add(kind);
        add(name);
        add(Integer.toString(content.size()));
        new TreeMap<>(content).forEach((key, value) -> {
            add(key);
            add(value);
        });
    }

    /** With a separator that no text contains, so that neighbouring texts cannot trade letters. */
    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0xff);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
