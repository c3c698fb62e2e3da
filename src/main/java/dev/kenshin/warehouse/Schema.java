package dev.kenshin.warehouse;

import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Creates what is missing in the warehouse; what is there stays. The script of usage makes schema and view of model. */
final class Schema {
    private static final List<String> SCRIPTS = List.of("landing", "stage", "usage", "metric", "score", "ops");

    private Schema() {}

    /** What it takes to build a model: landing, usage, and the model itself. */
    static void createForModel(Statement statement) throws SQLException {
        statement.execute(read("landing.sql"));
        statement.execute(read("usage.sql"));
        for (ModelTable table : Model.TABLES) {
            if (!table.equals(Model.USAGE_DAILY)) {
                statement.execute(modelTable(table));
            }
        }
    }

    static void create(Warehouse warehouse) throws SQLException {
        for (String script : SCRIPTS) {
            warehouse.execute(read(script + ".sql"));
        }
        for (ModelTable table : Model.TABLES) {
            if (!table.equals(Model.USAGE_DAILY)) {
                warehouse.execute(modelTable(table));
            }
        }
    }

    /** Beside its own columns a model row says which record it came from, and how its account was found. */
    private static String modelTable(ModelTable table) {
        return table.columns().stream()
                .map(column -> "\"" + column.name() + "\" " + column.type().sql())
                .collect(Collectors.joining(
                        ", ",
                        "create table if not exists model.\"" + table.name()
                                + "\" (mapping varchar not null, record_key varchar not null, linked_by varchar, ",
                        ")"));
    }

    private static String read(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
