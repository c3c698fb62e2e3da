package dev.kenshin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is named where it stands, with what to do about it. */
final class BrokenMetricsTest {

    @Test
    void misspeltColumn_isFoundWithItsPlaceAndTheColumnMeant() {
        String yaml = """
                active:
                  label: Active
                  from: usage_daily
                  value: count(distinct user_di)
                """;
        assertThat(Compiled.metrics(yaml).problems())
                .containsExactly("metrics/it.yaml:4:25 KEN-M03 unknown column 'user_di' of usage_daily."
                        + " Did you mean 'user_id'?");
    }

    @Test
    void columnLikeNoOther_listsTheColumnsThereAre() {
        assertThat(Compiled.metric("from: usage_daily, value: count(xyzzy)").problems())
                .containsExactly("metrics/it.yaml:1:50 KEN-M03 unknown column 'xyzzy' of usage_daily."
                        + " Use one of: account_id, user_id, day, event, events, seconds.");
    }

    @Test
    void quotedScalar_isCountedFromBehindTheQuote() {
        assertThat(Compiled.metric("from: usage_daily, value: count(*), where: \"event = logn\"")
                        .problems())
                .containsExactly("metrics/it.yaml:1:70 KEN-M03 unknown column 'logn' of usage_daily."
                        + " Use one of: account_id, user_id, day, event, events, seconds.");
    }

    @Test
    void blockScalar_isFoundByItsLine() {
        String yaml = """
                active:
                  label: Active
                  from: usage_daily
                  value: |
                    count(*) +
                    sum(evnts)
                """;
        assertThat(Compiled.metrics(yaml).problems())
                .containsExactly(
                        "metrics/it.yaml:6 KEN-M03 unknown column 'evnts' of usage_daily. Did you mean 'events'?");
    }

    @Test
    void unfinishedExpression_saysWhatWasExpectedAndWhere() {
        assertThat(Compiled.metric("value: employees + ").problems())
                .singleElement()
                .asString()
                .isEqualTo("metrics/it.yaml:1:36 KEN-M01 cannot read the SQL: Identifier expected."
                        + " Mend the expression around this place.");
    }

    @Test
    void unbalancedParenthesis_saysWhatWasExpectedAndWhere() {
        assertThat(Compiled.metric("value: 'abs(employees'").problems())
                .containsExactly("metrics/it.yaml:1:39 KEN-M01 cannot read the SQL: Token ')' expected."
                        + " Mend the expression around this place.");
    }

    @Test
    void severalMistakes_areAllReported() {
        String yaml = """
                one: { label: One, value: foo + bar }
                two: { label: Two, from: ticket, value: subject }
                three: { label: Three, value: sum(employees) }
                """;
        assertThat(Compiled.metrics(yaml).problems())
                .extracting(problem -> problem.replaceAll("^\\S+:(\\d+:\\d+) (\\S+) .*", "$1 $2"))
                .containsExactly("1:27 KEN-M03", "1:33 KEN-M03", "2:41 KEN-M05", "3:31 KEN-M06");
    }

    @Test
    void cycle_isShownWhole() {
        String yaml = """
                a: { label: A, value: b + 1 }
                b: { label: B, value: c + 1 }
                c: { label: C, value: a + 1 }
                d: { label: D, value: a + 1 }
                """;
        assertThat(Compiled.metrics(yaml).problems())
                .containsExactly("metrics/it.yaml:1:1 KEN-M10 metrics depend on each other in a circle:"
                        + " a → b → c → a. Remove one of these references.");
    }

    @Test
    void metricOfItself_isACycle() {
        assertThat(Compiled.metric("value: it + 1").problems())
                .singleElement()
                .asString()
                .contains("it → it");
    }

    @Test
    void date_isNoMetric() {
        assertThat(Compiled.metric("value: started_on").problems())
                .singleElement()
                .asString()
                .contains("KEN-M12")
                .contains("DATE")
                .contains("as_of - column");
    }

    @Test
    void textThatIsAdded_isRejectedAsTheDatabaseWould() {
        assertThat(Compiled.metric("from: ticket, value: sum(subject)").problems())
                .singleElement()
                .asString()
                .startsWith("metrics/it.yaml:1:39 KEN-M13 the database does not accept this: No function matches");
    }

    @Test
    void valueOutsideAnAggregate_isRejectedAsTheDatabaseWould() {
        assertThat(Compiled.metric("from: ticket, value: satisfaction + count(*)")
                        .problems())
                .singleElement()
                .asString()
                .contains("KEN-M13")
                .contains("must appear in the GROUP BY clause");
    }

