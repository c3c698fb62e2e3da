package dev.kenshin.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The company's onboarding as it would lie in Jira: each step is an issue that is due on its day and resolved when it was
 * completed. The customer's number and the step's position are in custom fields.
 */
record JiraSite(List<JiraIssue> issues) {
    static final String CUSTOMER_FIELD = "customfield_10101";
    static final String POSITION_FIELD = "customfield_10102";
    private static final int PLANNED_AHEAD = 30;

    /**
     * An issue.
     *
     * @param row as JQL sees it
     * @param fields as the API shows them
     */
    record JiraIssue(long id, String key, Map<String, @Nullable Object> row, Map<String, @Nullable Object> fields) {}

    /** @param now up to which issues may have changed */
    static JiraSite of(List<Map<String, @Nullable Object>> steps, Instant now) {
        List<JiraIssue> issues = new ArrayList<>();
        for (Map<String, @Nullable Object> step : steps) {
            issues.add(new Step(issues.size() + 1, step, now).issue());
        }
        return new JiraSite(issues);
    }

    static Map<String, @Nullable Object> project() {
        return Fields.of("id", "10000", "key", "ONB", "name", "導入", "projectTypeKey", "business", "simplified", true);
    }

    private record Step(int number, Map<String, @Nullable Object> step, Instant now) {

        JiraIssue issue() {
            Instant made = Texts.daysBefore(step.get("予定日"), PLANNED_AHEAD, now);
            String completed = Texts.of(step.get("完了日"));
            boolean done = Texts.isDate(completed);
            Instant changed = done && !Texts.evening(completed).isAfter(now) ? Texts.evening(completed) : made;
            return new JiraIssue(
                    10_000 + number, "ONB-" + number, row(made, changed, done), fields(made, changed, done));
        }

        private Map<String, @Nullable Object> row(Instant made, Instant changed, boolean done) {
            Instant resolved = done ? changed : null;
            return Fields.row(
                    "key",
                    "ONB-" + number,
                    "id",
                    Texts.of(10_000 + number),
                    "project",
                    "ONB",
                    "issuetype",
                    "タスク",
                    "status",
                    done ? "完了" : "To Do",
                    "summary",
                    step.get("ステップ"),
                    "created",
                    made,
                    "updated",
                    changed,
                    "due",
                    Texts.dayOf(step.get("予定日")),
                    "duedate",
                    Texts.dayOf(step.get("予定日")),
                    "resolved",
                    resolved,
                    "resolutiondate",
                    resolved,
                    "labels",
                    null,
                    "cf[10101]",
                    step.get("顧客番号"),
                    "cf[10102]",
                    Texts.amount(step.get("順番")).orElse(null));
        }

        private Map<String, @Nullable Object> fields(Instant made, Instant changed, boolean done) {
            return Fields.of(
                    "summary",
                    step.get("ステップ"),
                    "status",
                    status(done),
                    "priority",
                    Fields.of("name", "Medium", "id", "3"),
                    "issuetype",
                    Fields.of("id", "10001", "name", "タスク", "subtask", false),
                    "project",
                    project(),
                    "created",
                    Jira.time(made),
                    "updated",
                    Jira.time(changed),
                    "resolutiondate",
                    resolution(done),
                    "duedate",
                    text(Texts.dayOf(step.get("予定日"))),
                    "assignee",
                    null,
                    "reporter",
                    null,
                    "labels",
                    List.of(),
                    "components",
                    List.of(),
                    "timespent",
                    null,
                    CUSTOMER_FIELD,
                    step.get("顧客番号"),
                    POSITION_FIELD,
                    Texts.amount(step.get("順番")).orElse(null));
        }

        private @Nullable Object resolution(boolean done) {
            Object completed = step.get("完了日");
            return done ? Jira.time(Texts.evening(Texts.of(completed))) : Texts.dayOf(completed);
        }

        private static Map<String, @Nullable Object> status(boolean done) {
            return done
                    ? Fields.of("name", "完了", "id", "10002", "statusCategory", Fields.of("id", 3, "key", "done"))
                    : Fields.of("name", "To Do", "id", "10000", "statusCategory", Fields.of("id", 2, "key", "new"));
        }

        private static @Nullable Object text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }
}
