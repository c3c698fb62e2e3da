package dev.kenshin.job;

import java.time.LocalDate;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * What identifies a night to Spring Batch: job, as-of date and revision. The configuration's hash goes along, so that a
 * night is never continued with another configuration than it began with.
 */
record NightKey(String job, LocalDate asOf, long revision) {
    private static final String CONFIGURATION = "configuration";

    JobParameters parameters(String configurationHash) {
        return new JobParametersBuilder()
                .addString("asOf", asOf.toString())
                .addLong("revision", revision)
                .addString(CONFIGURATION, configurationHash, false)
                .toJobParameters();
    }

    static String configuration(JobParameters parameters) {
        return String.valueOf(parameters.getString(CONFIGURATION));
    }

    NightKey next() {
        return new NightKey(job, asOf, revision + 1);
    }
}
