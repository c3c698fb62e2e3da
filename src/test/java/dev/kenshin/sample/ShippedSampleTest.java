package dev.kenshin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed {@code sample-data}: what the generator writes, and the story that it tells. */
class ShippedSampleTest {
    private static final Path SHIPPED = Path.of("sample-data");
    private static final String EVENTS = "'sample-data/product/events/*.parquet'";

    @Test
    void shippedFiles_areWhatTheGeneratorWrites(@TempDir Path fresh) throws IOException {
        SampleCompany.generate(SampleRequest.shipped(fresh), file -> {});

        assertThat(Fingerprints.ofContent(SHIPPED)).isEqualTo(Fingerprints.ofContent(fresh));
    }

    @Test
    void crosswalk_isThatOfTheShippedCompany() {
        assertThat(Path.of("config/crosswalks/product.csv"))
                .hasSameTextualContentAs(SHIPPED.resolve("product/tenants-crosswalk.csv"));
    }

    @Test
    void shippedFiles_areSmall() throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(8_000_000);
        }
    }

    @Test
    void crmFiles_areShiftJisWithCrlf() throws IOException {
        String accounts = Files.readString(SHIPPED.resolve("crm/accounts.csv"), Charset.forName("windows-31j"));

        assertThat(accounts).startsWith("顧客番号,会社名,").contains("株式会社").contains("\r\n");
        assertThat(accounts.lines()).hasSize(121);
    }

    @Test
    void slips_areAtTheirCells() throws IOException {
        assertSlips("surveys/nps.xlsx", "回答", Slips.ANSWERS);
        assertSlips("surveys/meetings.xlsx", "定例会議", Slips.MEETINGS);
        assertSlips("surveys/meetings.xlsx", "定性情報", Slips.OBSERVATIONS);
    }

    @Test
    void twoCustomers_shareOneName() {
        List<Account> accounts = Company.of(SampleRequest.shipped(SHIPPED)).accounts();
        CompanyName one = accounts.get(Portfolio.NAMESAKE_OF - 1).name();
        CompanyName other = accounts.get(Portfolio.NAMESAKE - 1).name();

        assertThat(other.core()).isEqualTo(one.core());
        assertThat(other.official()).isNotEqualTo(one.official());
        assertThat(other.reading()).isNotEqualTo(one.reading());
    }

    @Test
    void customersWhoLeft_usedLessAndLessBefore() throws SQLException {
        List<String> halved = query("""
                with month as (
                    select tenant_id, date_trunc('month', occurred_at) as month, count(distinct user_id) as users,
                           count(distinct event) as features
                    from %s group by all
                ), life as (
                    select tenant_id, arg_max(users, month) as last_users, max(users) as most_users,
                           arg_max(features, month) as last_features, max(features) as most_features,
                           max(month) as last_month, count(*) as months
                    from month group by all
                )
                select last_users <= 0.75 * most_users or last_features <= 0.75 * most_features
                from life where last_month < date '2026-10-01' and months >= 4
                """.formatted(EVENTS));

        assertThat(halved).hasSizeGreaterThan(5);
        // a customer with a handful of users may look lively to the end
        assertThat(halved.stream().filter("true"::equals).count()).isGreaterThan(halved.size() * 9L / 10);
    }

    @Test
    void weekends_areQuiet() throws SQLException {
        assertThat(query("select count(*) filter (dayofweek(occurred_at) in (0, 6)) < 0.1 * count(*) from " + EVENTS))
                .containsExactly("true");
    }

    private static void assertSlips(String file, String name, Map<String, String> slips) throws IOException {
        DataFormatter formatter = new DataFormatter();
        try (Workbook workbook = WorkbookFactory.create(SHIPPED.resolve(file).toFile(), null, true)) {
            Sheet sheet = workbook.getSheet(name);
            slips.forEach((cell, value) -> {
                CellReference at = new CellReference(cell);
                assertThat(formatter.formatCellValue(sheet.getRow(at.getRow()).getCell(at.getCol())))
                        .as(cell)
                        .isEqualTo(value);
            });
        }
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Warehouse warehouse = Warehouse.inMemory(List.of(SHIPPED));
                Connection connection = warehouse.connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }
}
