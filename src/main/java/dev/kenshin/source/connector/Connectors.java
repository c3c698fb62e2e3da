package dev.kenshin.source.connector;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.Source;
import dev.kenshin.source.Surroundings;
import dev.kenshin.source.csv.CsvSource;
import dev.kenshin.source.excel.ExcelSource;
import dev.kenshin.source.imap.ImapSource;
import dev.kenshin.source.jdbc.JdbcSource;
import dev.kenshin.source.json.JsonSource;
import dev.kenshin.source.rest.RestSource;
import dev.kenshin.source.sheets.SheetsSource;
import dev.kenshin.source.singer.SingerSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All kinds of systems that can be read. */
public final class Connectors {
    private static final Set<String> TYPES = Set.of("csv", "json", "excel", "sheets", "imap", "jdbc", "rest", "singer");

    private Connectors() {}

    /** Whether there is a connector of this type. */
    public static boolean isKnown(String type) {
        return TYPES.contains(type);
    }

    /**
     * The source that the configuration describes. No file is opened and nobody is connected to before a stream is
     * extracted, so this also serves to check a configuration.
     *
     * @throws ConfigException with every mistake in the options of the source and its streams
     */
    public static Source open(SourceConfig config, Surroundings around) {
        Path base = around.base();
        UnaryOperator<String> secrets = around.secrets();
        return switch (config.type()) {
            case "csv" -> CsvSource.open(config, base);
            case "json" -> JsonSource.open(config, base);
            case "excel" -> ExcelSource.open(config, base, secrets);
            case "sheets" -> SheetsSource.open(config, secrets, around.pause());
            case "imap" -> ImapSource.open(config, around.zone(), secrets, around.pause());
            case "jdbc" -> JdbcSource.open(config, around.zone(), secrets);
            case "rest" -> RestSource.open(config, around);
            case "singer" -> SingerSource.open(config, base, secrets);
            default -> throw new ConfigException(List.of(unknownType(config)));
        };
    }

    private static Problem unknownType(SourceConfig config) {
        return Problem.error(
                "KEN-S01",
                config.options().at("type"),
                new Text(
                        "接続の種類「%s」はありません。".formatted(config.type()),
                        "There is no source type '%s'.".formatted(config.type())),
                new Text(
                        "csv・json・excel・sheets・imap・jdbc・rest・singer のいずれかにしてください。",
                        "Use one of: csv, json, excel, sheets, imap, jdbc, rest, singer."));
    }
}
