package dev.kenshin.mapping;

import java.util.Map;

/**
 * An account as links find it.
 *
 * @param columns what is known of it, by column of the model table: {@code name}, {@code email_domain}, and those that
 *     links of the form {@code account.<column>} ask for; unknown ones are absent
 */
public record Account(String id, Map<String, String> columns) {

    /** The name to show; the id where no name is known. */
    String name() {
        return columns.getOrDefault("name", id);
    }
}
