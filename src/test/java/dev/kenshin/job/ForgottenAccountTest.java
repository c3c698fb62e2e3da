package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Secrets;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.privacy.ByteSearch;
import dev.kenshin.privacy.Found;
import dev.kenshin.privacy.Register;
import dev.kenshin.privacy.Subject;
import dev.kenshin.publish.MartDatabase;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account that is forgotten: tables, history and mart do not name it, and nobody else's score changes. */
@Threat(Danger.PERSONAL_DATA)
class ForgottenAccountTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-02T00:00:00Z"), ZoneOffset.UTC);
    private static final String SCORES = "select account_id || ' ' || health || ' ' || level from score.account_health"
            + " where account_id <> 'C2' and as_of = '2026-10-31' order by all";

    @TempDir
    Path directory;

    @Test
    void accountIsForgottenAlthoughItsForgettingWasInterrupted() throws Exception {
        TestCompany company = TestCompany.in(directory);
        company.change(
                "config/mappings/account.yaml", text -> text.replace("  owner: 担当", "  owner: 担当\n  parent_id: 親"));
        company.change("files/accounts.csv", text -> text.lines()
                .map(line -> line + (line.startsWith("顧客番号") ? ",親" : line.startsWith("C3") ? ",C2" : ","))
                .collect(Collectors.joining("\n", "", "\n")));
        company.change("jobs/nightly.yaml", text -> text.replace("[tables]", "[tables, mart]"));
        assertThat(company.run(TestCompany.SATURDAY)).isIn(ExitCode.DONE, ExitCode.WARNINGS);
        List<String> scores = company.rows(SCORES);
        assertThat(naming(company)).hasSizeGreaterThan(5);

        interrupt(company);
        assertThat(company.run(TestCompany.SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).contains("KEN-F12");
        assertThat(company.count("extract crm.accounts", "suppressed")).isEqualTo(1);

        ForgetResult result = runner(company).run(new ForgetRequest(List.of(), List.of(), List.of("C2"), true));
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(result.unfinished()).isTrue();
        assertThat(result.found()).extracting(Found::place).contains("exports/2026-10-31", "score.account_health");
        assertThat(company.rows(SCORES)).isEqualTo(scores);
        assertThat(naming(company)).isEmpty();
        assertThat(company.published("account_health")).hasSize(scores.size());
        assertThat(Files.readSymbolicLink(company.home.exports().resolve("2026-10-31")))
                .hasToString(".snapshots/2026-10-31-r1");
        assertThat(company.rows("select parent_id from model.account where account_id = 'C3'"))
                .containsExactly("null");

        assertThat(company.runAgain(TestCompany.SUNDAY)).isIn(ExitCode.DONE, ExitCode.WARNINGS);
        assertThat(company.count("extract crm.contracts", "suppressed")).isEqualTo(1);
        assertThat(company.count("extract survey.answers", "suppressed")).isEqualTo(1);
        assertThat(company.count("aggregate product", "suppressed")).isZero();
        assertThat(naming(company)).isEmpty();
        assertThat(company.rows("select t::varchar from landing.record t where body like '%みどり工業%'"))
                .isEmpty();
    }

    /** As a kill would, right after the account came onto the list. */
    private static void interrupt(TestCompany company) throws Exception {
        Register register = Register.open(Protections.files(company.home));
        Subject subject;
        try (Warehouse warehouse = Warehouse.open(company.home.warehouse(), List.of());
                Connection connection = warehouse.connection()) {
            subject = register.account(connection, company.plan().configuration(), "C2");
        }
        register.begin(subject, NOW.instant());
    }

    private static ForgetRunner runner(TestCompany company) {
        return new ForgetRunner(company.plan(), company.home, NOW, new Secrets(Map.of()));
    }

    /** The published files, and tables of history and mart, that name the account. */
    private static List<String> naming(TestCompany company) throws Exception {
        ByteSearch search = new ByteSearch(Set.of(",C2,", "みどり工業"));
        List<String> found =
                new ArrayList<>(company.rows("select metric from metric.metric_value where account_id = 'C2'"));
        try (Stream<Path> tree = Files.walk(company.home.exports())) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (search.isIn(file)) {
                    found.add(file.toString());
                }
            }
        }
        try (Connection mart = MartDatabase.in(company.home.directory()).open()) {
            for (String rows : List.of(
                    "account_health where account_id = 'C2'",
                    "health_history where account_id = 'C2'",
                    "rollup where worst_account_id = 'C2' or member = 'C2'",
                    "quarantine where reason_ja like '%みどり工業%'")) {
                if (Query.number(mart, "select count(*) from " + rows) > 0) {
                    found.add("mart " + rows);
                }
            }
        }
        return found;
    }
}
