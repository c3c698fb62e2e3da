package dev.kenshin.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Expectation.Reaction;
import dev.kenshin.config.MetricConfig.Change.Kind;
import dev.kenshin.config.ScorecardConfig.Combine;
import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.ConfidenceCap;
import dev.kenshin.config.ScorecardConfig.Decay;
import dev.kenshin.config.ScorecardConfig.EscalationRule;
import dev.kenshin.config.ScorecardConfig.LevelChange;
import dev.kenshin.config.ScorecardConfig.Missing;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.config.ScorecardConfig.Raise;
import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.problem.Text;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Every form that configuration may take, read into its record. */
class CompleteConfigurationTest {
    private final Configuration configuration = Examples.read(Examples.folder("complete"));

    @Test
    void job_keepsItsReferencesFormsAndLimits() {
        JobConfig job = get(configuration.jobs(), "nightly");
        assertThat(job.sources()).extracting(Reference::name).containsExactly("crm", "support", "warehouse", "nps");
        assertThat(job.sources().get(1).at().toString()).endsWith("jobs/nightly.yaml:2:16");
        assertThat(job.publish())
                .extracting(JobConfig.PublishConfig::format)
                .containsExactly("tables", "workbook", "mart");
        assertThat(job.publish().get(0).options().text("charset")).hasValue("windows-31j");
        assertThat(job.publish().get(2).options().text("password")).hasValue("${MART_PASSWORD}");
        assertThat(job.furtherScorecards()).extracting(Reference::name).containsExactly("deep");
        assertThat(get(configuration.jobs(), "weekly").shadowScorecards())
                .extracting(Reference::name)
                .containsExactly("onboarding");
        assertThat(job.gates().quarantine()).isEqualTo(Limits.of(0.025, 0.5));
        assertThat(job.keep()).isEqualTo(new KeepConfig(90, 53, 60, 10, 30));
        assertThat(job.repository().flatMap(options -> options.text("url"))).hasValue("jdbc:postgresql://db/jobs");
    }

    @Test
    void job_keepsHowItIsWatched_withoutItsSecrets() {
        Yaml.Mapping watch = get(configuration.jobs(), "nightly").watch().orElseThrow();
        assertThat(watch.text("prometheus")).hasValue("/var/lib/node_exporter/kenshin.prom");
        assertThat(watch.mapping("ping").flatMap(ping -> ping.text("url"))).hasValue("https://hc-ping.com/${PING_ID}");
        assertThat(get(configuration.jobs(), "weekly").watch().flatMap(all -> all.text("ping")))
                .hasValue("https://hc-ping.com/${WEEKLY_PING_ID}");
    }

