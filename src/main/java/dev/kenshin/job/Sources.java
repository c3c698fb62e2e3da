package dev.kenshin.job;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.JobConfig;
import dev.kenshin.config.Secrets;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.source.Source;
import dev.kenshin.source.connector.Connectors;
import java.time.Clock;

/** Opens sources as a job sees them. */
final class Sources {
    private Sources() {}

    /** Connects to nobody yet. */
    static Source open(SourceConfig source, Configuration configuration, JobConfig job, Clock clock, Secrets secrets) {
        return Connectors.open(
                source,
                configuration.base(),
                job.zone(),
                clock,
                text -> secrets.resolve(new Yaml.Scalar(text, text, source.at())));
    }
}
