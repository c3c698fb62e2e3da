package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nights over companies that belong to each other. */
class RollupNightTest extends AfterFirstNight {
    @BeforeEach
    void readParents() throws Exception {
        company.change("config/mappings/account.yaml", text -> text.replace("  owner:", "  parent_id: 親\n  owner:"));
        company.change(
                "files/accounts.csv", text -> text.replaceAll("(?m)(.)$", "$1,").replaceFirst("更新日,", "更新日,親"));
        parent("C2", "C1");
        parent("C3", "C2");
        parent("C4", "グループ外");
    }

    @Test
    void parents_sumUpWhatIsBelowThem() throws Exception {
        assertThat(company.runAgain(SATURDAY)).isEqualTo(ExitCode.DONE);

        assertThat(company.published("rollup"))
                .filteredOn(row -> row.get("dimension").equals("parent"))
                .extracting(row -> row.get("member_label_ja") + " " + row.get("accounts"))
                .containsExactlyInAnyOrder("株式会社あおば 3", "みどり工業株式会社 2", "グループ外 1");
        assertThat(company.published("rollup_level"))
                .filteredOn(row -> row.get("dimension").equals("total"))
                .isNotEmpty();
        assertThat(company.rows("select distinct as_of from score.rollup order by as_of"))
                .hasSize(1);
    }

    @Test
    void circleOfParents_isAWarningThatNamesTheAccounts() throws Exception {
        parent("C1", "C3");

        assertThat(company.runAgain(SATURDAY)).isEqualTo(ExitCode.WARNINGS);

        assertThat(company.report().findings())
                .filteredOn(finding -> finding.code().equals("KEN-J24"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message().en()).startsWith("parents go in a circle: C1 → C3 → C2 → C1."));
    }

    private void parent(String account, String parent) throws Exception {
        company.change(
                "files/accounts.csv", text -> text.replaceAll("(?m)^(" + account + ",.*,)[^,]*$", "$1" + parent));
    }
}
