package dev.kenshin.model;

import static dev.kenshin.model.ColumnType.DATE;
import static dev.kenshin.model.ColumnType.DECIMAL;
import static dev.kenshin.model.ColumnType.INTEGER;
import static dev.kenshin.model.ColumnType.TEXT;
import static dev.kenshin.model.ColumnType.TIMESTAMP;

import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The canonical tables, in the order in which they are filled: accounts first, since every other row belongs to one. */
public final class Model {
    public static final ModelTable ACCOUNT = table(
            "account",
            "顧客",
            "Account",
            null,
            column("name", TEXT, "会社名", "Company"),
            column("industry", TEXT, "業種", "Industry"),
            column("owner", TEXT, "担当CSM", "Owner"),
            column("touch", TEXT, "タッチモデル", "Touch model"),
            column("plan", TEXT, "プラン", "Plan"),
            column("employees", INTEGER, "従業員数", "Employees"),
            column("region", TEXT, "地域", "Region"),
            column("email_domain", TEXT, "メールドメイン", "E-mail domain"),
            column("parent_id", TEXT, "親会社の顧客番号", "Parent account"),
            column("started_on", DATE, "利用開始日", "Customer since"));

    public static final ModelTable CONTRACT = table(
            "contract",
            "契約",
            "Contract",
            "starts_on",
            column("contract_id", TEXT, "契約番号", "Contract"),
            column("product", TEXT, "製品", "Product"),
            column("plan", TEXT, "プラン", "Plan"),
            column("starts_on", DATE, "契約開始日", "Starts on"),
            column("ends_on", DATE, "契約終了日", "Ends on"),
            column("renews_on", DATE, "更新日", "Renews on"),
            column("seats", INTEGER, "契約ライセンス数", "Contracted seats"),
            column("mrr", DECIMAL, "月額(円)", "Monthly recurring revenue"),
            column("status", TEXT, "契約状態", "Status"),
            column("churned_on", DATE, "解約日", "Churned on"),
            column("churn_reason", TEXT, "解約理由", "Reason of churn"));

    public static final ModelTable CONTACT = table(
            "contact",
            "担当者",
            "Contact",
            null,
            column("contact_id", TEXT, "連絡先番号", "Contact"),
            column("name", TEXT, "氏名", "Name"),
            column("email", TEXT, "メール", "E-mail"),
            column("role", TEXT, "役割", "Role"),
            column("department", TEXT, "部署", "Department"),
            column("since", DATE, "着任日", "In post since"),
            column("until", DATE, "離任日", "In post until"));

    public static final ModelTable APP_USER = table(
            "app_user",
            "登録ユーザー",
            "Registered user",
            "registered_on",
            column("user_id", TEXT, "ユーザーID", "User"),
            column("email", TEXT, "メール", "E-mail"),
            column("role", TEXT, "権限", "Role"),
            column("registered_on", DATE, "登録日", "Registered on"),
            column("deactivated_on", DATE, "停止日", "Deactivated on"));

    public static final ModelTable USAGE_DAILY = table(
            "usage_daily",
            "日次利用",
            "Usage by day",
            "day",
            column("user_id", TEXT, "ユーザーID", "User"),
            column("day", DATE, "日付", "Day"),
            column("event", TEXT, "操作", "Event"),
            column("events", INTEGER, "回数", "Number of events"),
            column("seconds", DECIMAL, "利用秒数", "Seconds"));

    public static final ModelTable TICKET = table(
            "ticket",
            "問い合わせ",
            "Ticket",
            "opened_at",
            column("ticket_id", TEXT, "問い合わせ番号", "Ticket"),
            column("opened_at", TIMESTAMP, "受付日時", "Opened at"),
            column("closed_at", TIMESTAMP, "完了日時", "Closed at"),
            column("status", TEXT, "状態", "Status"),
            column("priority", TEXT, "優先度", "Priority"),
            column("category", TEXT, "分類", "Category"),
            column("subject", TEXT, "件名", "Subject"),
            column("requester_email", TEXT, "依頼者メール", "Requester"),
            column("satisfaction", INTEGER, "満足度", "Satisfaction"));

    public static final ModelTable PROJECT_WORK = table(
            "project_work",
            "コンサルティング作業",
            "Project work",
            "worked_on",
            column("project_id", TEXT, "案件番号", "Project"),
            column("worked_on", DATE, "作業日", "Worked on"),
            column("hours", DECIMAL, "時間", "Hours"),
            column("kind", TEXT, "作業区分", "Kind"),
            column("member", TEXT, "作業者", "Member"),
            column("note", TEXT, "メモ", "Note"));

