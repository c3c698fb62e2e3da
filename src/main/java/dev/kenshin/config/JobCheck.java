package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks that the sources, usage and scorecards of the jobs exist, and that each scorecard has one part to play. */
record JobCheck(Configuration configuration, ReferenceCheck references, Problems problems) {

    void check() {
        configuration.jobs().values().forEach(this::check);
    }

    private void check(JobConfig job) {
        check(job.sources(), configuration.sources().keySet(), new Text("ソース", "source"));
        check(job.usage(), configuration.usage().keySet(), new Text("利用データ", "usage source"));
        List<Reference> cards = Stream.of(job.scorecards(), job.furtherScorecards(), job.shadowScorecards())
                .flatMap(List::stream)
                .toList();
        check(cards, configuration.scorecards().keySet(), new Text("スコアカード", "scorecard"));
        checkOnce(cards);
    }

    private void check(List<Reference> names, Collection<String> known, Text kind) {
        names.forEach(name -> references.check(name, known, kind));
    }

    /** What a card scored is known by its name. */
    private void checkOnce(List<Reference> cards) {
        Map<String, Reference> named = new HashMap<>();
        for (Reference card : cards) {
            Reference before = named.putIfAbsent(card.name(), card);
            if (before != null) {
                reportTwice(card, before);
            }
        }
    }

    private void reportTwice(Reference card, Reference before) {
        problems.error(
                "KEN-C60",
                card.at(),
                new Text(
                        "スコアカード「" + card.name() + "」は二度挙げられています(もう一つは " + before.at() + ")。",
                        "The scorecard '" + card.name() + "' is listed twice (first at " + before.at() + ")."),
                new Text(
                        "scorecards、further-scorecards、shadow-scorecards のうち一つだけに書いてください。",
                        "List it once, under scorecards, further-scorecards or shadow-scorecards."));
    }
}
