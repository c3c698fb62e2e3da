package dev.kenshin.publish;

import dev.kenshin.config.JobConfig.PublishConfig;
import dev.kenshin.config.Secrets;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks what a job says under {@code publish}. */
public final class Publications {
    private final Path home;
    private final Secrets secrets;
    private final Problems problems;

    private Publications(Path home, Secrets secrets, Problems problems) {
        this.home = home;
        this.secrets = secrets;
        this.problems = problems;
    }

    /**
     * The publications in the order in which they are configured, without those that cannot be made.
     *
     * @param home where the mart lies that has no url
     * @param secrets puts values in the place of <code>${VARIABLE}</code> in the mart's options
     * @param problems gets whatever is wrong: KEN-X01 … KEN-X06
     */
    public static List<Publication> compile(
            List<PublishConfig> configs, Path home, Secrets secrets, Problems problems) {
        Publications compiler = new Publications(home, secrets, problems);
        Set<String> seen = new HashSet<>();
        List<Publication> publications = new ArrayList<>();
        for (PublishConfig config : configs) {
            if (seen.add(config.format())) {
                compiler.publication(config).ifPresent(publications::add);
            } else {
                compiler.twice(config);
            }
        }
        return publications;
    }

    private Optional<Publication> publication(PublishConfig config) {
        return switch (config.format()) {
            case "tables" -> tables(config);
            case "workbook" -> workbook(config);
            case "mart" -> mart(config);
            default -> unknown(config);
        };
    }

    private Optional<Publication> tables(PublishConfig config) {
        allow(config, "charset");
        String name = config.options().text("charset").orElse("utf-8");
        Optional<TableCharset> charset = TableCharset.named(name);
        if (charset.isEmpty()) {
            problems.error(
                    "KEN-X03",
                    config.options().at("charset"),
                    new Text("文字コード「" + name + "」は使えません。", "unknown charset '" + name + "'."),
                    new Text("utf-8 か windows-31j を指定してください。", "Use 'utf-8' or 'windows-31j'."));
        }
        return charset.map(Publication.Tables::new);
    }

    private Optional<Publication> workbook(PublishConfig config) {
        allow(config, "language");
        String name = config.options().text("language").orElse("ja");
        Optional<Language> language = language(name);
        if (language.isEmpty()) {
            problems.error(
                    "KEN-X04",
                    config.options().at("language"),
                    new Text("言語「" + name + "」は使えません。", "unknown language '" + name + "'."),
                    new Text("ja か en を指定してください。", "Use 'ja' or 'en'."));
        }
        return language.map(Publication.Workbook::new);
    }

    private static Optional<Language> language(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "ja" -> Optional.of(Language.JA);
            case "en" -> Optional.of(Language.EN);
            default -> Optional.empty();
        };
    }

    private Optional<Publication> mart(PublishConfig config) {
        allow(config, "url", "user", "password");
        Yaml.Mapping options = config.options();
        MartDatabase database = resolved(options, "url")
                .map(url -> new MartDatabase(url, resolved(options, "user"), resolved(options, "password")))
                .orElseGet(() -> MartDatabase.in(home));
        if (!database.isSupported()) {
            problems.error(
                    "KEN-X05",
                    options.at("url"),
                    new Text(
                            "マートの url「" + database.shownUrl() + "」は使えません。",
                            "the mart cannot be written to '" + database.shownUrl() + "'."),
                    new Text(
                            "jdbc:postgresql:// か jdbc:h2: で始まる url を指定してください。",
                            "Use a url that starts with 'jdbc:postgresql://' or 'jdbc:h2:'."));
            return Optional.empty();
        }
        return Optional.of(new Publication.Mart(database));
    }

    /** The option with its secrets looked up; empty where it is absent, or where one of them is missing. */
    private Optional<String> resolved(Yaml.Mapping options, String name) {
        Problems missing = new Problems();
        Optional<Yaml> value = options.get(name);
        value.ifPresent(known -> secrets.check(known, missing));
        missing.all().forEach(problems::add);
        return missing.hasErrors() ? Optional.empty() : value.map(secrets::resolve);
    }

    private Optional<Publication> unknown(PublishConfig config) {
        problems.error(
                "KEN-X01",
                config.at(),
                new Text("公開形式「" + config.format() + "」はありません。", "unknown form '" + config.format() + "'."),
                new Text("tables, workbook, mart のどれかを指定してください。", "Use one of: tables, workbook, mart."));
        return Optional.empty();
    }

    private void twice(PublishConfig config) {
        problems.error(
                "KEN-X06",
                config.at(),
                new Text("公開形式「" + config.format() + "」が2回あります。", "'" + config.format() + "' is published twice."),
                new Text("片方を削除してください。", "Remove one of them."));
    }

    private void allow(PublishConfig config, String... allowed) {
        Set<String> known = Set.of(allowed);
        config.options().entries().keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key ->
                        unknownOption(config.format(), key, config.options().at(key), List.of(allowed)));
    }

    private void unknownOption(String format, String key, Location at, List<String> allowed) {
        String list = String.join(", ", allowed);
        problems.error(
                "KEN-X02",
                at,
                new Text(format + " に「" + key + "」という項目はありません。", "unknown option '" + key + "' of " + format + "."),
                new Text("使える項目: " + list, "Use one of: " + list + "."));
    }
}
