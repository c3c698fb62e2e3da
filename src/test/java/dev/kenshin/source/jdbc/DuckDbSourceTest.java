package dev.kenshin.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.Source;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A DuckDB file is read within this process, by which a query could read whatever the process may. */
class DuckDbSourceTest {
    @TempDir
    Path directory;

    private String url;

    @BeforeEach
    void create() throws Exception {
        url = "jdbc:duckdb:" + directory.resolve("x.duckdb");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table t as select 'a' as id");
        }
    }

    @Test
    void table_isRead() throws Exception {
        assertThat(Extracts.records(open("select id from t"), stream("select id from t")))
                .hasSize(1);
    }

    @Test
    @Threat(Danger.CONFIGURED_SQL)
    void otherFile_isNotRead() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret.csv"), "id\nhimitsu\n");
        String query = "select * from \"" + secret + "\"";
        assertThat(Extracts.problem(open(query), stream(query)).toString())
                .contains("KEN-S5")
                .doesNotContain("himitsu");
    }

    private Source open(String query) {
        return JdbcContractTest.open(Map.of("url", url), stream(query));
    }

    private static StreamConfig stream(String query) {
        return Configured.stream("t", List.of(), Map.of("query", query));
    }
}
