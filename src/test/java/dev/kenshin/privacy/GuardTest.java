package dev.kenshin.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.ColumnRules;
import dev.kenshin.problem.Text;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes into landing, and how. */
@Threat(Danger.PERSONAL_DATA)
class GuardTest {
    private static final PersonalKey KEY = PersonalKey.passing();
    private static final Place PLACE = Place.of("crm.contacts[mail=taro@aoba.example]");
    private static final ColumnRules NO_RULES = new ColumnRules(List.of(), List.of(), List.of());

    @Test
    void droppedAndUnlistedFields_doNotLand() {
        assertThat(landed(new ColumnRules(List.of(), List.of("phone"), List.of())))
                .containsOnlyKeys("mail", "name", "note");
        assertThat(landed(new ColumnRules(List.of("mail", "note"), List.of(), List.of())))
                .containsOnlyKeys("mail", "note");
    }

    @Test
    void pseudonymsStandInFieldKeyAndPlace_andKeepTheDomain() {
        SourceRecord landed = admitted(guard(List.of("mail"), new ColumnRules(List.of(), List.of(), List.of("mail"))));
        assertThat(landed.fields().get("mail").toString()).matches("p-[0-9a-f]{32}@aoba\\.example");
        assertThat(landed.key()).isEqualTo(landed.fields().get("mail"));
        assertThat(landed.place().row()).isEqualTo("crm.contacts[mail=" + landed.key() + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Taro <TARO@aoba.example>", "taro@aoba.example ", "ｔａｒｏ@aoba.example", "mailto:taro@aoba.example"
            })
    void onePersonHasOnePseudonym_howeverTheAddressIsWritten(String written) {
        Pseudonyms pseudonyms = new Pseudonyms(KEY);
        assertThat(pseudonyms.of(written)).isEqualTo(pseudonyms.of("taro@aoba.example"));
        assertThat(pseudonyms.of(pseudonyms.of(written))).isEqualTo(pseudonyms.of(written));
    }

    @Test
    void brokenRow_showsNothingOfAStreamWithRules() {
        BrokenRecord broken = new BrokenRecord(PLACE, "KEN-S30", "{phone=090}", Text.same(""), Text.same(""));
        Optional<SourceItem> admitted = guard(List.of(), new ColumnRules(List.of(), List.of("phone"), List.of()))
                .admit(broken);
        assertThat(admitted).map(item -> ((BrokenRecord) item).value()).contains("");
    }

    @Test
    void recordsOfAForgottenPerson_doNotLand_andOthersLandWithoutTheAddress() {
        Guard owner = forgetting(new Holders(Map.of("mail", Set.of(Kind.EMAIL)), Map.of(), Map.of()));
        assertThat(owner.withoutForgotten(record())).isEmpty();
        Guard mention = forgetting(new Holders(Map.of(), Map.of(), Map.of()));
        SourceRecord other = new SourceRecord("1", record().fields(), PLACE);
        assertThat(mention.withoutForgotten(other)).hasValueSatisfying(kept -> {
            assertThat(kept.fields()).containsEntry("mail", null).containsEntry("note", "cc ***, jiro@aoba.example");
            assertThat(kept.place().row()).doesNotContain("taro");
        });
    }

    @Test
    void idThatIsKnownByItsPseudonymAlone_keepsTheRecordOut() {
        Object known = new Pseudonyms(KEY).of("taro@aoba.example");
        SuppressionList list = SuppressionList.empty(KEY)
                .with(Instant.EPOCH, "person", Set.of(new Identifier(Kind.USER, String.valueOf(known))));
        Holders owners = new Holders(Map.of("mail", Set.of(Kind.USER)), Map.of(), Map.of());
        ColumnRules rules = new ColumnRules(List.of(), List.of(), List.of("mail"));
        assertThat(new Guard(List.of(), rules, new Pseudonyms(KEY), owners, list).admit(record()))
                .isEmpty();
        assertThat(new Guard(List.of(), NO_RULES, new Pseudonyms(KEY), owners, list).admit(record()))
                .isPresent();
        Protection protection = new Protection(List.of(), KEY, list);
        assertThat(protection.isForgottenUser("taro@aoba.example")).isTrue();
        assertThat(protection.isForgottenUser("jiro@aoba.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"なし", "-", "―", "n/a", "不明", " "})
    void whatSaysNothing_namesNobody(String written) {
        for (Kind kind : List.of(Kind.EMAIL, Kind.USER, Kind.ofContact("crm"), Kind.ofLink("account.tenant_id"))) {
            assertThat(kind.form(written)).isEmpty();
        }
        assertThat(new Pseudonyms(KEY).of(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "連絡はtaro@aoba.exampleまで | 連絡は***まで",
                "[\"taro@aoba.example\"] | [\"***\"]",
                "https://x.example/?m=taro%40aoba.example&n=1 | https://x.example/?m=***&n=1",
                "宛先:ＴＡＲＯ＠ａｏｂａ.example | ***",
                "xtaro@aoba.example | xtaro@aoba.example",
                "taro@aoba.example.jp | taro@aoba.example.jp",
                "no address here | no address here"
            })
    void addressesAreFoundInTexts(String text, String kept) {
        assertThat(Addresses.without(text, "taro@aoba.example"::equals)).isEqualTo(kept);
    }

    private static Map<String, Object> landed(ColumnRules rules) {
        return Map.copyOf(admitted(guard(List.of(), rules)).fields());
    }

    private static SourceRecord admitted(Guard guard) {
        return (SourceRecord) guard.admit(record()).orElseThrow();
    }

    private static Guard guard(List<String> key, ColumnRules rules) {
        Holders nobody = new Holders(Map.of(), Map.of(), Map.of());
        return new Guard(key, rules, new Pseudonyms(KEY), nobody, SuppressionList.nobody());
    }

    private static Guard forgetting(Holders holders) {
        SuppressionList list = SuppressionList.empty(KEY)
                .with(Instant.EPOCH, "person", Set.of(new Identifier(Kind.EMAIL, "taro@aoba.example")));
        return new Guard(List.of(), NO_RULES, new Pseudonyms(KEY), holders, list);
    }

    private static SourceRecord record() {
        return new SourceRecord(
                "taro@aoba.example",
                Map.of(
                        "mail", "taro@aoba.example",
                        "name", "山田太郎",
                        "phone", "090-0000-0000",
                        "note", "cc Taro@aoba.example, jiro@aoba.example"),
                PLACE);
    }
}
