package dev.kenshin.job;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.JobConfig;
import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.metric.MetricPlan;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Text;
import dev.kenshin.publish.Glossary;
import dev.kenshin.publish.Publication;
import dev.kenshin.publish.PublishedTables;
import dev.kenshin.score.Scorecard;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A job whose configuration has been checked as a whole: everything a night needs to know before it begins.
 *
 * @param mappings in the order in which they run: accounts first, and none before those whose keys it links by
 * @param tables the model with the custom variables of all mappings
 * @param scorecards in order of priority
 * @param further scorecards that score an account besides
 * @param offers which streams could be read of the sources that know
 */
public record NightPlan(
        Configuration configuration,
        JobConfig job,
        List<SourceConfig> sources,
        List<UsageConfig> usage,
        List<CompiledMapping> mappings,
        Map<String, ModelTable> tables,
        MetricPlan metrics,
        List<Scorecard> scorecards,
        List<FurtherCard> further,
        List<Publication> publications,
        List<Text> offers) {

    /** What is published, with the words of this company; what is kept only is not mentioned there. */
    public PublishedTables publishedTables() {
        ModelTable account = tables.getOrDefault(Model.ACCOUNT.name(), Model.ACCOUNT);
        int own = Model.ACCOUNT.columns().size();
        return new PublishedTables(new Glossary(
                account.columns().subList(own, account.columns().size()),
                configuration.segments(),
                configuration.metrics().values(),
                Stream.concat(scorecardConfigs().stream(), configured(job.furtherScorecards()).stream())
                        .toList()));
    }

    /** The scorecards as they are configured, in order of priority. */
    List<ScorecardConfig> scorecardConfigs() {
        return configured(job.scorecards());
    }

    private List<ScorecardConfig> configured(List<Reference> cards) {
        return cards.stream()
                .map(card -> configuration.scorecards().get(card.name()))
                .toList();
    }
}
