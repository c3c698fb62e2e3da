package dev.kenshin.job;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.Step;
import org.springframework.core.task.TaskExecutor;

/** The steps of a night, in order; those at its beginning and its end run side by side. */
final class NightlyJob {
    private final Night night;
    private final Steps steps;
    private final AccountDirectories accounts;

    NightlyJob(Night night, Steps steps) {
        this.night = night;
        this.steps = steps;
        this.accounts = new AccountDirectories(night.plan(), night.warehouse(), night.log()::problem);
    }

    /**
     * The job.
     *
     * @param sources opened, by name
     * @param sideBySide runs the streams, the mappings that do not wait for each other, and the forms of publication
     */
    Job job(Map<String, Source> sources, TaskExecutor sideBySide, JobExecutionListener listener) {
        List<Step> accountsFirst = accountsFirst();
        List<CompiledMapping> linked = mappings(mapping -> !mapping.ofAccounts());
        List<Step> figures = figures();
        PublishSteps publishing = new PublishSteps(night);
        night.log().plan(extractSteps() + accountsFirst.size() + linked.size() + figures.size() + publishing.count());

        FlowBuilder<SimpleFlow> flow = new FlowBuilder<>("night");
        flow.start(extracts(sources, sideBySide));
        accountsFirst.forEach(flow::next);
        MappingRounds.of(linked).forEach(round -> flow.next(sideBySide(round, sideBySide)));
        figures.forEach(flow::next);
        publishing.forms(steps, sideBySide).ifPresent(flow::next);
        publishing.show(steps).ifPresent(flow::next);
        return new JobBuilder(night.plan().job().name(), steps.repository())
                .listener(listener)
                .start(flow.build())
                .end()
                .build();
    }

    /**
     * Every stream, and the aggregation of usage, side by side. Sources that are waited for keep nobody else waiting: each
     * goes on by itself, within its own limit.
     */
    private Flow extracts(Map<String, Source> sources, TaskExecutor sideBySide) {
        List<Flow> worked = new ArrayList<>();
        night.plan().usage().forEach(usage -> worked.add(new UsageStep(night, usage).flow(steps)));
        List<Flow> flows = new ArrayList<>();
        for (SourceConfig source : night.plan().sources()) {
            Source open = Objects.requireNonNull(sources.get(source.name()));
            List<Flow> streams = streams(source, open);
            if (open.concurrency().isEmpty()) {
                worked.addAll(streams);
            } else {
                TaskExecutor own =
                        Steps.threads(source.name(), open.concurrency().getAsInt());
                flows.add(Steps.sideBySide("extract " + source.name(), streams, own));
            }
        }
        if (!worked.isEmpty()) {
            flows.add(Steps.sideBySide("extract and aggregate", worked, sideBySide));
        }
        return Steps.sideBySide("extract", flows, Steps.threads("extract", flows.size()));
    }

    private List<Flow> streams(SourceConfig source, Source open) {
        return source.streams().values().stream()
                .map(stream -> new StreamStep(night, source, stream).flow(steps, open))
                .toList();
    }

    /** Accounts are mapped before all else, since every other row belongs to one. */
    private List<Step> accountsFirst() {
        List<Step> accountsFirst = new ArrayList<>();
        accountsFirst.add(new ModelStep(night).step(steps));
        mappings(CompiledMapping::ofAccounts).forEach(mapping -> accountsFirst.add(step(mapping)));
        accountsFirst.add(new AccountStep(night).step(steps));
        return accountsFirst;
    }

    private Flow sideBySide(List<CompiledMapping> round, TaskExecutor sideBySide) {
        String name = "map with " + round.get(0).config().name();
        return Steps.sideBySide(
                name, round.stream().map(mapping -> Steps.flow(step(mapping))).toList(), sideBySide);
    }

    private List<Step> figures() {
        return List.of(
                new UsageLinkStep(night, accounts).step(steps),
                new MappedGate(night).step(steps, judging()),
                steps.once("measure", () -> night.plan().metrics().measure(night.inTransaction(), night.asOf())),
                new ScoreStep(night).step(steps),
                new MoverStep(night).step(steps),
                new RollupStep(night).step(steps),
                new SourceStatusStep(night).step(steps),
                new ReconcileStep(night).step(steps));
    }

    /** The steps in which quality gates stand. */
    private List<String> judging() {
        List<String> judging = new ArrayList<>(List.of(MappedGate.NAME, ScoreStep.judging()));
        night.plan().usage().forEach(usage -> judging.add(UsageStep.judging(usage)));
        night.plan().sources().forEach(source -> source.streams().values().stream()
                .flatMap(StreamStep::judging)
                .forEach(judging::add));
        return judging;
    }

    private Step step(CompiledMapping mapping) {
        return new MappingStep(night, mapping, accounts).step(steps);
    }

    private List<CompiledMapping> mappings(Predicate<CompiledMapping> which) {
        return night.plan().mappings().stream().filter(which).toList();
    }

    /** A stream is extracted, then landed. */
    private int extractSteps() {
        int streams = night.plan().sources().stream()
                .mapToInt(source -> source.streams().size())
                .sum();
        return 2 * streams + night.plan().usage().size();
    }
}