    @Test
    void jobThatSaysNoMore_getsTheDefaults() {
        JobConfig job = get(configuration.jobs(), "weekly");
        assertThat(job.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(job.gates().quarantine()).isEqualTo(Limits.of(0.05, 0.5));
        assertThat(job.keep()).isEqualTo(KeepConfig.GENEROUS);
        assertThat(job.usage()).isEmpty();
        assertThat(job.repository()).isEmpty();
        assertThat(job.publish()).allMatch(form -> form.options().entries().isEmpty());
    }

    @Test
    void source_keepsStreamsPolicyAndExpectations() {
        SourceConfig crm = get(configuration.sources(), "crm");
        assertThat(crm.type()).isEqualTo("csv");
        assertThat(crm.streams().keySet()).containsExactly("accounts", "contracts", "events");
        assertThat(get(crm.streams(), "contracts").key()).containsExactly("契約番号");
        assertThat(get(crm.streams(), "events").key()).isEmpty();
        assertThat(get(crm.streams(), "accounts").qualifiedName()).isEqualTo("crm.accounts");
        assertThat(crm.onOutage()).isEqualTo(new OutagePolicy.UseLast(Duration.ofDays(3)));
        assertThat(crm.expect())
                .isEqualTo(new Expectation(
                        Limits.of(26, 50),
                        Optional.of("更新日"),
                        Limits.blockingAbove(0.3),
                        Limits.of(0.01, 0.1),
                        Reaction.BLOCK));
        assertThat(crm.expect().freshness()).hasValue(Duration.ofHours(26));
        assertThat(get(configuration.sources(), "support").onOutage()).isEqualTo(new OutagePolicy.Fail());
        assertThat(get(configuration.sources(), "nps").expect()).isEqualTo(Expectation.none());
    }

    @Test
    void usage_keepsColumnsLinksAndLateDays() {
        UsageConfig product = get(configuration.usage(), "product");
        assertThat(product.account()).extracting(LinkConfig::by).containsExactly("account.tenant_id", "crosswalk");
        assertThat(List.of(product.user(), product.time(), product.event()))
                .containsExactly("user_id", "occurred_at", "event");
        assertThat(product.seconds()).hasValue("seconds");
        assertThat(product.lateDays()).isEqualTo(3);
        UsageConfig portal = get(configuration.usage(), "portal");
        assertThat(portal.lateDays()).isEqualTo(5);
        assertThat(portal.onOutage()).isEqualTo(new OutagePolicy.UseLast(Duration.ofHours(36)));
    }

    @Test
    void mapping_readsEveryFormOfField() {
        MappingConfig accounts = get(configuration.mappings(), "crm-accounts");
        assertThat(accounts.account()).isEmpty();
        assertThat(get(accounts.fields(), "owner").from()).containsExactly("担当者");
        assertThat(get(accounts.fields(), "account_id").required()).isTrue();
        assertThat(get(accounts.fields(), "industry").values())
                .containsExactly(Map.entry("IT", "it"), Map.entry("製造業", "manufacturing"));
        assertThat(get(accounts.fields(), "industry").otherwise()).hasValue("other");
        assertThat(get(accounts.custom(), "unit_price").label()).hasValue(new Text("単価", "Unit price"));

        MappingConfig answers = get(configuration.mappings(), "nps-answers");
        FieldConfig score = get(answers.fields(), "score");
        assertThat(score.from()).containsExactly("推奨度", "点数");
        assertThat(score.between()).hasValue(new FieldConfig.Between(0, 10));
        assertThat(get(answers.fields(), "kind").constant()).hasValue("nps");
        assertThat(answers.account())
                .extracting(LinkConfig::by)
                .containsExactly("crosswalk", "name", "email-domain", "crm.accounts");
    }

    @Test
    void metrics_takeTheFormThatTheirKeysSay() {
        MetricConfig active = get(configuration.metrics(), "active_users_28d");
        assertThat(active.description()).hasValue(new Text("使っている人の数", "How many people use it"));
        MetricConfig.Aggregate aggregate = (MetricConfig.Aggregate) active.form();
        assertThat(aggregate.value().text()).isEqualTo("count(distinct user_id)");
        assertThat(aggregate.value().at().toString()).endsWith("usage.yaml:6:10");
        assertThat(aggregate.windowDays()).hasValue(28);
        assertThat(aggregate.whenNone()).hasValue(0);
        assertThat(form("utilisation_rate")).isInstanceOf(MetricConfig.Expression.class);
        assertThat(form("usage_trend")).isInstanceOfSatisfying(MetricConfig.Change.class, change -> {
            assertThat(change.of().name()).isEqualTo("active_users_28d");
            assertThat(change.kind()).isEqualTo(Kind.RATIO);
        });
        assertThat(form("days_since_meeting"))
                .isInstanceOfSatisfying(MetricConfig.DaysSince.class, since -> assertThat(since.time())
                        .hasValueSatisfying(time -> assertThat(time.name()).isEqualTo("held_on")));
        assertThat(form("nps_decision_makers")).isInstanceOfSatisfying(MetricConfig.Nps.class, nps -> {
            assertThat(nps.atLeast()).isEqualTo(2);
            assertThat(nps.windowDays()).hasValue(365);
        });
        assertThat(form("sentiment")).isInstanceOfSatisfying(MetricConfig.Query.class, query -> assertThat(
                        query.select().text())
                .startsWith("select account_id, 'good' as value\nfrom interaction"));
    }

    @Test
    void oneWordAsLabel_servesBothLanguages() {
        assertThat(get(configuration.metrics(), "utilisation_rate").label()).isEqualTo(Text.same("活用率"));
    }

    @Test
    void segment_keepsTheOrderOfItsClasses() {
        SegmentConfig lifecycle = configuration.segments().get(0);
        assertThat(lifecycle.classes())
                .extracting(SegmentConfig.SegmentClass::name)
                .containsExactly("churned", "onboarding");
        assertThat(lifecycle.classes().get(0).label()).isEqualTo(new Text("解約済み", "Churned"));
        assertThat(lifecycle.otherwise()).isEqualTo("adoption");
    }

    @Test
    void scorecard_readsScalesMissingPoliciesAndOverrides() {
        ScorecardConfig standard = get(configuration.scorecards(), "standard");
        List<ScorecardConfig.Component> usage = standard.groups().get(0).components();
        assertThat(usage.get(0).scale())
                .isEqualTo(new Scale.Curve(
                        List.of(new Scale.Knot(0, 0), new Scale.Knot(0.2, 40), new Scale.Knot(0.8, 100))));
        assertThat(usage.get(0).missing()).isEqualTo(new Missing.LastKnown(14));
        assertThat(usage.get(0).staleAfterDays()).isEqualTo(OptionalInt.of(3));
        assertThat(usage.get(1).scale())
                .isEqualTo(new Scale.Bands(List.of(new Scale.Knot(-1, 20), new Scale.Knot(0, 60))));
        assertThat(usage.get(1).missing()).isEqualTo(new Missing.Worst());
        assertThat(standard.groups().get(1).components().get(0).scale())
                .isEqualTo(new Scale.Values(Map.of("good", 100.0, "poor", 0.0), OptionalDouble.of(50)));
        assertThat(standard.overrides())
                .extracting(OverrideRule::effect)
                .containsExactly(Effect.CAP, Effect.FLOOR, Effect.SET);
        assertThat(standard.overrides()).extracting(OverrideRule::value).containsExactly(40.0, 60.0, 0.0);
        assertThat(standard.minimumCoverage()).isEqualTo(0.6);
        assertThat(standard.levels()).extracting(ScorecardConfig.Level::from).containsExactly(0.0, 30.0, 50.0, 70.0);
    }

    @Test
    void scorecard_readsGroupsWithinGroups_agesRatesAndRanks() {
        ScorecardConfig onboarding = get(configuration.scorecards(), "deep");
        assertThat(onboarding.combine()).isEqualTo(Combine.MINIMUM);
        assertThat(onboarding.confidenceCaps()).containsExactly(new ConfidenceCap(0.7, 60), new ConfidenceCap(0.5, 40));
        assertThat(onboarding.placed())
                .extracting(PlacedComponent::group, placed -> placed.component().name())
                .containsExactly(
                        Tuple.tuple("usage", "active_users_28d"),
                        Tuple.tuple("usage/depth", "usage_rank"),
                        Tuple.tuple("usage/depth/voice", "sentiment"));
        assertThat(onboarding.placed().get(1).groupLabel()).isEqualTo(new Text("利用 / 深さ", "Usage / Depth"));
        Component users = onboarding.components().get(0);
        assertThat(users.per()).map(Reference::name).hasValue("utilisation_rate");
        assertThat(users.decay()).hasValue(new Decay(3, 30, Decay.Target.WORST));
        Component rank = onboarding.components().get(1);
        assertThat(rank.metric().name()).isEqualTo("active_users_28d");
        assertThat(rank.scale()).isInstanceOfSatisfying(Scale.Percentile.class, scale -> {
            assertThat(scale.within()).map(Reference::name).hasValue("lifecycle");
            assertThat(scale.higherIsBetter()).isTrue();
            assertThat(scale.atLeast()).isEqualTo(8);
        });
    }

    @Test
    void scorecard_readsWhatItTakesForALevelToChange_andWhatRaisesTheRisk() {
        ScorecardConfig deep = get(configuration.scorecards(), "deep");
        assertThat(deep.levelChange()).hasValue(new LevelChange(2, OptionalDouble.of(5)));
        assertThat(deep.escalations())
                .extracting(EscalationRule::name, rule -> rule.when().text())
                .containsExactly(
                        Tuple.tuple("quiet", "active_users_28d = 0"), Tuple.tuple("low", "utilisation_rate < 0.1"));
        assertThat(deep.escalations().get(0).raise())
                .isInstanceOfSatisfying(
                        Raise.To.class, to -> assertThat(to.level().name()).isEqualTo("bad"));
        assertThat(deep.escalations().get(1).raise()).isEqualTo(new Raise.By(1));
        assertThat(deep.escalations().get(0).reason()).isEqualTo(new Text("利用がない", "Nobody uses it"));
    }

    @Test
    void scorecardThatSaysNoMore_appliesToAll_andNeedsHalfOfTheData() {
        ScorecardConfig onboarding = get(configuration.scorecards(), "onboarding");
        assertThat(onboarding.appliesTo()).isEmpty();
        assertThat(onboarding.minimumCoverage()).isEqualTo(0.5);
        assertThat(onboarding.label()).isEqualTo(Text.same("onboarding"));
    }

    private MetricConfig.Form form(String metric) {
        return get(configuration.metrics(), metric).form();
    }

    private static <T> T get(Map<String, T> byName, String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }
}
