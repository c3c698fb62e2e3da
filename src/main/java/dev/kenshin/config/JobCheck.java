package dev.kenshin.config;

import dev.kenshin.problem.Text;
import java.util.Collection;
import java.util.List;

/** Checks that the sources, usage and scorecards of the jobs exist. */
record JobCheck(Configuration configuration, ReferenceCheck references) {

    void check() {
        configuration.jobs().values().forEach(this::check);
    }

    private void check(JobConfig job) {
        check(job.sources(), configuration.sources().keySet(), new Text("ソース", "source"));
        check(job.usage(), configuration.usage().keySet(), new Text("利用データ", "usage source"));
        check(job.scorecards(), configuration.scorecards().keySet(), new Text("スコアカード", "scorecard"));
    }

    private void check(List<Reference> names, Collection<String> known, Text kind) {
        names.forEach(name -> references.check(name, known, kind));
    }
}