    @Test
    void conditionOnTheWrongType_isReportedAtTheCondition() {
        assertThat(Compiled.metric("from: ticket, value: count(*), where: satisfaction = 'good'")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("metrics/it.yaml:1:56 KEN-M13");
    }

    @Test
    void windowOnATableWithoutTime_asksForOne() {
        assertThat(Compiled.metric("from: upsell, value: count(*), window: 28d").problems())
                .containsExactly("metrics/it.yaml:1:1 KEN-M14 table 'upsell' has no date column to look at."
                        + " Give 'time:' one of: due_on.");
    }

    @Test
    void timeThatIsNoDate_asksForOne() {
        assertThat(Compiled.metric("from: ticket, value: count(*), time: subject")
                        .problems())
                .singleElement()
                .asString()
                .contains("KEN-M14")
                .contains("opened_at, closed_at");
    }

    @Test
    void timeThatDoesNotExist_isUnknown() {
        assertThat(Compiled.metric("days-since: ticket, time: closed_on").problems())
                .containsExactly("metrics/it.yaml:1:44 KEN-M03 unknown column 'closed_on' of ticket."
                        + " Did you mean 'closed_at'?");
    }

    @Test
    void changeOfAMetricWithoutWindow_isRefused() {
        String yaml = """
                all: { label: All, from: ticket, value: count(*) }
                change: { label: Change, change-of: all, as: ratio }
                """;
        assertThat(Compiled.metrics(yaml).problems())
                .singleElement()
                .asString()
                .startsWith("metrics/it.yaml:2:37 KEN-M09 metric 'all' has no window");
    }

    @Test
    void nameOfAnAccountColumn_isTaken() {
        assertThat(Compiled.metrics("unit_price: { label: Price, value: employees }\n")
                        .problems())
                .contains("metrics/it.yaml:1:1 KEN-M11 'unit_price' is the name of a column of the account."
                        + " Give it another name.");
    }

    @Test
    void numberForATextMetric_isRefused() {
        assertThat(Compiled.metric("from: contract, value: max(plan), when-none: 0")
                        .problems())
                .singleElement()
                .asString()
                .contains("KEN-M12")
                .contains("when-none");
    }

    @Test
    void queryWithOtherColumns_saysWhichItYields() {
        assertThat(Compiled.metric("sql: 'select account_id, name from account'")
                        .problems())
                .containsExactly("metrics/it.yaml:1:24 KEN-M15 the SELECT yields: account_id, name."
                        + " Make it yield account_id and value.");
    }

    @Test
    void queryOverAnUnknownTable_namesTheTableMeant() {
        assertThat(Compiled.metric("sql: 'select account_id, 1 as value from tickets'")
                        .problems())
                .containsExactly("metrics/it.yaml:1:59 KEN-M07 there is no table 'tickets'. Did you mean 'ticket'?");
    }

    @Test
    void queryWithAnUnknownColumn_isRejectedAsTheDatabaseWould() {
        assertThat(Compiled.metric("sql: 'select account_id, sum(evnts) as value from usage_daily group by account_id'")
                        .problems())
                .singleElement()
                .asString()
                .contains("KEN-M13")
                .contains("evnts");
    }

    @Test
    void conditionsOfSegmentsAndScorecards_areCheckedToo() {
        String segments = """
                size:
                  label: Size
                  classes:
                    large: { when: employes > 5 }
                  otherwise: small
                """;
        Compiled compiled = Compiled.of(
                "it: { label: It, value: employees }\n",
                segments,
                List.of(Compiled.scorecard("size = 'large' and siz = 'x'", "max(it) > 1")));
        assertThat(compiled.problems())
                .extracting(problem -> problem.replaceAll("^\\S+ (\\S+ .*'\\w+' \\w+) .*", "$1"))
                .containsExactly(
                        "KEN-M03 unknown column 'employes' of",
                        "KEN-M03 unknown column 'siz' of",
                        "KEN-M06 aggregate 'max' cannot");
    }

    @Test
    void textCannotBeDivided_norDivide() {
        for (String metric : List.of("kind", "number")) {
            String per = metric.equals("kind") ? "number" : "kind";
            Compiled compiled = Compiled.of(
                    "kind: { label: Kind, value: plan }\nnumber: { label: Number, value: employees }\n",
                    "",
                    List.of(Compiled.rate(metric, per)));
            assertThat(compiled.problems())
                    .anyMatch(problem ->
                            problem.contains("KEN-M12 '%s' cannot be divided by '%s': one of the two is a text."
                                    .formatted(metric, per)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now() > started_on",
                "current_date > started_on",
                "CURRENT_TIMESTAMP is null",
                "today() > started_on"
            })
    void clock_isRefusedInFavourOfTheAsOfDate(String expression) {
        assertThat(Compiled.metric("value: " + expression).problems())
                .singleElement()
                .asString()
                .contains("KEN-M04")
                .endsWith("Use the as-of date 'as_of'.");
    }
}
