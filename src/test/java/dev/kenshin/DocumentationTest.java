package dev.kenshin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.model.Column;
import dev.kenshin.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the pages true: what the code has, they name, and what they name, there is. */
class DocumentationTest {
    private static final Path PAGES = Path.of("src/site/markdown");
    private static final Pattern CODE = Pattern.compile("KEN-[A-Z]\\d\\d");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern METRIC_ROW = Pattern.compile("(?m)^\\| `([a-z][a-z0-9_]*)` (\\|.*)$");

    private static final Pattern OPTION = Pattern.compile("`([a-z-]+)`");
    private static final Pattern OPTION_READ =
            Pattern.compile("options(?:\\(\\))?\\s*\\.(?:text|get|mapping|at)\\(\"([a-z-]+)\"\\)");

    @Test
    void problemCodes_areAllDocumented_andAllInUse() throws IOException {
        assertThat(found(CODE, PAGES.resolve("problem-codes.md"))).isEqualTo(found(CODE, Path.of("src/main")));
    }

    @Test
    void canonicalTables_areDocumentedWithTheirColumns() throws IOException {
        String page = Files.readString(PAGES.resolve("configuration.md"));
        assertThat(Model.TABLES).allSatisfy(table -> {
            Stream<Column> own = table.columns().stream().skip(1);
            String columns = own.map(column -> "`" + column.name() + "`").collect(Collectors.joining(", "));
            assertThat(page).contains("| `" + table.name() + "` | " + columns + " |");
        });
    }

    @Test
    void shippedMetrics_areDocumentedAsTheyAreComputed() throws IOException {
        Map<String, String> rows = metricRows();
        Map<String, Map<?, ?>> shipped = shippedMetrics();
        assertThat(rows.keySet()).isEqualTo(shipped.keySet());
        shipped.forEach((name, metric) -> assertThat(rows.get(name)).contains(sayings(metric)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "excel", "sheets", "imap", "jdbc", "singer"})
    void optionsOfSources_areThoseThatTheSchemaAccepts(String type) throws IOException {
        Set<String> documented = documentedOptions(type);
        if (Set.of("csv", "json", "excel").contains(type)) {
            documented.addAll(documentedOptions("Files"));
        }
        assertThat(documented).isEqualTo(acceptedOptions(type));
    }

    /** Those that are asked for by a literal name. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "excel", "sheets", "imap", "jdbc", "singer"})
    void optionsThatConnectorsRead_areAccepted(String type) throws IOException {
        Set<String> read =
                found(OPTION_READ, Path.of("src/main/java/dev/kenshin/source").resolve(type));
        assertThat(acceptedOptions(type)).containsAll(read);
        assertThat(Set.of("csv", "json", "excel"))
                .allSatisfy(files -> assertThat(acceptedOptions(files)).contains("path", "root"));
    }

    @Test
    void typesOfFields_areThoseOfTheSchemaAndOfThePage() throws IOException {
        JsonNode schema = schema("mapping.schema.json").at("/$defs/field/properties/type/enum");
        assertThat(schema.valueStream().map(JsonNode::asString)).containsExactlyInAnyOrderElementsOf(FieldType.words());
        String page = Files.readString(PAGES.resolve("configuration.md"));
        assertThat(FieldType.words())
                .allSatisfy(word -> assertThat(page).containsPattern("(?m)^\\|[^|]*`" + word + "`"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_leadSomewhere(Path page) throws IOException {
        for (String link : found(LINK, page)) {
            assertThat(page.toAbsolutePath().resolveSibling(link)).exists();
        }
    }

    static Stream<Path> pages() throws IOException {
        return Stream.concat(Stream.of(Path.of("README.md")), files(PAGES));
    }

    /** The first cells of the tables below a heading of the connectors' page. */
    private static Set<String> documentedOptions(String heading) throws IOException {
        String page = Files.readString(PAGES.resolve("connectors.md"));
        String section = page.split("(?m)^##+ " + heading + "$", 2)[1].split("(?m)^##+ ", 2)[0];
        Set<String> options = new TreeSet<>();
        for (MatchResult row : Pattern.compile("(?m)^\\| (`[^|]*)\\|")
                .matcher(section)
                .results()
                .toList()) {
            OPTION.matcher(row.group(1)).results().forEach(option -> options.add(option.group(1)));
        }
        return options;
    }

    /** Of a source and of its streams, but for those that every source has. */
    private static Set<String> acceptedOptions(String type) throws IOException {
        JsonNode definitions = schema("source.schema.json").at("/$defs");
        Set<String> options =
                new TreeSet<>(definitions.get(type).get("properties").propertyNames());
        options.removeAll(Set.of("type", "streams", "on-outage", "expect"));
        options.addAll(definitions.get(type + "Stream").get("properties").propertyNames());
        options.removeAll(Set.of("keep", "drop", "pseudonymise"));
        return options;
    }

    private static JsonNode schema(String name) throws IOException {
        return new JsonMapper()
                .readTree(Files.readString(Path.of("src/main/resources/dev/kenshin/config/schema", name)));
    }

    private static Map<String, String> metricRows() throws IOException {
        return METRIC_ROW
                .matcher(Files.readString(PAGES.resolve("metrics.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (one, other) -> one, TreeMap::new));
    }

    private static Map<String, Map<?, ?>> shippedMetrics() throws IOException {
        Map<String, Map<?, ?>> metrics = new TreeMap<>();
        for (Path file : files(Path.of("config/metrics"))
                .filter(path -> !path.toString().endsWith(".spec.yaml"))
                .toList()) {
            Map<?, ?> all = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            all.forEach((name, metric) -> metrics.put(name.toString(), (Map<?, ?>) metric));
        }
        return metrics;
    }

    /** What the row of a metric must repeat of its definition. */
    private static List<String> sayings(Map<?, ?> metric) {
        return Stream.of("value", "where", "change-of", "days-since", "unit")
                .flatMap(key -> Optional.ofNullable(metric.get(key)).stream())
                .map(value -> value.toString().strip())
                .toList();
    }

    /** What the pattern finds in a file, or in all files of a directory: its first group, or else the whole match. */
    private static Set<String> found(Pattern pattern, Path place) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files(place).toList()) {
            pattern.matcher(Files.readString(file))
                    .results()
                    .map(DocumentationTest::words)
                    .forEach(found::add);
        }
        return found;
    }

    private static String words(MatchResult match) {
        return match.groupCount() == 0 ? match.group() : match.group(1);
    }

    private static Stream<Path> files(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }
}
