package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Secrets;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.privacy.ByteSearch;
import dev.kenshin.privacy.Found;
import dev.kenshin.privacy.Found.Fate;
import dev.kenshin.publish.MartDatabase;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who asked to be forgotten: found in every corner of a home, taken out, and kept out. */
@Threat(Danger.PERSONAL_DATA)
class ForgottenPersonTest {
    private static final String ADDRESS = "taro.yamada@aoba.example";
    private static final String EARLIER = "t.yamada@aoba.example";
    private static final Set<String> ALL = Set.of(ADDRESS, EARLIER, "p-user-777");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-02T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    @Test
    void personIsFoundTakenOutAndKeptOut() throws Exception {
        TestCompany company = company();
        assertThat(company.run(TestCompany.SATURDAY)).isIn(ExitCode.DONE, ExitCode.WARNINGS);
        company.change("files/users.csv", text -> text.replace(EARLIER, "Taro.Yamada@Aoba.example"));
        assertThat(company.runAgain(TestCompany.SATURDAY)).isIn(ExitCode.DONE, ExitCode.WARNINGS);
        assertThat(filesWith(company)).anyMatch(file -> file.endsWith("quarantine.csv"));
        assertThat(company.rows(
                        "select requester_email from model.ticket where ticket_id in ('T90', 'T92') order by all"))
                .allMatch(address -> address.matches("p-[0-9a-f]{32}@aoba.example"))
                .doesNotHaveDuplicates();
        assertThat(company.rows("select body from landing.record where body like '%青木%' or body like '%jiro%'"))
                .as("dropped, or pseudonymised")
                .isEmpty();

        ForgetResult look = forget(company, false);
        assertThat(look.known()).containsExactly("email " + EARLIER, "email " + ADDRESS, "user p-user-777");
        List<Found> would = look.found();
        assertThat(would)
                .extracting(Found::place)
                .contains("landing.record product.users", "usage.daily", "model.ticket");
        assertThat(filesWith(company)).as("a look changes nothing").isNotEmpty();
        assertThat(company.home.directory().resolve("forgotten.json")).doesNotExist();
        assertThat(would)
                .as("T90, though its requester is a pseudonym")
                .contains(new Found("model.ticket", Fate.REMOVED, 1));

        Path mart = company.home.directory().resolve("mart.mv.db");
        Files.setPosixFilePermissions(mart, PosixFilePermissions.fromString("rw-r-----"));
        ForgetResult result = forget(company, true);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mart)))
                .isEqualTo("rw-r-----");
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(result.left()).isEmpty();
        assertThat(result.found()).containsExactlyInAnyOrderElementsOf(would);
        assertNothingIsLeft(company);
        assertThat(forget(company, false).found())
                .as("forgotten once is forgotten")
                .isEmpty();
        assertThat(company.rows("select name from model.account")).contains("株式会社あおば");
        assertThat(company.rows("select json_extract_string(body, '$.担当') from landing.record where key = 'C2'"
                        + " and stream = 'crm.accounts'"))
                .containsExactly("鈴木 <***>");

        company.append("files/events/2026-10-31.csv", "t-1,p-user-777,2026-10-31T10:00:00,login\n");
        assertThat(company.run(TestCompany.SUNDAY)).isIn(ExitCode.DONE, ExitCode.WARNINGS);
        assertThat(company.count("aggregate product", "suppressed")).isEqualTo(1);
        assertThat(company.count("extract product.users", "suppressed")).isEqualTo(1);
        assertThat(company.count("extract support.tickets", "suppressed")).isEqualTo(1);
        assertThat(company.count("land crm.accounts", "changed")).isZero();
        assertNothingIsLeft(company);

        assertThat(runner(company).entries()).singleElement().satisfies(entry -> assertThat(entry.hashes())
                .hasSizeGreaterThanOrEqualTo(3));
        assertThat(runner(company).lift(1)).contains(true);
        assertThat(company.rows("select definition from usage.part"))
                .as("is aggregated anew")
                .containsOnly("");
    }

    private static ForgetRunner runner(TestCompany company) {
        return new ForgetRunner(company.plan(), company.home, NOW, new Secrets(Map.of()));
    }

    private static ForgetResult forget(TestCompany company, boolean keep) throws Exception {
        return runner(company).run(new ForgetRequest(List.of("TARO.Yamada@aoba.example"), List.of(), List.of(), keep));
    }

    /** In no byte of a file, and in no text of a table, since databases compress theirs. */
    private static void assertNothingIsLeft(TestCompany company) throws Exception {
        assertThat(filesWith(company)).isEmpty();
        try (Warehouse warehouse = Warehouse.readOnly(company.home.warehouse());
                Connection connection = warehouse.connection()) {
            for (String table : Query.list(
                    connection,
                    row -> row.getString(1),
                    "select schema_name || '.' || table_name from duckdb_tables()")) {
                assertThat(Query.list(connection, row -> row.getString(1), "select t::varchar from " + table + " t"))
                        .allSatisfy(row -> assertThat(row)
                                .doesNotContainIgnoringCase("yamada")
                                .doesNotContain("p-user-777"));
            }
        }
        try (Connection mart = MartDatabase.in(company.home.directory()).open();
                Statement statement = mart.createStatement();
                ResultSet rows =
                        statement.executeQuery("select \"value\" from quarantine where \"value\" like '%amada%'")) {
            assertThat(rows.next()).isFalse();
        }
    }

    private static List<String> filesWith(TestCompany company) throws IOException {
        ByteSearch search = new ByteSearch(ALL);
        List<String> found = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(company.home.directory())) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (search.isIn(file)) {
                    found.add(file.toString());
                }
            }
        }
        return found;
    }

    /** The person is a user, opened a ticket, stands in a field of an account, and made a typing mistake. */
    private TestCompany company() throws IOException, SQLException {
        TestCompany company = TestCompany.in(directory);
        Files.writeString(company.file("files/users.csv"), """
                user,tenant,email,name
                p-user-777,t-1,t.yamada@aoba.example,山田太郎
                u-1,t-1,hanako@aoba.example,青木花子
                """);
        Files.writeString(company.file("config/sources/product.yaml"), """
                type: csv
                streams:
                  users: { path: files/users.csv, key: [user], drop: [name] }
                """);
        Files.writeString(company.file("config/mappings/app_user.yaml"), """
                from: product.users
                to: app_user
                account: { by: account.tenant_id, from: tenant }
                fields:
                  user_id: { from: user, required: true }
                  email: { from: email, type: email }
                """);
        company.change(
                "config/sources/support.yaml", text -> text.replace("key: [id]", "key: [id], pseudonymise: [from]"));
        company.change(
                "config/mappings/ticket.yaml", text -> text + "  requester_email: { from: from, type: email }\n");
        company.change("jobs/nightly.yaml", text -> text.replace("sources: [crm, ", "sources: [crm, product, ")
                .replace("publish: [tables]", "publish: [tables, workbook, mart]"));
        company.change("files/accounts.csv", text -> text.replace("みどり工業株式会社,鈴木,", "みどり工業株式会社,鈴木 <" + ADDRESS + ">,"));
        company.append("files/tickets.jsonl", """
                {"id":"T90","company":"株式会社あおば","opened":"2026-10-20T10:00:00","from":"Taro <taro.yamada@aoba.example>","text":"折り返し taro.yamada@aoba.exampleまで"}
                {"id":"T91","company":"知らない会社 taro.yamada@aoba.example","opened":"2026-10-20T10:00:00","from":"x@y.example"}
                {"id":"T92","company":"株式会社あおば","opened":"2026-10-20T10:00:00","from":"jiro@aoba.example","text":""}
                """);
        company.append("files/events/2026-10-30.csv", "t-1,p-user-777,2026-10-30T10:00:00,login\n");
        return company;
    }
}
