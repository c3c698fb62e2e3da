package dev.kenshin.source.rest.template;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the templates of the tests refer to; it is 31 October 2026, 09:08:07.123456 UTC. */
final class Given {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-31T09:08:07.123456Z"), ZoneOffset.UTC);
    static final JsonMapper JSON = new JsonMapper();

    private Given() {}

    static Variables scope() throws IOException {
        try (InputStream file = Given.class.getResourceAsStream("scope.json")) {
            return new Variables(JSON.readValue(file, new TypeReference<LinkedHashMap<String, Object>>() {}), CLOCK);
        }
    }

    static Object value(String template) throws TemplateProblem {
        return Template.of(template).value(new Variables(Map.of(), CLOCK));
    }

    static boolean holds(String template) throws TemplateProblem {
        return Template.of(template).holds(new Variables(Map.of(), CLOCK));
    }
}
