package dev.kenshin.sandbox;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The company's support desk as it would lie in Zendesk. What a ticket there has no place for is in custom fields, as
 * desks do it: the company that the form asks for, category, the time of solution, and satisfaction from 1 to 5.
 *
 * @param tickets and all others: by the time of their last change
 */
record ZendeskDesk(
        List<ZendeskItem> tickets,
        List<ZendeskItem> users,
        List<ZendeskItem> organizations,
        List<ZendeskItem> ratings) {
    static final long COMPANY_FIELD = 36_000_001;
    static final long CATEGORY_FIELD = 36_000_002;
    static final long SOLVED_FIELD = 36_000_003;
    static final long SATISFACTION_FIELD = 36_000_004;

    /** @param records of the support desk's file */
    static ZendeskDesk of(List<Map<String, @Nullable Object>> records) {
        People people = new People();
        List<ZendeskItem> tickets = new ArrayList<>();
        List<ZendeskItem> ratings = new ArrayList<>();
        for (Map<String, @Nullable Object> record : records) {
            long opened = seconds(record.get("created_at"));
            long changed = record.get("solved_at") == null ? opened : seconds(record.get("solved_at"));
            Ticket ticket = new Ticket(record, Long.parseLong(Texts.of(record.get("id"))), opened, changed);
            tickets.add(ticket.item(people));
            if (record.get("satisfaction") != null) {
                ratings.add(ticket.rating());
            }
        }
        tickets.sort(ZendeskItem.BY_CHANGE);
        return new ZendeskDesk(tickets, people.users(), people.organizations(), ratings);
    }

    private static long seconds(@Nullable Object time) {
        return OffsetDateTime.parse(Texts.of(time)).toEpochSecond();
    }

    private record Ticket(Map<String, @Nullable Object> record, long id, long opened, long changed) {

        ZendeskItem item(People people) {
            String address = text("requester.email");
            String company = text("organization.name");
            long organization = people.organization(company, changed);
            long requester = people.user(address, text("requester.name"), organization, changed);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", id);
            fields.put("external_id", null);
            fields.put(
                    "via",
                    Map.of(
                            "channel",
                            "email",
                            "source",
                            Map.of(
                                    "from",
                                    Map.of("address", address, "name", text("requester.name")),
                                    "to",
                                    Map.of(),
                                    "rel",
                                    "")));
            fields.put("created_at", Zendesk.time(opened));
            fields.put("updated_at", Zendesk.time(changed));
            fields.put("generated_timestamp", changed);
            fields.put("type", "question");
            fields.put("subject", record.get("subject"));
            fields.put("raw_subject", record.get("subject"));
            fields.put("priority", record.get("priority"));
            fields.put("status", record.get("status"));
            fields.put("requester_id", requester);
            fields.put("submitter_id", requester);
            fields.put("organization_id", organization);
            fields.put("tags", List.of());
            fields.put("custom_fields", customFields());
            fields.put(
                    "satisfaction_rating", Map.of("score", record.get("satisfaction") == null ? "unoffered" : score()));
            return new ZendeskItem(id, changed, fields);
        }

        private List<Map<String, Object>> customFields() {
            return List.of(
                    field(COMPANY_FIELD, record.get("organization.name")),
                    field(CATEGORY_FIELD, record.get("category")),
                    field(SOLVED_FIELD, record.get("solved_at")),
                    field(SATISFACTION_FIELD, record.get("satisfaction")));
        }

        private static Map<String, Object> field(long id, @Nullable Object value) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("id", id);
            field.put("value", value);
            return field;
        }

        ZendeskItem rating() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", id + 1_000_000);
            fields.put("ticket_id", id);
            fields.put("score", score());
            fields.put("created_at", Zendesk.time(changed));
            fields.put("updated_at", Zendesk.time(changed));
            return new ZendeskItem(id + 1_000_000, changed, fields);
        }

        private String score() {
            return Long.parseLong(text("satisfaction")) >= 3 ? "good" : "bad";
        }

        private String text(String field) {
            return Texts.of(record.get(field));
        }
    }

    /** Everybody who ever asked, and the organisations they wrote for; each changes with its last ticket. */
    private static final class People {
        private final Map<String, ZendeskItem> users = new LinkedHashMap<>();
        private final Map<String, ZendeskItem> organizations = new LinkedHashMap<>();

        long organization(String name, long changed) {
            long id = id(organizations, name, 7_000_001);
            organizations.merge(name, organization(id, name, changed), People::later);
            return id;
        }

        private static ZendeskItem organization(long id, String name, long changed) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", id);
            fields.put("name", name);
            fields.put("external_id", null);
            fields.put("domain_names", List.of());
            fields.put("created_at", Zendesk.time(changed));
            fields.put("updated_at", Zendesk.time(changed));
            fields.put("deleted_at", null);
            return new ZendeskItem(id, changed, fields);
        }

        long user(String address, String name, long organization, long changed) {
            long id = id(users, address, 8_000_001);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", id);
            fields.put("name", name);
            fields.put("email", address);
            fields.put("role", "end-user");
            fields.put("organization_id", organization);
            fields.put("active", true);
            fields.put("created_at", Zendesk.time(changed));
            fields.put("updated_at", Zendesk.time(changed));
            users.merge(address, new ZendeskItem(id, changed, fields), People::later);
            return id;
        }

        private static long id(Map<String, ZendeskItem> known, String name, long first) {
            ZendeskItem item = known.get(name);
            return item == null ? first + known.size() : item.id();
        }

        private static ZendeskItem later(ZendeskItem one, ZendeskItem other) {
            return other.changed() > one.changed() ? other : one;
        }

        List<ZendeskItem> users() {
            return users.values().stream().sorted(ZendeskItem.BY_CHANGE).toList();
        }

        List<ZendeskItem> organizations() {
            return organizations.values().stream().sorted(ZendeskItem.BY_CHANGE).toList();
        }
    }
}
