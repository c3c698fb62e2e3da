package dev.kenshin.source.rest.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kenshin.source.rest.Api;
import dev.kenshin.source.rest.Api.Answer;
import dev.kenshin.source.rest.Api.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KintoneTest {
    private static final Pattern QUERY = Pattern.compile("(.*)\\$id > (\\d+) order by \\$id asc limit (\\d+)");
    private static final String CUSTOMER = """
            {"$id": {"type": "__ID__", "value": "%1$d"}, "$revision": {"type": "__REVISION__", "value": "3"},
             "会社名": {"type": "SINGLE_LINE_TEXT", "value": "株式会社「あおば」's\\n%1$d"},
             "月額": {"type": "NUMBER", "value": "120000.50"}, "合計": {"type": "CALC", "value": "1e3"},
             "契約終了日": {"type": "DATE", "value": null},
             "担当者": {"type": "USER_SELECT", "value": [{"code": "sato", "name": "佐藤"}, {"code": "ito", "name": "伊藤"}]},
             "作成者": {"type": "CREATOR", "value": {"code": "kato", "name": "加藤"}},
             "製品": {"type": "CHECK_BOX", "value": ["基本", "分析"]},
             "履歴": {"type": "SUBTABLE", "value": [{"id": "9", "value": {"件名": {"type": "SINGLE_LINE_TEXT", "value": "初回"}}}]},
             "更新日時": {"type": "UPDATED_TIME", "value": "2026-10-%1$02dT01:23:00Z"}}""";

    private final AtomicBoolean busy = new AtomicBoolean();
    private Api api;

    @BeforeEach
    void start() throws IOException {
        api = Api.answering(this::answer);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void records_areSoughtByTheirNumbers() throws Exception {
        Shipped.Reading reading = kintone().read("records");
        assertThat(reading.keys()).containsExactly("1", "2", "3", "4", "5");
        assertThat(reading.full()).isTrue();
        assertThat(api.queries("query"))
                .containsExactly(
                        "$id > 0 order by $id asc limit 2",
                        "$id > 2 order by $id asc limit 2",
                        "$id > 4 order by $id asc limit 2");
        assertThat(api.calls()).allSatisfy(call -> {
            assertThat(call.path()).isEqualTo("/k/v1/records.json");
            assertThat(call.query()).containsEntry("app", "7");
        });
    }

    @Test
    void values_areFlat_underTheCodesOfTheirFields() throws Exception {
        assertThat(kintone().read("records").fields(0))
                .containsExactly(
                        entry("$id", "1"),
                        entry("$revision", "3"),
                        entry("会社名", "株式会社「あおば」's\n1"),
                        entry("月額", "120000.50"),
                        entry("合計", "1e3"),
                        entry("契約終了日", null),
                        entry("担当者", "佐藤, 伊藤"),
                        entry("担当者.code", "sato, ito"),
                        entry("作成者", "加藤"),
                        entry("作成者.code", "kato"),
                        entry("製品", "基本, 分析"),
                        entry(
                                "履歴",
                                "[{\"id\":\"9\",\"value\":{\"件名\":{\"type\":\"SINGLE_LINE_TEXT\",\"value\":\"初回\"}}}]"),
                        entry("更新日時", "2026-10-01T01:23:00Z"));
    }

    @Test
    void updatedRecords_goOnFromTheLastUpdate_withinTheUsersOwnCondition() throws Exception {
        Shipped kintone = kintone()
                .config("query", "状態 in (\"契約中\") or 状態 in (\"更新中\")")
                .config("guest_space_id", "12")
                .config("start_date", "2026-10-01T00:00:00Z");
        Shipped.Reading first = kintone.read("updated_records");
        assertThat(first.keys()).hasSize(5);
        assertThat(first.full()).isFalse();
        api.calls().clear();
        assertThat(kintone.at("2026-11-02T00:00:00Z")
                        .read("updated_records", first.cursor())
                        .keys())
                .containsExactly("5");
        assertThat(api.queries("query"))
                .containsExactly("(状態 in (\"契約中\") or 状態 in (\"更新中\")) and 更新日時 >= \"2026-10-05T01:21:00Z\""
                        + " and 更新日時 <= \"2026-11-02T00:00:00Z\" and $id > 0 order by $id asc limit 2");
        assertThat(api.calls().get(0).path()).isEqualTo("/k/guest/12/v1/records.json");
    }

    @Test
    void error_isTold_asKintoneSaysIt() {
        assertThat(kintone().config("api_token", "wrong").problem("records"))
                .contains("520", "GAIA_IA02", "指定したAPIトークン");
        assertThat(kintone().config("query", "状態 =").problem("records")).contains("400", "CB_VA01");
        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void tooManyCalls_areWaitedFor() throws Exception {
        busy.set(true);
        Shipped kintone = kintone();
        assertThat(kintone.read("records").keys()).hasSize(5);
        assertThat(kintone.waits).hasSize(1).allMatch(wait -> wait.compareTo(Duration.ZERO) > 0);
    }

    @Test
    void everyStream_canBeRead() {
        assertThat(kintone().offer("records")).contains("2/2 streams");
    }

    private Shipped kintone() {
        return Shipped.manifest("kintone", api)
                .config("app", "7")
                .config("api_token", "${TOKEN}")
                .config("page_size", 2L);
    }

    private Answer answer(Call call) {
        if (busy.getAndSet(false)) {
            return Answer.of(429, "");
        }
        if (!call.header("X-Cybozu-API-Token").equals(Shipped.SECRET)) {
            return error(520, "GAIA_IA02", "指定したAPIトークンは、アクセスするアプリに対応していません。");
        }
        Matcher query = QUERY.matcher(Objects.requireNonNull(call.query().get("query")));
        if (!query.matches() || query.group(1).contains("状態 =")) {
            return error(400, "CB_VA01", "入力内容が正しくありません。");
        }
        List<String> records = new ArrayList<>();
        for (int id = Integer.parseInt(query.group(2)) + 1;
                id <= 5 && records.size() < Integer.parseInt(query.group(3));
                id++) {
            if (!query.group(1).contains("10-05") || id == 5) {
                records.add(CUSTOMER.formatted(id));
            }
        }
        return Answer.json("{\"records\": [" + String.join(", ", records) + "], \"totalCount\": null}");
    }

    private static Answer error(int status, String code, String message) {
        return Answer.of(status, "{\"code\": \"%s\", \"id\": \"x1\", \"message\": \"%s\"}".formatted(code, message));
    }
}
