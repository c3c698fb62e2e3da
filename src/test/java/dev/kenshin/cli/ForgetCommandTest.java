package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.TestCompany;
import dev.kenshin.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetCommandTest {
    private static final String ADDRESS = "taro@aoba.example";

    private TestCompany company;
    private Shell shell;

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws Exception {
        company = TestCompany.in(directory.resolve("company"));
        shell = Shell.of(company.directory, "en");
    }

    @Test
    void person_isListedByNumber_andLifted() throws Exception {
        Files.createDirectories(company.home.directory());
        Warehouse.open(company.home.warehouse(), List.of()).close();
        assertThat(shell.run("forget", "--email", ADDRESS)).as(shell.err()).isZero();
        assertThat(shell.out())
                .contains(
                        "Known as: email taro@aoba.example",
                        "Nothing was found.",
                        "Nothing was changed yet",
                        "--yes",
                        "Backups");
        assertThat(shell.run("forget", "--list")).isZero();
        assertThat(shell.out()).contains("Nobody is forgotten.");

        assertThat(shell.run("forget", "--email", ADDRESS, "--user", "u-17", "--yes"))
                .as(shell.err())
                .isZero();
        assertThat(company.home.directory().resolve("forgetting.json")).doesNotExist();
        assertThat(shell.run("forget", "--list")).isZero();
        assertThat(shell.out()).contains("person", "email, user").doesNotContain("taro", "u-17");
        assertThat(shell.run("forget", "--lift", "7")).isEqualTo(2);
        assertThat(shell.run("forget", "--lift", "1")).as(shell.err()).isZero();
        assertThat(shell.run("forget", "--list")).isZero();
        assertThat(shell.out()).contains("Nobody is forgotten.");
    }

    @Test
    void whomAndWhere_mustBeSaid() {
        assertThat(shell.run("forget")).isEqualTo(2);
        assertThat(shell.err()).contains("--email", "--account");
        assertThat(shell.run("forget", "--email", ADDRESS, "--account", "C1")).isEqualTo(2);
        assertThat(shell.run("forget", "--email", ADDRESS, "--yes", "--dry-run"))
                .isEqualTo(2);
        assertThat(shell.run("forget", "--email", ADDRESS, "--yes")).isEqualTo(2);
        assertThat(shell.err()).contains("KEN-F13", "--home");
        assertThat(company.home.directory()).doesNotExist();
    }

    @Test
    void whatDoesNotLand_cannotBeReadOrBeAKey() throws Exception {
        company.change("config/sources/crm.yaml", text -> text.replace(
                        "key: [顧客番号]", "key: [顧客番号], drop: [顧客番号, 担当, 更新日], keep: [会社名]")
                .replace("key: [契約番号]", "key: [契約番号], keep: [契約番号, 開始日, 席数, 月額], pseudonymise: [電話]"));
        assertThat(shell.run("check")).isEqualTo(78);
        assertThat(shell.err())
                .contains("crm.yaml:3:54 KEN-F01", "KEN-F02", "'expect.freshness-column'", "'pseudonymise'")
                .contains("account.yaml:10:3 KEN-F03", "contract.yaml:3:16 KEN-F03", "Add '会社名' to 'keep'.");
    }
}
