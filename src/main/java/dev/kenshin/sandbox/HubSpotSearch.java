package dev.kenshin.sandbox;

import dev.kenshin.sandbox.HubSpotPortal.HubSpotObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A search as HubSpot takes it: filters joined by and, groups of them by or, one order, and the position to go on from. */
record HubSpotSearch(JsonNode groups, JsonNode sort, List<String> properties, int limit, int after) {
    private static final int LARGEST_PAGE = 200;
    private static final int USUAL_PAGE = 10;
    private static final int MOST_RESULTS = 10_000;

    /** @throws IllegalArgumentException saying what is wrong */
    static HubSpotSearch of(String body) {
        JsonNode json;
        try {
            json = new JsonMapper().readTree(body);
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("no JSON", noJson);
        }
        int limit = json.path("limit").asInt(USUAL_PAGE);
        int after = json.path("after").asInt(0);
        if (limit < 1 || limit > LARGEST_PAGE || after < 0 || after + limit > MOST_RESULTS) {
            throw new IllegalArgumentException("limit is at most 200, and paging ends at 10000 results");
        }
        List<String> properties = json.path("properties")
                .valueStream()
                .map(property -> property.asString(""))
                .toList();
        return new HubSpotSearch(json.path("filterGroups"), json.at("/sorts/0"), properties, limit, after);
    }

    /** @throws IllegalArgumentException for an operator that does not exist */
    Map<String, @Nullable Object> page(List<HubSpotObject> objects, Function<HubSpotObject, Object> shown) {
        List<HubSpotObject> found =
                objects.stream().filter(this::matches).sorted(order()).toList();
        Map<String, @Nullable Object> page = Fields.of(
                "total", found.size(),
                "results", found.stream().skip(after).limit(limit).map(shown).toList());
        if (after + limit < found.size()) {
            page.put("paging", Fields.of("next", Fields.of("after", "" + (after + limit))));
        }
        return page;
    }

    private boolean matches(HubSpotObject object) {
        return groups.isEmpty()
                || groups.valueStream()
                        .anyMatch(
                                group -> group.path("filters").valueStream().allMatch(filter -> holds(filter, object)));
    }

    private static boolean holds(JsonNode filter, HubSpotObject object) {
        String value =
                Texts.of(object.properties().get(filter.path("propertyName").asString("")));
        String operator = filter.path("operator").asString("");
        int order = compare(value, filter.path("value").asString(""));
        boolean known = !value.isEmpty();
        return switch (operator) {
            case "EQ" -> known && order == 0;
            case "NEQ" -> known && order != 0;
            case "LT" -> known && order < 0;
            case "LTE" -> known && order <= 0;
            case "GT" -> known && order > 0;
            case "GTE" -> known && order >= 0;
            case "HAS_PROPERTY" -> known;
            case "NOT_HAS_PROPERTY" -> !known;
            default -> throw new IllegalArgumentException("operator " + operator);
        };
    }

    private Comparator<HubSpotObject> order() {
        String property = sort.path("propertyName").asString("hs_object_id");
        Comparator<HubSpotObject> order = (one, other) -> compare(
                Texts.of(one.properties().get(property)),
                Texts.of(other.properties().get(property)));
        return sort.path("direction").asString("").equals("DESCENDING") ? order.reversed() : order;
    }

    private static int compare(String one, String other) {
        String left = milliseconds(one);
        String right = milliseconds(other);
        return Texts.isNumber(left) && Texts.isNumber(right)
                ? new BigDecimal(left).compareTo(new BigDecimal(right))
                : left.compareToIgnoreCase(right);
    }

    /** Moments are compared by the milliseconds since 1970 that filters name. */
    private static String milliseconds(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z")
                ? Long.toString(Instant.parse(text).toEpochMilli())
                : text;
    }
}
