package dev.kenshin.source.imap;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a folder was read. UIDs only grow while the folder's validity stays; when it changes, they mean other messages.
 *
 * @param validity of the UIDs, as the server tells it
 * @param uid of the last message that is kept; 0 before the first
 * @param reading which folder was read, and what was kept of it, as a fingerprint
 */
record Cursor(long validity, long uid, String reading) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):(\\d{1,18}):([0-9a-f]+)");

    /** Empty for text that another kind of source left behind. */
    static Optional<Cursor> of(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new Cursor(
                        Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    /** Where to read on from: the given cursor, or the beginning if that was of something else. */
    static Cursor after(Optional<String> last, long validity, String reading) {
        return last.flatMap(Cursor::of)
                .filter(known -> known.validity == validity && known.reading.equals(reading))
                .orElse(new Cursor(validity, 0, reading));
    }

    Cursor at(long reached) {
        return new Cursor(validity, reached, reading);
    }

    @Override
    public String toString() {
        return validity + ":" + uid + ":" + reading;
    }
}
