package dev.kenshin.source.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.config.ConfigException;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Source;
import dev.kenshin.source.Surroundings;
import dev.kenshin.source.csv.CsvSource;
import dev.kenshin.source.imap.ImapSource;
import dev.kenshin.source.jdbc.JdbcSource;
import dev.kenshin.source.json.JsonSource;
import dev.kenshin.source.sheets.SheetsSource;
import dev.kenshin.source.singer.SingerSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectorsTest {

    @Test
    void type_choosesTheConnector() {
        assertThat(open("csv")).isInstanceOf(CsvSource.class);
        assertThat(open("json")).isInstanceOf(JsonSource.class);
        assertThat(open("jdbc")).isInstanceOf(JdbcSource.class);
        assertThat(open("imap")).isInstanceOf(ImapSource.class);
        assertThat(open("sheets")).isInstanceOf(SheetsSource.class);
        assertThat(open("singer")).isInstanceOf(SingerSource.class);
    }

    @Test
    void unknownType_isExplained() {
        assertThatThrownBy(() -> open("xml"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("KEN-S01")
                .hasMessageContaining("'xml'");
    }

    private static Source open(String type) {
        return Connectors.open(
                Configured.source(
                        type,
                        Map.ofEntries(
                                Map.entry("url", "jdbc:h2:mem:${NAME}"),
                                Map.entry("spreadsheet", "1Ab"),
                                Map.entry("token", "${TOKEN}"),
                                Map.entry("host", "imap.example.co.jp"),
                                Map.entry("user", "cs"),
                                Map.entry("password", "${PASSWORD}"),
                                Map.entry("columns", "date"),
                                Map.entry("command", "tap-tickets"))),
                Surroundings.of(
                        Path.of("."),
                        ZoneId.of("Asia/Tokyo"),
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                        text -> text.replace("${NAME}", "x")));
    }
}
