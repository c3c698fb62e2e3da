package dev.kenshin.job;

import dev.kenshin.config.Secrets;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.ops.Home;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceUnavailable;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whether the sources of a job can be read tonight: the first stream of each is asked for its first record. */
public final class Connections {
    private final NightPlan plan;
    private final Sources sources;

    /** @param home where sources remember what servers told them */
    public Connections(NightPlan plan, Home home, Secrets secrets, Clock clock) {
        this.plan = plan;
        this.sources = Sources.toLookAt(plan, home, secrets, clock);
    }

    /** For each source, by name, why it cannot be read; empty where it can. */
    public Map<String, Optional<Problem>> probe() {
        Map<String, Optional<Problem>> found = new LinkedHashMap<>();
        plan.sources().forEach(source -> found.put(source.name(), probe(source)));
        return found;
    }

    private Optional<Problem> probe(SourceConfig source) {
        try (Source open = sources.open(source)) {
            for (StreamConfig stream : source.streams().values()) {
                if (!open.skipped().containsKey(stream.name())) {
                    first(open, stream);
                    break;
                }
            }
            return Optional.empty();
        } catch (SourceUnavailable e) {
            return Optional.of(e.problem());
        }
    }

    private static void first(Source source, StreamConfig stream) throws SourceUnavailable {
        try (Extraction extraction = source.extract(stream, Optional.empty())) {
            extraction.next();
        }
    }
}
