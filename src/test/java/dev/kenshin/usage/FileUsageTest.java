package dev.kenshin.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileUsageTest extends FileUsageTesting {
    @Test
    void events_becomeOneRowAnAccountUserDayAndEvent() throws Exception {
        csv(
                "a.csv",
                "t1,u1,2026-10-30 09:00:00,login,1.5\nt1,u1,2026-10-30 23:59:59.9,login,2\nt1,u1,2026-10-31,login,\n");

        UsageResult result = aggregate("csv", "*.csv");
        assertThat(result).isEqualTo(new UsageResult(1, 0, 0, 3, 0, Optional.of(AS_OF)));
        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 2 3.5000", "t1 u1 2026-10-31 login 1 -");
    }

    @Test
    void parquetCsvAndJson_agree() throws Exception {
        String rows =
                "t1,u1,2026-10-30 09:00:00,login,1.5\nt2,u2,2026-10-30 10:00:00,edit,2\nt1,u1,2026-10-30 09:30:00,login,1\n";
        csv("a.csv", rows);
        gzip("a.csv.gz", HEADER + rows);
        copy("a.csv", "a.parquet", "parquet");
        copy("a.csv", "a.json", "json");

        for (String file : List.of("csv a.csv", "csv a.csv.gz", "parquet a.parquet", "json a.json")) {
            List<String> parts = List.of(file.split(" ", -1));
            UsageResult result = aggregate(parts.get(0), parts.get(1));
            assertThat(result.events()).as(file).isEqualTo(3);
            assertThat(daily())
                    .as(file)
                    .containsExactly("t1 u1 2026-10-30 login 2 2.5000", "t2 u2 2026-10-30 edit 1 2.0000");
        }
    }

    @Test
    void unchangedFiles_areNotReadAgain() throws Exception {
        csv("a.csv", "t1,u1,2026-10-30 09:00:00,login,1\n");
        aggregate("csv", "*.csv");
        csv("b.csv", "t1,u1,2026-10-31 09:00:00,login,1\n");

        assertThat(aggregate("csv", "*.csv")).isEqualTo(new UsageResult(1, 0, 0, 1, 0, Optional.of(AS_OF)));
        assertThat(aggregate("csv", "*.csv")).isEqualTo(new UsageResult(0, 0, 0, 0, 0, Optional.of(AS_OF)));
    }

    @Test
    void sentAgain_replacesWhatItHeld_andVanished_removesIt() throws Exception {
        csv("a.csv", "t1,u1,2026-10-30 09:00:00,login,1\nt1,u2,2026-10-30 09:00:00,login,1\n");
        csv("b.csv", "t1,u1,2026-10-31 09:00:00,login,1\n");
        aggregate("csv", "*.csv");
        csv("a.csv", "t1,u1,2026-10-30 09:00:00,login,5\n");

        assertThat(aggregate("csv", "*.csv")).isEqualTo(new UsageResult(0, 1, 0, 1, 0, Optional.of(AS_OF)));
        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 1 5.0000", "t1 u1 2026-10-31 login 1 1.0000");

        Files.delete(base.resolve("events/b.csv"));
        assertThat(aggregate("csv", "*.csv"))
                .isEqualTo(new UsageResult(0, 0, 1, 0, 0, Optional.of(LocalDate.of(2026, 10, 30))));
        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 1 5.0000");
    }

    @Test
    void lateRowsInALaterFile_areAddedToTheirDay() throws Exception {
        csv("30.csv", "t1,u1,2026-10-30 09:00:00,login,1\nt1,u2,2026-10-29 09:00:00,login,1\n");
        aggregate("csv", "*.csv");
        csv("31.csv", "t1,u1,2026-10-30 22:00:00,login,2\nt1,u1,2026-10-31 09:00:00,login,1\n");
        aggregate("csv", "*.csv");

        assertThat(daily())
                .containsExactly(
                        "t1 u1 2026-10-30 login 2 3.0000",
                        "t1 u1 2026-10-31 login 1 1.0000",
                        "t1 u2 2026-10-29 login 1 1.0000");
    }

    @Test
    void severalKeysOfAnAccount_areAddedUp_andUnlinkedKeysAreLeftOut() throws Exception {
        csv("a.csv", "t1,u1,2026-10-30,login,1\nt2,u1,2026-10-30,login,1\nt3,u1,2026-10-30,login,1\n");
        aggregate("csv", "*.csv");
        try (Connection conn = warehouse.connection()) {
            assertThat(UsageLinks.keys(conn, "product")).containsExactly("t1", "t2", "t3");
            UsageLinks.replace(conn, "product", Map.of("t1", "C1", "t2", "C1"));
            assertThat(UsageTesting.rows(conn)).containsExactly("C1 u1 2026-10-30 login 2 2.0000");
            UsageLinks.replace(conn, "product", Map.of("t1", "C1", "t2", "C2"));
            assertThat(UsageTesting.rows(conn)).hasSize(2);
        }
    }

    @Test
    void daysAreThoseOfTheBusinessZone() throws Exception {
        csv("utc.csv", "t1,u1,2026-10-30T15:30:00Z,login,1\nt1,u1,2026-10-30T14:30:00Z,login,1\n");
        csv("offset.csv", "t2,u1,2026-10-30T23:30:00-05:00,login,1\n");
        csv("epoch.csv", "t3,u1,,login,1\nt3,u1,1793374200.5,login,1\nt3,u1,1793374200000,login,1\n");
        csv("local.csv", "t4,u1,2026-10-30T23:30:00,login,1\n");
        csv("named.csv", "t5,u1,2026-10-30 15:30:00 UTC,login,1\nt5,u1,2026-10-30 15:30:00+00,login,1\n");
        json("mixed.json", "2026-10-30T15:30:00Z", "2026-10-30 15:30:00", "2026-10-31T00:30:00+09:00", "2026-10-31");
        json("postgres.json", "2026-10-30 15:30:00+00", "2026-10-30 15:30:00.123456+00", "2026-10-30 15:30:00 UTC");
        json("epoch.json", "1793374200", "1793374200000", "1793374200.25", "20261030", "99999999999999999");
        aggregate("csv", "*.csv");
        assertThat(daily())
                .containsExactly(
                        "t1 u1 2026-10-30 login 1 1.0000",
                        "t1 u1 2026-10-31 login 1 1.0000",
                        "t2 u1 2026-10-31 login 1 1.0000",
                        "t3 u1 2026-10-31 login 2 2.0000",
                        "t4 u1 2026-10-30 login 1 1.0000",
                        "t5 u1 2026-10-31 login 2 2.0000");

        UsageResult json = aggregate("json", "*.json");
        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 1 1.0000", "t1 u1 2026-10-31 login 9 9.0000");
        assertThat(json.rejected()).isEqualTo(2);
    }

    @Test
    void parquetTimesOfAnyType_areTimes() throws Exception {
        List<String> times = List.of(
                "1793374200::double",
                "1793374200000::bigint",
                "1793374200.25::decimal(18, 2)",
                "'2026-10-30 15:30:00+00'",
                "'1793374200'",
                "'NaN'::double",
                "1e30::double");
        for (int i = 0; i < times.size(); i++) {
            sql("copy (select 't1' as tenant_id, 'u1' as user_id, " + times.get(i)
                    + " as occurred_at, 'login' as event, 1 as seconds) to '" + base.resolve("events/" + i + ".parquet")
                    + "' (format parquet)");
        }
        assertThat(aggregate("parquet", "*.parquet").rejected()).isEqualTo(2);
        assertThat(daily()).containsExactly("t1 u1 2026-10-31 login 5 5.0000");
    }

    @Test
    void parquetFilesWithDifferentTimeTypes_areReadTogether() throws Exception {
        csv("x.csv", "t1,u1,2026-10-30 15:30:00,login,1\n");
        copy("x.csv", "local.parquet", "parquet");
        sql(
                "copy (select tenant_id, user_id, '2026-10-30 15:30:00+00'::timestamptz as occurred_at, event, seconds from '"
                        + base.resolve("events/x.csv") + "') to '" + base.resolve("events/utc.parquet")
                        + "' (format parquet)");
        aggregate("parquet", "*.parquet");

        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 1 1.0000", "t1 u1 2026-10-31 login 1 1.0000");
    }

    @Test
    void otherColumnOrder_lineEnds_andByteOrderMark_doNotMatter() throws Exception {
        Files.writeString(
                base.resolve("events/a.csv"),
                HEADER.replace("\n", "\r\n") + "t1,u1,2026-10-30,login,1\r\nt1,u1,2026-10-30,login,1\r\n");
        Files.writeString(
                base.resolve("events/b.csv"),
                "\uFEFFevent,note,seconds,user_id,tenant_id,occurred_at\nedit,\"a, \"\"b\"\"\nc\",2,u2,t2,2026-10-31\n");
        aggregate("csv", "*.csv");

        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 2 2.0000", "t2 u2 2026-10-31 edit 1 2.0000");
    }
}
