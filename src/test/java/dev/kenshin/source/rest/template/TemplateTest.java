package dev.kenshin.source.rest.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0.0",
                "False",
                "false",
                "{}",
                "[]",
                "()",
                "{{ 0 }}",
                "{{ [] }}",
                "{{ '' }}",
                "{{ 1 > 2 }}",
                "{{ {'a': 1}.get('a') - 1 }}"
            })
    void falseValues_doNotHold(String template) throws TemplateProblem {
        assertThat(Given.holds(template)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ 1 }}", "{{ 'x' }}", "{{ none }}", "no", "{{ [0] }}", "{{ ' ' }}"})
    void whatPrints_holds(String template) throws TemplateProblem {
        assertThat(Given.holds(template)).isTrue();
    }

    @Test
    void conditionOnSomethingUndefined_doesNotHold() throws TemplateProblem {
        assertThat(Given.holds("{{ {}['a']['b'] == 1 }}")).isFalse();
    }

    @Test
    void text_isNotReadAsALiteral() throws TemplateProblem {
        Variables scope = new Variables(Map.of("record", Map.of("code", "007", "n", "'x'")), Given.CLOCK);
        assertThat(Template.of("{{ record.n }}").text(scope)).isEqualTo("'x'");
        assertThat(Template.of("{{ record.n }}").value(scope)).isEqualTo("x");
        assertThat(Template.of("{{ record.code }}").value(scope)).isEqualTo("007");
    }

    @Test
    void colonAfterTheHeadOfAStatement_isAllowedAsInPython() throws TemplateProblem {
        String template =
                "{% for n in [1, 2, 3]: %}{% if n == 1: %}a{% elif n == 2: %}b{% else: %}c{% endif %}{% endfor %}";
        assertThat(Template.of(template).text(new Variables(Map.of(), Given.CLOCK)))
                .isEqualTo("abc");
    }

    @Test
    void unknownVariable_isFoundBeforeAnythingIsEvaluated() throws TemplateProblem {
        Template template = Template.of("{% set a = config %}{{ a.x or now_utc() or last_records[-1] }}");
        assertThatThrownBy(() -> template.expect(Set.of("config")))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("'last_records'");
        template.expect(Set.of("config", "last_records"));
    }

    @Test
    void constant_needsNoVariables() throws TemplateProblem {
        assertThat(Template.of("tickets").constant()).isTrue();
        assertThat(Template.of("{{ 1 }}").constant()).isFalse();
    }

    @Test
    void unknownVariable_isNamed() throws TemplateProblem {
        Template template = Template.of("{{ confg.x }}");
        assertThatThrownBy(() -> template.text(new Variables(Map.of("config", Map.of()), Given.CLOCK)))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("There is no variable 'confg' here");
    }

    @Test
    void mistake_quotesTheTemplateAndThePlace() {
        assertThatThrownBy(() -> Template.of("a {{ 1 + }}"))
                .isInstanceOfSatisfying(TemplateProblem.class, problem -> assertThat(
                                problem.why().en())
                        .isEqualTo("In the template 'a {{ 1 + }}': '}}' cannot stand at character 10."));
    }

    @Test
    void partition_standsForTheSlice_unlessItIsThere() throws TemplateProblem {
        Variables slice = new Variables(Map.of("stream_slice", Map.of("id", 1)), Given.CLOCK);
        assertThat(Template.of("{{ stream_partition.id }}").value(slice)).isEqualTo(1L);
        assertThat(Template.of("{{ stream_partition.id }}").value(slice.with("stream_partition", Map.of("id", 2))))
                .isEqualTo(2L);
    }

    @Test
    void months_areCountedByTheCalendar() throws TemplateProblem {
        assertThat(Given.value("{{ (now_utc() - duration('P1M')).strftime('%Y-%m-%d') }}"))
                .isEqualTo("2026-09-30");
        assertThat(Given.value("{{ (today_utc() - duration('P1Y')).strftime('%Y-%m-%d') }}"))
                .isEqualTo("2025-10-31");
    }

    @Test
    void today_dependsOnTheZone() throws TemplateProblem {
        assertThat(Given.value("{{ today_with_timezone('Asia/Tokyo') }}")).isEqualTo("2026-10-31");
        assertThat(Given.value("{{ today_with_timezone('Pacific/Kiritimati') }}"))
                .isEqualTo("2026-10-31");
        assertThat(Given.value("{{ today_with_timezone('Pacific/Niue') }}")).isEqualTo("2026-10-30");
    }

    @Test
    void record_canBeChangedByATemplate() throws TemplateProblem {
        Map<String, Object> record = new HashMap<>(Map.of("id", 1, "tags", new ArrayList<>(List.of("a"))));
        Variables scope = new Variables(Map.of("record", record), Given.CLOCK);
        Template.of("{% set _ = record.update({'x': 2}) %}{% set _ = record.tags.append('b') %}")
                .text(scope);
        assertThat(record).containsEntry("x", 2L).containsEntry("tags", List.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 'a' * 1000000000 }}",
                "{{ [1] * 1000000000 }}",
                "{{ 9 ** 999999 }}",
                "{{ '%9999d' % 1 }}{{ 'x'.ljust(1000000000) }}",
                "{% set a = [0] * 3000 %}{% for x in a %}{% for y in a %}{% endfor %}{% endfor %}",
                "{{ ('x' * 60) | regex_search('(x+x+)+\\\\1y') }}",
                "{% set a = ['x'] %}{% set _ = a.append(a) %}{{ a }}"
            })
    @Threat(Danger.TEMPLATE)
    void hostileTemplate_isStopped(String template) {
        assertThatThrownBy(() -> Given.value(template)).isInstanceOf(TemplateProblem.class);
    }

    @Test
    @Threat(Danger.TEMPLATE)
    void deepNesting_isAMistake() {
        assertThatThrownBy(() -> Template.of("{{ " + "(".repeat(5000) + "1" + ")".repeat(5000) + " }}"))
                .isInstanceOf(TemplateProblem.class);
        assertThatThrownBy(() -> Template.of("{{ " + "-".repeat(5000) + "1 }}")).isInstanceOf(TemplateProblem.class);
        assertThatThrownBy(() -> Template.of("{{ " + "not ".repeat(50_000) + "1 }}"))
                .isInstanceOf(TemplateProblem.class);
    }

    @Test
    @Threat(Danger.TEMPLATE)
    void javaObjects_areOutOfReach() throws TemplateProblem {
        assertThat(Given.value("{{ 'x'.getClass }}")).isEqualTo("");
        assertThat(Given.value("{{ {}.getClass }}")).isEqualTo("");
        assertThat(Given.value("{{ 'x'.getClass() }}")).isNull();
    }
}
