package dev.kenshin.quarantine;

/**
 * A record that was set aside, and by whom.
 *
 * @param origin {@code source.stream}, or the name of a usage source
 * @param mapping empty where the row was broken before any mapping saw it
 * @param key of the record; of a broken row, its place
 */
public record RecordId(String origin, String mapping, String key) {
    /** As {@link #joined} joins them in SQL; keys hold no control characters of this kind. */
    static final String JOINED = "origin || chr(31) || mapping || chr(31) || key";

    String joined() {
        return origin + '\u001f' + mapping + '\u001f' + key;
    }

    /** Whether the row could not be read, so that nothing of it has landed. */
    public boolean unread() {
        return mapping.isEmpty();
    }
}
