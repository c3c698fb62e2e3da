package dev.kenshin.config;

import dev.kenshin.problem.Problems;

/** Reads {@code config/usage/<name>.yaml}. */
final class UsageReader {
    private static final int LATE_DAYS = 3;

    private UsageReader() {}

    static UsageConfig read(ConfigTree file, Problems problems) {
        Section usage = new Section(file.tree());
        return new UsageConfig(
                file.file().name(),
                usage.words("type"),
                usage.mapping(),
                LinkReader.read(usage),
                usage.words("user"),
                usage.words("time"),
                usage.words("event"),
                usage.text("seconds"),
                usage.days("late").orElse(LATE_DAYS),
                SourceReader.outage(usage),
                new ExpectationReader(new LimitsReader(problems)).read(usage, true),
                file.file().at());
    }
}
