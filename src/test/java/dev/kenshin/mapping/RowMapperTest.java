package dev.kenshin.mapping;

import static dev.kenshin.mapping.Given.account;
import static dev.kenshin.mapping.Given.answers;
import static dev.kenshin.mapping.Given.by;
import static dev.kenshin.mapping.Given.compiled;
import static dev.kenshin.mapping.Given.constant;
import static dev.kenshin.mapping.Given.directory;
import static dev.kenshin.mapping.Given.field;
import static dev.kenshin.mapping.Given.mapping;
import static dev.kenshin.mapping.Given.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kenshin.mapping.Outcome.MappedRow;
import dev.kenshin.mapping.Outcome.Rejected;
import dev.kenshin.model.Column;
import dev.kenshin.model.ColumnType;
import dev.kenshin.source.SourceRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowMapperTest {
    private static final AccountDirectory ACCOUNTS = directory(account("C0001", "株式会社山田製作所"));

    @Test
    void answer_becomesARowOfItsAccount() {
        RowMapper mapper = answers(
                constant("kind", "nps"),
                field("answered_at", "回答日"),
                field("score", "推奨度", "点数").between(0, 10).required(),
                field("role", "役割").values(Map.of("決裁者", "decision_maker")).otherwise("user"));

        MappedRow row =
                mapped(mapper, record("会社名", "㈱山田製作所", "回答日", "令和8年4月1日", "推奨度", " ", "点数", "９", "役割", "　決裁者 "));

        assertThat(row.linkedBy()).isEqualTo("name");
        assertThat(row.values())
                .containsExactly("C0001", "nps", LocalDate.of(2026, 4, 1), 9L, "decision_maker", null, null, null);
    }

    @Test
    void everyBadCell_isReportedWithItsPlace() {
        RowMapper mapper = answers(
                field("answered_at", "回答日"),
                field("score", "推奨度").between(0, 10),
                field("role", "役割").values(Map.of("決裁者", "decision_maker")));

        List<Rejection> rejections = rejected(mapper, record("会社名", "株式会社ヤマダ製作所", "回答日", "先月", "推奨度", 11L, "役割", "部長"));

        assertThat(rejections)
                .extracting(Rejection::field, Rejection::place, Rejection::value, Rejection::code)
                .containsExactly(
                        tuple("会社名", "nps.xlsx!回答!A14", "株式会社ヤマダ製作所", "KEN-P36"),
                        tuple("回答日", "nps.xlsx!回答!B14", "先月", "KEN-P44"),
                        tuple("推奨度", "nps.xlsx!回答!C14", "11", "KEN-P34"),
                        tuple("役割", "nps.xlsx!回答!D14", "部長", "KEN-P33"));
        assertThat(rejections.get(2).reason().ja()).isEqualTo("「11」は 0 から 10 までの範囲にありません。");
        assertThat(rejections.get(3).reason().en()).isEqualTo("'部長' is not a listed value. Listed: 決裁者.");
        assertThat(rejections.get(3).fix().en()).contains("config/mappings/nps.yaml:7:3");
    }

    @Test
    void valueNotListed_becomesOtherwise_butABlankStaysUnknown() {
        RowMapper mapper = answers(
                field("role", "役割").values(Map.of("決裁者", "decision_maker")).otherwise("user"));

        assertThat(mapped(mapper, record("会社名", "山田製作所", "役割", "部長")).values()).contains("user");
        assertThat(mapped(mapper, record("会社名", "山田製作所", "役割", "")).values()).doesNotContain("user");
    }

    @Test
    void blankRequiredCell_isRejectedWhereItStands() {
        RowMapper mapper = answers(field("score", "推奨度").required());

        assertThat(rejected(mapper, record("会社名", "山田製作所", "推奨度", null)))
                .singleElement()
                .satisfies(rejection -> {
                    assertThat(rejection.code()).isEqualTo("KEN-P31");
                    assertThat(rejection.place()).isEqualTo("nps.xlsx!回答!B14");
                });
    }

    @Test
    void renamedColumn_isNamedTogetherWithTheNearestOne() {
        RowMapper mapper = answers(field("score", "推奨度").required(), field("comment", "コメント"));

        assertThat(rejected(mapper, record("会社名", "山田製作所", "推奨度合い", 9L)))
                .singleElement()
                .satisfies(rejection -> {
                    assertThat(rejection.code()).isEqualTo("KEN-P32");
                    assertThat(rejection.fix().ja()).contains("「推奨度合い」");
                    assertThat(rejection.place()).isEqualTo("nps.xlsx!回答!14");
                });
    }

    @Test
    void renamedAccountColumn_isReportedAsMissing() {
        assertThat(rejected(answers(), record("会社", "山田製作所")))
                .extracting(Rejection::code)
                .containsExactly("KEN-P32");
        assertThat(rejected(answers(), record("会社名", "　")))
                .extracting(Rejection::code)
                .containsExactly("KEN-P35");
    }

    @Test
    void account_isItsOwnKey() {
        RowMapper mapper = compiled(mapping(
                "account",
                List.of(),
                List.of(field("account_id", "顧客番号"), field("name", "会社名").type("company_name")),
                List.of()));

        MappedRow row = mapped(mapper, record("顧客番号", 1001.0, "会社名", "㈱山田"));

        assertThat(row.linkedBy()).isEqualTo("key");
        assertThat(row.values()).startsWith("1001", "(株)山田");
        assertThat(rejected(mapper, record("顧客番号", "", "会社名", "山田")))
                .extracting(Rejection::code)
                .containsExactly("KEN-P31");
    }

    @Test
    void customVariables_standBehindTheTablesOwnColumns() {
        RowMapper mapper = compiled(mapping(
                "upsell",
                List.of(by("name", "会社名")),
                List.of(field("target", "目標額").type("integer")),
                List.of(field("unit_price", "単価").type("decimal"), field("remark", "備考"))));

        assertThat(mapper.customColumns())
                .extracting(Column::name, Column::type)
                .containsExactly(tuple("unit_price", ColumnType.DECIMAL), tuple("remark", ColumnType.TEXT));
        assertThat(mapper.table().columns())
                .hasSize(9)
                .endsWith(mapper.customColumns().toArray(Column[]::new));
        assertThat(mapped(mapper, record("会社名", "山田製作所", "目標額", "120万", "単価", "¥1,200", "備考", "急ぎ"))
                        .values())
                .containsExactly(
                        "C0001",
                        null,
                        new BigDecimal("1200000.0000"),
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal("1200.0000"),
                        "急ぎ");
    }

    private static MappedRow mapped(RowMapper mapper, SourceRecord record) {
        Outcome outcome = mapper.map(record, ACCOUNTS);
        assertThat(outcome).isInstanceOf(MappedRow.class);
        return (MappedRow) outcome;
    }

    private static List<Rejection> rejected(RowMapper mapper, SourceRecord record) {
        Outcome outcome = mapper.map(record, ACCOUNTS);
        assertThat(outcome).isInstanceOf(Rejected.class);
        return ((Rejected) outcome).rejections();
    }
}
