package dev.kenshin.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/** Runs {@code plain.sql}: what a person might write instead of using Kenshin, if a table of metrics were all they need. */
public final class PlainScript {
    private PlainScript() {}

    static Measured start(Company company, LocalDate asOf) throws IOException, InterruptedException {
        return Jvm.run(
                company.directory(),
                PlainScript.class,
                company.format().name().toLowerCase(Locale.ROOT),
                asOf.toString());
    }

    /** Where the script writes the metrics, a row an account and metric. */
    static Path result(Company company) {
        return company.directory().resolve("plain-metrics.csv");
    }

    /** Arguments: the format of the events, and the as-of date; the company's directory is the working directory. */
    public static void main(String[] arguments) throws IOException, SQLException {
        String script = script().replace("{format}", arguments[0]).replace("{as_of}", arguments[1]);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(PlainScript.class.getResourceAsStream("plain.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
