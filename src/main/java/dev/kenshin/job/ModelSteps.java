package dev.kenshin.job;

import dev.kenshin.landing.LandedRecord;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** The steps that turn what has landed into the model, without extracting anything; each maps only what changed. */
final class ModelSteps {
    private static final int CHUNK = 10_000;

    private final Night night;
    private final DirectSteps steps;
    private final AccountDirectories accounts;

    ModelSteps(Night night, DirectSteps steps) {
        this.night = night;
        this.steps = steps;
        this.accounts = new AccountDirectories(night.plan(), night.warehouse(), night.log()::problem);
    }

    static int count(NightPlan plan) {
        return plan.mappings().size() + 3;
    }

    void run() {
        steps.once("model", () -> new ModelStep(night).fit());
        night.plan().mappings().stream().filter(CompiledMapping::ofAccounts).forEach(this::map);
        steps.once("accounts", () -> new AccountStep(night).settle());
        night.plan().mappings().stream()
                .filter(mapping -> !mapping.ofAccounts())
                .forEach(this::map);
        steps.once("link usage", () -> new UsageLinkStep(night, accounts).linkAll());
    }

    private void map(CompiledMapping mapping) {
        MappingStep step = new MappingStep(night, mapping, accounts);
        steps.step(step.name(), () -> map(step));
    }

    private void map(MappingStep step) throws Exception {
        MappingReader reader = new MappingReader(night, step);
        reader.open(new ExecutionContext());
        try {
            for (List<LandedRecord> chunk = next(reader); !chunk.isEmpty(); chunk = next(reader)) {
                List<LandedRecord> records = chunk;
                steps.inTransaction(() -> step.write(records));
            }
        } finally {
            reader.close();
        }
    }

    private static List<LandedRecord> next(MappingReader reader) throws Exception {
        List<LandedRecord> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK) {
            LandedRecord record = reader.read();
            if (record == null) {
                break;
            }
            chunk.add(record);
        }
        return chunk;
    }
}
