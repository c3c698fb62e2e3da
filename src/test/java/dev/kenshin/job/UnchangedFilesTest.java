package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A second night that finds files as the first one left them, or not quite. */
class UnchangedFilesTest extends AfterFirstNight {
    private static final String CONTRACTS = "files/contracts.csv";

    @Test
    void filesAsBefore_areNotReadAgain_andCountAsExtracted() throws Exception {
        List<String> records = company.rows("select r::varchar from landing.record r order by all");
        long extracted = company.count("land crm.contracts", "extracted");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);

        assertThat(notReadAgain("crm.contracts")).isEqualTo(extracted);
        assertThat(notReadAgain("support.tickets")).isPositive();
        assertThat(notReadAgain("survey.answers")).isPositive();
        assertThat(company.count("land crm.contracts", "extracted")).isEqualTo(extracted);
        assertThat(company.count("land crm.contracts", "unchanged")).isEqualTo(extracted);
        assertThat(company.rows("select r::varchar from landing.record r order by all"))
                .isEqualTo(records);
        assertThat(company.rows("select distinct landed_on from landing.stream"))
                .containsExactly(SUNDAY.toString());
    }

    @Test
    void tablesAreAsIfTheFilesHadBeenRead() throws Exception {
        TestCompany reads = company.copyTo(company.directory.resolveSibling("reads"));
        reads.change("config/sources/crm.yaml", text -> text.replace("40%", "41%"));
        assertThat(company.run(SUNDAY)).isEqualTo(reads.run(SUNDAY));

        assertThat(reads.count("extract crm.contracts", "not read again")).isZero();
        for (String table : List.of("account_health", "health_component", "source_status", "quarantine")) {
            assertThat(company.exported(table + ".csv")).hasSameBinaryContentAs(reads.exported(table + ".csv"));
        }
    }

    @Test
    void touchedFile_isNotReadAgain() throws Exception {
        Files.setLastModifiedTime(company.file(CONTRACTS), FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));
        company.run(SUNDAY);
        assertThat(notReadAgain("crm.contracts")).isPositive();
    }

    @Test
    void otherContentOfTheSameSizeAndTime_isRead() throws Exception {
        Path file = company.file(CONTRACTS);
        FileTime time = Files.getLastModifiedTime(file);
        byte[] content = Files.readAllBytes(file);
        content[content.length - 2] = content[content.length - 2] == '1' ? (byte) '2' : (byte) '1';
        Files.write(file, content);
        Files.setLastModifiedTime(file, time);
        company.run(SUNDAY);

        assertThat(notReadAgain("crm.contracts")).isZero();
        assertThat(company.count("land crm.contracts", "changed")).isEqualTo(1);
        assertThat(notReadAgain("crm.accounts")).isPositive();
    }

    @Test
    void fileWithAKeyTwice_isReadAgain() throws Exception {
        String lines = Files.readString(company.file(CONTRACTS));
        company.append(CONTRACTS, lines.substring(lines.strip().lastIndexOf('\n') + 1));
        company.run(SUNDAY);
        company.run(SUNDAY.plusDays(1));
        assertThat(notReadAgain("crm.contracts")).isZero();
    }

    @Test
    void brokenRows_stayInTheQuarantine_andAreCounted() throws Exception {
        company.append(CONTRACTS, "torn\n");
        company.run(SUNDAY);
        List<String> quarantine = company.rows("select q::varchar from landing.quarantine q order by all");
        company.run(SUNDAY.plusDays(1));

        assertThat(notReadAgain("crm.contracts")).isPositive();
        assertThat(company.count("land crm.contracts", "quarantined")).isEqualTo(1);
        assertThat(company.rows("select q::varchar from landing.quarantine q order by all"))
                .isEqualTo(quarantine)
                .anyMatch(row -> row.contains("torn"));
    }

    @Test
    void sameNightAgain_readsNothing() throws Exception {
        company.runAgain(SATURDAY);
        assertThat(notReadAgain("crm.contracts")).isPositive();
    }

    private long notReadAgain(String stream) throws Exception {
        return company.count("extract " + stream, "not read again");
    }
}
