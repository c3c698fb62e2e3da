package dev.kenshin.sandbox;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket, user, organisation or rating.
 *
 * @param changed when it last changed, in seconds since 1970
 * @param fields as the API shows them
 */
record ZendeskItem(long id, long changed, Map<String, Object> fields) {
    static final Comparator<ZendeskItem> BY_CHANGE =
            Comparator.comparingLong(ZendeskItem::changed).thenComparingLong(ZendeskItem::id);

    /** Where an export stands: changes come by time, those of the same second by id. */
    record Position(long changed, long id) {
        static Optional<Position> read(String text) {
            String[] both = text.split("\\.0\\|\\|", 2);
            return both.length == 2 && both[0].matches("\\d{1,18}") && both[1].matches("\\d{1,18}")
                    ? Optional.of(new Position(Long.parseLong(both[0]), Long.parseLong(both[1])))
                    : Optional.empty();
        }
    }

    String position() {
        return changed + ".0||" + id;
    }

    boolean isAfter(Position position) {
        return changed > position.changed() || (changed == position.changed() && id > position.id());
    }
}
