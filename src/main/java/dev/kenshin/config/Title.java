package dev.kenshin.config;

import dev.kenshin.problem.Text;
import tools.jackson.databind.JsonNode;

/** Titles of our schemas are written in both languages, {@code 日本語 / English}, for editors and for messages. */
final class Title {
    private static final String BETWEEN = " / ";

    private Title() {}

    static Text of(JsonNode schema) {
        String title = schema.path("title").asString("値 / value");
        int between = title.indexOf(BETWEEN);
        return new Text(title.substring(0, between), title.substring(between + BETWEEN.length()));
    }
}
