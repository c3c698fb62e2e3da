package dev.kenshin.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The company's project as it would lie in Backlog: each line of the work record is an issue, its kind the issue's, its
 * hours the actual hours. What an issue has no place for is in custom attributes, as spaces do it.
 *
 * @param issues in the order in which they were made
 */
record BacklogSpace(Map<String, @Nullable Object> project, List<BacklogIssue> issues) {
    static final long PROJECT = 10_001;
    private static final List<String> KINDS = List.of("コンサルティング", "導入支援", "トレーニング", "保守");

    /** An issue, and when it was made and last changed; {@code begun} is the day that it states. */
    record BacklogIssue(long id, Instant made, Instant changed, Map<String, @Nullable Object> fields) {}

    /** @param now up to which issues may have changed */
    static BacklogSpace of(List<Map<String, @Nullable Object>> work, Instant now) {
        List<BacklogIssue> issues = new ArrayList<>();
        for (Map<String, @Nullable Object> row : work) {
            issues.add(issue(issues.size() + 1, row, now));
        }
        return new BacklogSpace(
                Fields.of("id", PROJECT, "projectKey", "CS", "name", "顧客支援", "archived", false), issues);
    }

    private static BacklogIssue issue(int number, Map<String, @Nullable Object> row, Instant now) {
        Instant made = Texts.lastEvening(now, row.get("作業日"));
        String kind = Texts.of(row.get("作業区分"));
        String note = Texts.of(row.get("メモ"));
        Map<String, @Nullable Object> member = user(Texts.of(row.get("作業者")));
        Map<String, @Nullable Object> fields = Fields.of(
                "id",
                500_000L + number,
                "projectId",
                PROJECT,
                "issueKey",
                "CS-" + number,
                "keyId",
                number,
                "issueType",
                Fields.of("id", kindId(kind), "projectId", PROJECT, "name", kind),
                "summary",
                note.isEmpty() ? kind : note,
                "description",
                note,
                "resolution",
                null,
                "priority",
                Fields.of("id", 3, "name", "中"),
                "status",
                Fields.of("id", 4, "projectId", PROJECT, "name", "完了"),
                "assignee",
                member,
                "category",
                List.of(),
                "versions",
                List.of(),
                "milestone",
                List.of(),
                "startDate",
                day(row.get("作業日")),
                "dueDate",
                null,
                "estimatedHours",
                null,
                "actualHours",
                Texts.hours(row.get("作業時間")).orElse(null),
                "parentIssueId",
                null);
        fields.putAll(Fields.of(
                "createdUser", member,
                "created", made.toString(),
                "updatedUser", member,
                "updated", made.toString(),
                "customFields", List.of(attribute(1, "案件番号", row), attribute(2, "顧客名", row)),
                "attachments", List.of(),
                "sharedFiles", List.of(),
                "stars", List.of()));
        return new BacklogIssue(500_000L + number, made, made, fields);
    }

    private static long kindId(String kind) {
        return 30_001L + (KINDS.contains(kind) ? KINDS.indexOf(kind) : KINDS.size());
    }

    /** Backlog writes days as midnight in Greenwich, wherever the space is. */
    private static @Nullable Object day(@Nullable Object written) {
        String text = Texts.of(written);
        return Texts.isDate(text) ? Texts.day(text) + "T00:00:00Z" : Texts.dayOf(text);
    }

    private static @Nullable Map<String, @Nullable Object> user(String name) {
        return name.isEmpty()
                ? null
                : Fields.of(
                        "id",
                        Math.abs((long) name.hashCode()),
                        "userId",
                        Texts.login(name),
                        "name",
                        name,
                        "roleType",
                        2,
                        "lang",
                        "ja",
                        "nulabAccount",
                        null,
                        "mailAddress",
                        Texts.login(name) + "@example.jp");
    }

    private static Map<String, @Nullable Object> attribute(int id, String name, Map<String, @Nullable Object> row) {
        return Fields.of("id", 40_000 + id, "fieldTypeId", 1, "name", name, "value", row.get(name));
    }
}