    public static final ModelTable SURVEY_RESPONSE = table(
            "survey_response",
            "アンケート回答",
            "Survey response",
            "answered_at",
            column("kind", TEXT, "調査", "Survey"),
            column("answered_at", DATE, "回答日", "Answered on"),
            column("score", INTEGER, "評点", "Score"),
            column("role", TEXT, "役割", "Role"),
            column("respondent", TEXT, "回答者", "Respondent"),
            column("touchpoint", TEXT, "接点", "Touchpoint"),
            column("comment", TEXT, "コメント", "Comment"));

    public static final ModelTable UPSELL = table(
            "upsell",
            "アップセル",
            "Upsell",
            null,
            column("product", TEXT, "提案商品", "Product"),
            column("target", DECIMAL, "目標額", "Target"),
            column("forecast", DECIMAL, "見込額", "Forecast"),
            column("due_on", DATE, "期限", "Due on"),
            column("status", TEXT, "状況", "Status"),
            column("note", TEXT, "メモ", "Note"));

    public static final ModelTable INTERACTION = table(
            "interaction",
            "接点",
            "Interaction",
            "held_on",
            column("kind", TEXT, "種別", "Kind"),
            column("held_on", DATE, "実施日", "Held on"),
            column("minutes", DECIMAL, "所要時間(分)", "Minutes"),
            column("attendees", INTEGER, "参加人数", "Attendees"),
            column("subject", TEXT, "議題", "Subject"),
            column("note", TEXT, "メモ", "Note"));

    public static final ModelTable ONBOARDING_STEP = table(
            "onboarding_step",
            "導入ステップ",
            "Onboarding step",
            null,
            column("step", TEXT, "ステップ", "Step"),
            column("position", INTEGER, "順番", "Position"),
            column("due_on", DATE, "予定日", "Due on"),
            column("completed_on", DATE, "完了日", "Completed on"));

    public static final ModelTable QUALITATIVE_EVENT = table(
            "qualitative_event",
            "定性情報",
            "Qualitative event",
            "noticed_on",
            column("kind", TEXT, "種別", "Kind"),
            column("noticed_on", DATE, "把握日", "Noticed on"),
            column("ended_on", DATE, "解消日", "Ended on"),
            column("note", TEXT, "内容", "Note"),
            column("reported_by", TEXT, "報告者", "Reported by"));

    public static final ModelTable MESSAGE = table(
            "message",
            "メール",
            "Message",
            "sent_at",
            column("sent_at", TIMESTAMP, "送信日時", "Sent at"),
            column("sender", TEXT, "差出人", "Sender"),
            column("subject", TEXT, "件名", "Subject"),
            column("body", TEXT, "本文", "Body"));

    public static final ModelTable ACTION = table(
            "action",
            "CS活動",
            "Action",
            "done_on",
            column("kind", TEXT, "種別", "Kind"),
            column("done_on", DATE, "実施日", "Done on"),
            column("owner", TEXT, "担当CSM", "Owner"),
            column("outcome", TEXT, "結果", "Outcome"),
            column("note", TEXT, "メモ", "Note"));

    public static final ModelTable HEALTH_OVERRIDE = table(
            "health_override",
            "手動の上書き",
            "Manual override",
            "set_on",
            column("score", DECIMAL, "健康度", "Health"),
            column("level", TEXT, "危険度", "Level"),
            column("author", TEXT, "決めた人", "Author"),
            column("reason", TEXT, "理由", "Reason"),
            column("set_on", DATE, "設定日", "Set on"),
            column("expires_on", DATE, "期限", "Expires on"));

    /** Every table, in the order in which they are filled. */
    public static final List<ModelTable> TABLES = List.of(
            ACCOUNT,
            CONTRACT,
            CONTACT,
            APP_USER,
            USAGE_DAILY,
            TICKET,
            PROJECT_WORK,
            SURVEY_RESPONSE,
            UPSELL,
            INTERACTION,
            ONBOARDING_STEP,
            QUALITATIVE_EVENT,
            MESSAGE,
            ACTION,
            HEALTH_OVERRIDE);

    private static final Map<String, ModelTable> BY_NAME =
            TABLES.stream().collect(Collectors.toUnmodifiableMap(ModelTable::name, Function.identity()));

    private Model() {}

    public static Optional<ModelTable> table(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static ModelTable table(String name, String ja, String en, @Nullable String time, Column... own) {
        List<Column> columns = new ArrayList<>();
        columns.add(column("account_id", TEXT, "顧客番号", "Account"));
        columns.addAll(List.of(own));
        return new ModelTable(name, new Text(ja, en), List.copyOf(columns), Optional.ofNullable(time));
    }

    private static Column column(String name, ColumnType type, String ja, String en) {
        return new Column(name, type, new Text(ja, en));
    }
}
