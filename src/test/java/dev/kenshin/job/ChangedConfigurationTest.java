package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Configuration and accounts change between two nights; what was mapped follows. */
class ChangedConfigurationTest extends AfterFirstNight {
    @Test
    void changedMapping_mapsItsWholeStreamAgain() throws Exception {
        company.append("config/mappings/contract.yaml", "  product: { constant: cloud }\n");
        company.run(SUNDAY);
        assertThat(company.count("map contract", "mapped")).isEqualTo(5);
        assertThat(company.count("map ticket", "mapped")).isZero();
        assertThat(company.rows("select distinct product from model.contract")).containsExactly("cloud");
    }

    @Test
    void removedMapping_takesItsRowsAlong() throws Exception {
        Files.delete(company.file("config/mappings/ticket.yaml"));
        company.run(SUNDAY);
        assertThat(company.rows("select ticket_id from model.ticket")).isEmpty();
        assertThat(company.published("quarantine"))
                .noneMatch(row -> row.get("mapping").equals("ticket"));
    }

    @Test
    void mappingToAnotherTable_leavesNothingInTheFirst() throws Exception {
        Files.writeString(company.file("config/mappings/ticket.yaml"), """
                from: support.tickets
                to: interaction
                account: { by: name, from: company }
                fields:
                  held_on: { from: opened, type: date }
                """);
        company.run(SUNDAY);
        assertThat(company.rows("select ticket_id from model.ticket")).isEmpty();
        assertThat(company.rows("select account_id from model.interaction")).hasSize(3);
    }

    @Test
    void removedStream_takesItsBrokenRowsAlong() throws Exception {
        company.append("files/contracts.csv", "K7,さくら\n");
        company.run(SUNDAY);
        assertThat(company.published("quarantine"))
                .anyMatch(row -> row.get("place").equals("contracts.csv:8"));
        Files.delete(company.file("config/mappings/contract.yaml"));
        company.change("config/sources/crm.yaml", text -> text.replaceAll("(?m)^  contracts.*\n", ""));
        company.run(SUNDAY.plusDays(1));
        assertThat(company.published("quarantine"))
                .noneMatch(row -> row.get("origin").equals("crm.contracts"));
    }

    @Test
    void removedUsageSource_countsForNobody() throws Exception {
        Files.delete(company.file("config/usage/product.yaml"));
        company.change("jobs/nightly.yaml", text -> text.replace("usage: [product]\n", ""));
        company.run(SUNDAY);
        assertThat(company.rows("select account_id from model.usage_daily")).isEmpty();
    }

    @Test
    void secondUsageSource_countsWithTheFirst() throws Exception {
        company.change("jobs/nightly.yaml", text -> text.replace("usage: [product]", "usage: [product, app]"));
        Files.writeString(
                company.file("config/usage/app.yaml"),
                Files.readString(company.file("config/usage/product.yaml")).replace("events/", "app/"));
        Files.copy(company.file("config/crosswalks/product.csv"), company.file("config/crosswalks/app.csv"));
        Files.createDirectory(company.file("files/app"));
        String events = "tenant,user,at,event\nt-1,u1,2026-11-01 09:00:00,login\n";
        Files.writeString(company.file("files/app/2026-11-01.csv"), events);
        Files.writeString(company.file("files/events/2026-11-01.csv"), events);
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.rows("select events from model.usage_daily where day = '2026-11-01'"))
                .containsExactly("2");
    }

    @Test
    void customVariableAddedLater_isFilledForEveryAccount() throws Exception {
        company.change(
                "config/mappings/account.yaml",
                text -> text + "  domain: { from: ドメイン, type: text, label: { ja: ドメイン, en: Domain } }\n");
        company.run(SUNDAY);
        assertThat(company.published("account_health"))
                .extracting(row -> row.get("domain"))
                .contains("aoba.example", "hikari.example")
                .doesNotContain("");
    }

    @Test
    void mendedRow_leavesTheQuarantine() throws Exception {
        company.change("files/contracts.csv", text -> text.replace("多数", "10"));
        company.run(SUNDAY);
        assertThat(company.published("quarantine"))
                .noneMatch(row -> row.get("mapping").equals("contract"));
        assertThat(company.rows("select seats from model.contract where contract_id = 'K6'"))
                .containsExactly("10");
    }

    @Test
    void newAccount_givesEarlierRowsAHome() throws Exception {
        company.append("files/accounts.csv", "C6,かえで商店,佐藤,kaede.example,t-9,2026-10-01,2026-10-31\n");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.rows("select ticket_id from model.ticket where account_id = 'C6'"))
                .containsExactly("4");
        assertThat(company.rows("select distinct user_id from model.usage_daily where account_id = 'C6'"))
                .containsExactly("u1");
        assertThat(company.published("quarantine"))
                .extracting(row -> row.get("mapping"))
                .containsExactlyInAnyOrder("answer", "contract");
    }

    @Test
    void newCrosswalkLine_givesRowsAndEventsAHome() throws Exception {
        company.append("config/crosswalks/support.csv", "かえで商店,C3\n");
        company.append("config/crosswalks/product.csv", "t-9,C5\n");
        company.run(SUNDAY);
        assertThat(company.rows("select ticket_id from model.ticket where account_id = 'C3'"))
                .containsExactly("4");
        assertThat(company.rows("select distinct user_id from model.usage_daily where account_id = 'C5'"))
                .containsExactly("u1");
    }

    @Test
    void crosswalkLineOfAnUnknownAccount_isReportedOnce() throws Exception {
        company.append("config/crosswalks/support.csv", "もみじ商事,C99\n");
        company.append("config/mappings/answer.yaml", "");
        Files.writeString(company.file("config/mappings/message.yaml"), """
                from: support.tickets
                to: message
                account: [{ by: account.tenant_id, from: company }, { by: crosswalk, from: company }]
                fields:
                  sent_at: { from: opened, type: timestamp }
                """);
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.WARNINGS);
        assertThat(company.findings()).containsExactly("KEN-P23");
    }
}
