package dev.kenshin.source.rest.manifest;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads the YAML (or JSON) of a manifest. */
public final class ManifestFile {
    private static final int LARGEST = 16 << 20;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(LARGEST)
            .setMaxAliasesForCollections(1000)
            .setAllowDuplicateKeys(true)
            .build();

    private ManifestFile() {}

    /**
     * The manifest in a file.
     *
     * @param at where the file is named
     * @return empty, with a problem (KEN-R01), where there is no such file or it holds no manifest
     */
    public static Optional<Manifest> read(Path file, Location at, Problems problems) {
        try {
            Object tree = new Load(SETTINGS).loadFromString(Files.readString(file));
            if (normal(tree) instanceof Map<?, ?> map
                    && (map.containsKey("streams") || map.containsKey("dynamic_streams"))) {
                return Cascade.asMap(map).map(Manifest::of);
            }
            problems.add(unusable(file, at, new Text("streams がありません", "it has no streams")));
        } catch (IOException e) {
            problems.add(unusable(file, at, new Text("ファイルを読めません", "the file cannot be read")));
        } catch (YamlEngineException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            problems.add(unusable(file, at, new Text("YAMLとして読めません: " + reason, "it is not valid YAML: " + reason)));
        } catch (StackOverflowError tooDeep) { // neither the parser nor what looks at its tree has a limit of its own
            problems.add(unusable(file, at, new Text("入れ子が深すぎます", "it is nested too deeply")));
        }
        return Optional.empty();
    }

    /** Every whole number as Long and every key as text, so that nobody after this has to ask. */
    private static @Nullable Object normal(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> normal = new LinkedHashMap<>();
            map.forEach((key, each) -> normal.put(String.valueOf(key), normal(each)));
            return normal;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> normal = new ArrayList<>(list.size());
            list.forEach(each -> normal.add(normal(each)));
            return normal;
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    private static Problem unusable(Path file, Location at, Text reason) {
        return Problem.error(
                "KEN-R01",
                at,
                new Text(
                        "マニフェスト「" + file + "」を使えません: " + reason.ja() + "。",
                        "The manifest '" + file + "' cannot be used: " + reason.en() + "."),
                new Text(
                        "コネクターの manifest.yaml の場所を manifest: に書いてください。",
                        "Write as manifest: where the connector's manifest.yaml lies."));
    }
}
