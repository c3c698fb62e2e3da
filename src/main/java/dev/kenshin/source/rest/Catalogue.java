package dev.kenshin.source.rest;

import dev.kenshin.config.Folder;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import dev.kenshin.source.KeptSecrets;
import dev.kenshin.source.Pause;
import dev.kenshin.source.Surroundings;
import dev.kenshin.source.http.HttpCaller;
import dev.kenshin.source.http.HttpPolicy;
import dev.kenshin.source.http.Redaction;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.ConnectorConfig;
import dev.kenshin.source.rest.manifest.Manifest;
import dev.kenshin.source.rest.manifest.ManifestFile;
import dev.kenshin.source.rest.template.Variables;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a manifest offers, seen with the configuration of one source. */
final class Catalogue {
    /** Manifests may ask for up to ten retries; how many there are is the error handler's decision. */
    private static final int ATTEMPTS = 11;

    private final SourceConfig source;
    private final RestOptions options;
    private final Variables scope;
    private final List<String> secretNames;
    private final KeptSecrets kept;
    private final Map<String, Manifest.Entry> entries = new LinkedHashMap<>();

    private Catalogue(
            SourceConfig source,
            RestOptions options,
            Manifest manifest,
            Variables scope,
            List<String> secretNames,
            KeptSecrets kept) {
        this.source = source;
        this.options = options;
        this.scope = scope;
        this.secretNames = secretNames;
        this.kept = kept;
        manifest.streams(scope).forEach(entry -> entries.putIfAbsent(entry.name(), entry));
    }

    /** Empty, with problems, where the manifest cannot be read; values that it requires and that are not there are told. */
    static Optional<Catalogue> read(SourceConfig source, Surroundings around, Problems problems) {
        RestOptions options = RestOptions.of(source, around.secrets());
        String file = source.options().text("manifest").orElse("");
        Location at = source.options().get("manifest").map(yaml -> yaml.at()).orElse(source.at());
        Optional<Manifest> manifest = new Folder(around.base()).holds(Path.of(file))
                ? ManifestFile.read(around.base().resolve(file), at, problems)
                : outside(file, around.base(), at, problems);
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        ConnectorConfig config = new ConnectorConfig(manifest.get().specification());
        Map<String, @Nullable Object> values = config.completed(options.config());
        config.missing(values)
                .forEach(name -> problems.add(
                        RestProblems.missingValue(name, source.options().at("config"))));
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put("config", values);
        return Optional.of(new Catalogue(
                source,
                options,
                manifest.get(),
                new Variables(variables, around.clock()),
                config.secrets(),
                around.kept(source.name())));
    }

    Variables scope() {
        return scope;
    }

    int concurrency() {
        return options.concurrency();
    }

    HttpCaller caller(Clock clock, Pause pause) {
        Hosts hosts = new Hosts(scope);
        entries.values().forEach(entry -> entry.component().ifPresent(hosts::add));
        Set<String> allowed = new LinkedHashSet<>(hosts.all());
        allowed.addAll(options.allowedHosts());
        HttpPolicy usual = HttpPolicy.of(allowed);
        HttpPolicy policy = new HttpPolicy(
                allowed,
                options.privateNetwork(),
                options.responseBytes(),
                usual.connect(),
                options.responseTime(),
                ATTEMPTS,
                options.patience());
        return new HttpCaller(policy, clock, pause, new Redaction(secrets()));
    }

    /** Everything that was looked up, and everything that the manifest calls a secret. */
    private Set<String> secrets() {
        Set<String> secrets = new LinkedHashSet<>(options.secrets());
        collect(scope.values().get("config"), secrets);
        return secrets;
    }

    private void collect(@Nullable Object value, Set<String> secrets) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, child) -> {
                if (secretNames.contains(String.valueOf(name)) && child instanceof String text) {
                    secrets.add(text);
                }
                collect(child, secrets);
            });
        }
    }

    /** Makes readers of the streams that the source names; those that cannot be had are skipped. */
    void compile(
            HttpCaller caller, Map<String, StreamReaders> readers, Map<String, Problem> skipped, Problems problems) {
        StreamCompiler compiler = compiler(caller);
        for (StreamConfig stream : source.streams().values()) {
            String name = stream.options().text("stream").orElse(stream.name());
            Manifest.Entry entry = entries.get(name);
            if (entry == null) {
                problems.add(RestProblems.noStream(name, entries.keySet(), stream.at()));
                continue;
            }
            try {
                readers.put(stream.name(), compiled(compiler, entry));
            } catch (Unsupported e) {
                skipped.put(stream.name(), RestProblems.unsupported(stream, name, shown(caller, e)));
            }
        }
    }

    private StreamCompiler compiler(HttpCaller caller) {
        return new StreamCompiler(caller, scope, options.responseBytes(), kept);
    }

    /** Templates quote what they were given. */
    private static Text shown(HttpCaller caller, Unsupported e) {
        return caller.redaction().of(e.what());
    }

    private static StreamReaders compiled(StreamCompiler compiler, Manifest.Entry entry) throws Unsupported {
        if (entry.component().isEmpty()) {
            throw new Unsupported(entry.obstacle().orElseThrow());
        }
        return compiler.compile(entry.component().get());
    }

    /** Which streams can be read, and why others cannot. */
    Text offer(HttpCaller caller) {
        StreamCompiler compiler = compiler(caller);
        List<String> able = new ArrayList<>();
        List<Text> unable = new ArrayList<>();
        for (Manifest.Entry entry : entries.values()) {
            try {
                compiled(compiler, entry);
                able.add(entry.name());
            } catch (Unsupported e) {
                Text why = shown(caller, e);
                unable.add(
                        new Text("  × " + entry.name() + ": " + why.ja(), "  not " + entry.name() + ": " + why.en()));
            }
        }
        return RestProblems.offer(source.name(), able, unable);
    }

    private static Optional<Manifest> outside(String file, Path base, Location at, Problems problems) {
        problems.add(RestProblems.manifestOutside(file, base, at));
        return Optional.empty();
    }
}
