package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Reads {@code jobs/<name>.yaml}. */
final class JobReader {
    private static final String TOKYO = "Asia/Tokyo";

    private final Problems problems;

    JobReader(Problems problems) {
        this.problems = problems;
    }

    JobConfig read(ConfigTree file) {
        Section job = new Section(file.tree());
        return new JobConfig(
                file.file().name(),
                job.references("sources"),
                job.references("usage"),
                job.references("scorecards"),
                job.references("further-scorecards"),
                job.references("shadow-scorecards"),
                job.items("publish").stream().map(this::publish).toList(),
                zone(job),
                new GateReader(new LimitsReader(problems)).read(job),
                file.tree().mapping("repository"),
                KeepConfig.of(job.section("keep")),
                file.tree().mapping("watch"),
                file.file().at());
    }

    /** {@code tables}, or {@code tables: {charset: ...}}. */
    private JobConfig.PublishConfig publish(Yaml form) {
        Yaml.Mapping none = new Yaml.Mapping(Map.of(), Map.of(), form.at());
        if (form instanceof Yaml.Mapping mapping && !mapping.entries().isEmpty()) {
            String format = mapping.entries().keySet().iterator().next();
            Yaml.Mapping options = mapping.mapping(format).orElse(none);
            Charsets.check(new Section(options), problems);
            return new JobConfig.PublishConfig(format, options, form.at());
        }
        return new JobConfig.PublishConfig(form.asText().orElse(""), none, form.at());
    }

    private ZoneId zone(Section job) {
        String name = job.text("time-zone").orElse(TOKYO);
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        problems.error(
                "KEN-C08",
                job.at("time-zone"),
                new Text("タイムゾーン「" + name + "」はありません。", "There is no time zone '" + name + "'."),
                Suggestion.nearest(name, ZoneId.getAvailableZoneIds())
                        .map(zone -> Suggestion.among(name, List.of(zone)))
                        .orElse(new Text("Asia/Tokyo のように書いてください。", "Write it like Asia/Tokyo.")));
        return ZoneId.of(TOKYO);
    }
}
