package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two streams know an account by the same id: the first mapping's row stays, the other is set aside. */
class DuplicateAccountsTest extends AfterFirstNight {
    private static final String PARTNERS = "番号,名前,担当\nC1,株式会社あおば（代理店）,代理店\nP1,もみじ商事,代理店\n";

    @BeforeEach
    void addPartners() throws Exception {
        Files.writeString(company.file("files/partners.csv"), PARTNERS);
        Files.writeString(
                company.file("config/sources/partners.yaml"),
                "type: csv\nstreams:\n  accounts: { path: files/partners.csv, key: [番号] }\n");
        Files.writeString(company.file("config/mappings/partner.yaml"), """
                from: partners.accounts
                to: account
                fields:
                  account_id: { from: 番号, required: true }
                  name: { from: 名前, type: company_name, required: true }
                  owner: 担当
                """);
        company.change("jobs/nightly.yaml", text -> text.replace("survey]", "survey, partners]"));
        company.run(SUNDAY);
    }

    @Test
    void sharedId_quarantinesTheSecondWithBothPlaces() throws Exception {
        assertThat(company.published("quarantine"))
                .filteredOn(row -> row.get("mapping").equals("partner"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("place")).isEqualTo("partners.csv:2");
                    assertThat(row.get("value")).isEqualTo("C1");
                    assertThat(row.get("reason_en")).contains("accounts.csv:2");
                });
    }

    @Test
    void sharedId_scoresTheAccountOnceByTheFirst() throws Exception {
        assertThat(company.published("account_health"))
                .extracting(row -> row.get("account_id") + " " + row.get("owner"))
                .containsExactlyInAnyOrder("C1 佐藤", "C2 鈴木", "C3 佐藤", "C4 鈴木", "C5 佐藤", "P1 代理店");
    }

    @Test
    void firstRowGone_bringsTheSecondBack() throws Exception {
        company.change("files/accounts.csv", text -> text.replaceAll("(?m)^C1.*\n", ""));
        company.run(SUNDAY.plusDays(1));
        assertThat(company.published("quarantine"))
                .noneMatch(row -> row.get("mapping").equals("partner"));
        assertThat(company.rows("select owner from model.account where account_id = 'C1'"))
                .containsExactly("代理店");
    }

    @Test
    void stillShared_isStillQuarantinedTheNightAfter() throws Exception {
        company.run(SUNDAY.plusDays(1));
        assertThat(company.published("quarantine"))
                .anyMatch(row -> row.get("mapping").equals("partner"));
        assertThat(company.rows("select count(*) from model.account")).containsExactly("6");
    }
}
