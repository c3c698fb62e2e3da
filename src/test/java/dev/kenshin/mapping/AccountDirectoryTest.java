package dev.kenshin.mapping;

import static dev.kenshin.mapping.Given.account;
import static dev.kenshin.mapping.Given.by;
import static dev.kenshin.mapping.Given.directory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.LinkConfig;
import dev.kenshin.mapping.Link.Ambiguous;
import dev.kenshin.mapping.Link.Candidate;
import dev.kenshin.mapping.Link.Linked;
import dev.kenshin.mapping.Link.Unknown;
import dev.kenshin.mapping.Link.Unnamed;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountDirectoryTest {
    private static final List<LinkConfig> BY_NAME = List.of(by("name", "会社名"));
    private static final List<LinkConfig> BY_DOMAIN_THEN_NAME = List.of(by("email-domain", "メール"), by("name", "会社名"));

    private static final AccountDirectory DIRECTORY = AccountDirectory.of(
            List.of(
                    full("C0001", "株式会社山田製作所", "yamada.co.jp", "t-0001"),
                    full("C0002", "テクノ株式会社", "techno-group.jp", "t-0002"),
                    full("C0003", "テクノ有限会社", "techno-group.jp", "t-0003"),
                    full("C0004", "あおぞら合同会社", "gmail.com", "t-0004")),
            Map.of("nps", crosswalk("ヤマダさん", "C0001"), "support", crosswalk("テクノ", "C0003")),
            Map.of("crm.accounts", Map.of("0001", "C0001", "9999", "C9999")),
            new Problems());

    @Test
    void nameInAnotherSpelling_findsItsAccount() {
        assertThat(DIRECTORY.link(BY_NAME, "nps", "㈱山田製作所")).isEqualTo(new Linked("C0001", "name"));
    }

    @Test
    void externalKeys_findTheirAccount() {
        assertThat(DIRECTORY.link(List.of(by("account.tenant_id", "t")), "product", " t-0002 "))
                .isEqualTo(new Linked("C0002", "account.tenant_id"));
        assertThat(DIRECTORY.link(List.of(by("crm.accounts", "顧客番号")), "crm", "０００１"))
                .isEqualTo(new Linked("C0001", "crm.accounts"));
        assertThat(DIRECTORY.link(List.of(by("crm.accounts", "顧客番号")), "crm", "9999"))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void domainOfAnAddress_findsItsAccount_butFreeMailNever() {
        List<LinkConfig> byDomain = List.of(by("email-domain", "メール"));
        assertThat(DIRECTORY.link(byDomain, "support", "Taro@YAMADA.co.jp"))
                .isEqualTo(new Linked("C0001", "email-domain"));
        assertThat(DIRECTORY.link(byDomain, "support", "taro@gmail.com")).isInstanceOf(Unknown.class);
    }

    @Test
    void whatPeopleWroteDown_comesBeforeWhatIsComputed() {
        assertThat(DIRECTORY.link(List.of(by("crosswalk", "会社名")), "nps", "ヤマダさん"))
                .isEqualTo(new Linked("C0001", "crosswalk"));
        assertThat(DIRECTORY.link(BY_NAME, "support", "テクノ")).isEqualTo(new Linked("C0003", "crosswalk"));
    }

    @Test
    void crosswalk_isForItsOwnSourceOnly() {
        assertThat(DIRECTORY.link(List.of(by("crosswalk", "会社名")), "crm", "ヤマダさん"))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void nameOfTwoAccounts_isNeverGuessed() {
        Link link = DIRECTORY.link(BY_NAME, "nps", "テクノ株式会社");

        assertThat(link).isInstanceOfSatisfying(Ambiguous.class, ambiguous -> {
            assertThat(ambiguous.candidates()).extracting(Candidate::accountId).containsExactly("C0002", "C0003");
            assertThat(ambiguous.reason().ja())
                    .isEqualTo("「テクノ株式会社」に当たる顧客が複数あります: C0002 テクノ株式会社 (100%)、C0003 テクノ有限会社 (100%)。");
            assertThat(ambiguous.fix().en()).contains("config/crosswalks/nps.csv");
        });
    }

    @Test
    void blankOrUnknownValue_fallsToTheNextLink() {
        assertThat(link(BY_DOMAIN_THEN_NAME, "", "山田製作所")).isEqualTo(new Linked("C0001", "name"));
        assertThat(link(BY_DOMAIN_THEN_NAME, "x@unknown.jp", "山田製作所")).isEqualTo(new Linked("C0001", "name"));
    }

    @Test
    void laterLink_decidesBetweenCandidatesButDoesNotContradictThem() {
        List<LinkConfig> byDomainThenTenant = List.of(by("email-domain", "メール"), by("account.tenant_id", "会社名"));
        assertThat(link(byDomainThenTenant, "x@techno-group.jp", "t-0003"))
                .isEqualTo(new Linked("C0003", "account.tenant_id"));
        assertThat(link(byDomainThenTenant, "x@techno-group.jp", "t-0001")).isInstanceOf(Ambiguous.class);
    }

    @Test
    void unknownName_isListedWithTheNearestAccounts() {
        Link link = link(BY_DOMAIN_THEN_NAME, "taro@unknown.jp", "株式会社山田制作所");

        assertThat(link).isInstanceOfSatisfying(Unknown.class, unknown -> {
            assertThat(unknown.nearest()).extracting(Candidate::accountId).containsExactly("C0001");
            assertThat(unknown.reason().ja()).isEqualTo("「株式会社山田制作所」に当たる顧客がありません。近い顧客: C0001 株式会社山田製作所 (89%)。");
            assertThat(unknown.fix().ja()).startsWith("config/crosswalks/nps.csv に「株式会社山田制作所」と顧客番号の行を加えるか");
        });
    }

    @Test
    void recordWithoutAnyName_isUnnamed() {
        assertThat(link(BY_DOMAIN_THEN_NAME, " ", "　")).isEqualTo(new Unnamed("メール"));
    }

    @Test
    void crosswalkToAnAccountThatDoesNotExist_isReportedAndNotUsed() {
        Problems problems = new Problems();
        AccountDirectory directory = AccountDirectory.of(
                List.of(account("C0001", "山田")), Map.of("nps", crosswalk("ヤマダ", "C0009")), Map.of(), problems);

        assertThat(problems.all()).extracting(Problem::code).containsExactly("KEN-P23");
        assertThat(directory.link(BY_NAME, "nps", "ヤマダ")).isInstanceOf(Unknown.class);
    }

    @Test
    void fingerprint_changesWithContentAndNotWithOrder() {
        Account one = account("C0001", "山田");
        Account two = account("C0002", "鈴木");

        assertThat(directory(one, two).fingerprint())
                .isEqualTo(directory(two, one).fingerprint());
        assertThat(directory(one).fingerprint())
                .isNotEqualTo(directory(one, two).fingerprint());
        assertThat(directory(one).fingerprint())
                .isNotEqualTo(directory(account("C0001", "山畑")).fingerprint());
        assertThat(withCrosswalk("C0001").fingerprint())
                .isNotEqualTo(withCrosswalk("C0002").fingerprint());
    }

    @Test
    void thousandsOfUnknownNames_areSearchedAmongThousandsOfAccounts() {
        AccountDirectory directory = directory(IntStream.range(0, 5_000)
                .mapToObj(i -> account("C" + i, "株式会社" + name(i)))
                .toArray(Account[]::new));

        for (int i = 0; i < 2_000; i++) {
            Link link = directory.link(BY_NAME, "nps", name(i) + "東京");
            assertThat(((Unknown) link).nearest())
                    .extracting(Candidate::accountId)
                    .contains("C" + i);
        }
    }

    private static String name(int number) {
        String letters = "山川田中本村上下東西南北大小高松竹梅林森";
        StringBuilder name = new StringBuilder();
        for (int rest = number + 8_000; rest > 0; rest /= 20) {
            name.append(letters.charAt(rest % 20));
        }
        return name + "システム";
    }

    private static AccountDirectory withCrosswalk(String accountId) {
        return AccountDirectory.of(
                List.of(account("C0001", "山田"), account("C0002", "鈴木")),
                Map.of("nps", crosswalk("ヤマ", accountId)),
                Map.of(),
                new Problems());
    }

    private static Link link(List<LinkConfig> links, String mail, String name) {
        return DIRECTORY.link(links, "nps", Map.of("メール", mail, "会社名", name)::get);
    }

    private static Account full(String id, String name, String domain, String tenant) {
        return new Account(id, Map.of("name", name, "email_domain", domain, "tenant_id", tenant));
    }

    private static Crosswalk crosswalk(String value, String accountId) {
        return new Crosswalk(Map.of(value, new Crosswalk.Entry(accountId, Location.file("nps.csv"))));
    }
}
