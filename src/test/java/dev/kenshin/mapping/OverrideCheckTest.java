package dev.kenshin.mapping;

import static dev.kenshin.mapping.Given.account;
import static dev.kenshin.mapping.Given.by;
import static dev.kenshin.mapping.Given.compiled;
import static dev.kenshin.mapping.Given.directory;
import static dev.kenshin.mapping.Given.field;
import static dev.kenshin.mapping.Given.mapping;
import static dev.kenshin.mapping.Given.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kenshin.mapping.Given.Field;
import dev.kenshin.mapping.Outcome.MappedRow;
import dev.kenshin.mapping.Outcome.Rejected;
import dev.kenshin.model.Model;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.SourceRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverrideCheckTest {
    private static final AccountDirectory ACCOUNTS = directory(account("C0001", "株式会社山田製作所"));
    private static final List<Field> ALL = List.of(
            field("score", "点"),
            field("level", "段階"),
            field("author", "人"),
            field("reason", "理由"),
            field("set_on", "設定日"),
            field("expires_on", "期限"));
    private static final RowMapper MAPPER =
            compiled(mapping("health_override", List.of(by("name", "会社名")), ALL, List.of()));

    @Test
    void completeRow_isAnOverride() {
        MappedRow row = (MappedRow) map("65", null, "佐藤", "理由", "2026-10-01", "2026-10-01");
        assertThat(row.values())
                .containsExactly(
                        "C0001",
                        new BigDecimal("65.0000"),
                        null,
                        "佐藤",
                        "理由",
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 10, 1));
        assertThat(map(null, "high", "佐藤", "理由", "2026-10-01", "2026-10-31")).isInstanceOf(MappedRow.class);
    }

    @Test
    void authorReasonAndDates_areMandatoryWhateverTheMappingSays() {
        assertThat(rejected(map("65", null, " ", null, null, "")))
                .extracting(Rejection::place, Rejection::code)
                .containsExactly(
                        tuple("nps.xlsx!回答!D14", "KEN-P31"),
                        tuple("nps.xlsx!回答!E14", "KEN-P31"),
                        tuple("nps.xlsx!回答!F14", "KEN-P31"),
                        tuple("nps.xlsx!回答!G14", "KEN-P31"));
    }

    @Test
    void eitherAScoreOrALevel_isNeeded() {
        assertThat(rejected(map(null, null, "佐藤", "理由", "2026-10-01", "2026-10-31")))
                .extracting(Rejection::field, Rejection::code)
                .containsExactly(tuple("点", "KEN-P38"));
        assertThat(rejected(map("65", "high", "佐藤", "理由", "2026-10-01", "2026-10-31")))
                .extracting(Rejection::field, Rejection::value, Rejection::code)
                .containsExactly(tuple("段階", "high", "KEN-P38"));
    }

    @Test
    void scoreOutsideZeroToHundred_andExpiryBeforeTheStart_areRefused() {
        assertThat(rejected(map("100.5", null, "佐藤", "理由", "2026-10-02", "2026-10-01")))
                .extracting(Rejection::place, Rejection::value, Rejection::code)
                .containsExactly(
                        tuple("nps.xlsx!回答!B14", "100.5", "KEN-P34"),
                        tuple("nps.xlsx!回答!G14", "2026-10-01", "KEN-P39"));
        assertThat(rejected(map("-1", null, "佐藤", "理由", "2026-10-01", "2026-10-01")))
                .extracting(rejection -> rejection.reason().en())
                .containsExactly("'-1' is not between 0 and 100.");
    }

    @Test
    void mappingThatLeavesSomethingOut_isAMistake() {
        Problems problems = new Problems();
        assertThat(MappingCompiler.compile(
                        mapping(
                                "health_override",
                                List.of(by("name", "会社名")),
                                List.of(field("author", "人"), field("set_on", "設定日")),
                                List.of()),
                        Model.HEALTH_OVERRIDE,
                        Given.TOKYO,
                        problems))
                .isEmpty();
        assertThat(problems.all())
                .extracting(Problem::code, problem -> problem.message().en())
                .containsExactly(
                        tuple("KEN-P12", "'expires_on' is not mapped; an override by hand needs it."),
                        tuple("KEN-P12", "'reason' is not mapped; an override by hand needs it."),
                        tuple("KEN-P12", "'score' is not mapped; an override by hand needs it."));
    }

    private static Outcome map(
            @Nullable String score,
            @Nullable String level,
            @Nullable String author,
            @Nullable String reason,
            @Nullable String setOn,
            @Nullable String expiresOn) {
        SourceRecord record = record(
                "会社名", "山田製作所", "点", score, "段階", level, "人", author, "理由", reason, "設定日", setOn, "期限", expiresOn);
        return MAPPER.map(record, ACCOUNTS);
    }

    private static List<Rejection> rejected(Outcome outcome) {
        return ((Rejected) outcome).rejections();
    }
}
