package dev.kenshin.job;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.JobConfig;
import dev.kenshin.config.Secrets;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.ops.Home;
import dev.kenshin.privacy.Protection;
import dev.kenshin.source.Pause;
import dev.kenshin.source.Source;
import dev.kenshin.source.Surroundings;
import dev.kenshin.source.connector.Connectors;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Opens sources as a job sees them.
 *
 * @param kept the folder of secrets that sources remember; empty where none is read or written
 * @param protection before all that is read
 */
record Sources(
        Configuration configuration,
        JobConfig job,
        Clock clock,
        Secrets secrets,
        Pause pause,
        Optional<Path> kept,
        Protection protection) {

    /**
     * Those of a job, for somebody who only looks: nothing is written but what sources must remember.
     *
     * @param home where sources remember what servers told them
     */
    static Sources toLookAt(NightPlan plan, Home home, Secrets secrets, Clock clock) {
        return new Sources(
                plan.configuration(),
                plan.job(),
                clock,
                secrets,
                Pause.real(),
                Optional.of(home.secrets()),
                Protections.toLookAt(home, plan.configuration()));
    }

    /** Connects to nobody yet. */
    Source open(SourceConfig source) {
        return protection.guard(Connectors.open(
                source,
                new Surroundings(
                        configuration.base(),
                        job.zone(),
                        clock,
                        text -> secrets.resolve(new Yaml.Scalar(text, text, source.at())),
                        pause,
                        kept)));
    }
}
