package dev.kenshin.guess;

import dev.kenshin.mapping.CustomNames;
import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.model.Column;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Offers the columns that fit nothing canonical as custom variables, commented out. */
final class CustomDraft {
    private CustomDraft() {}

    static void write(List<Profile> unused, ModelTable table, Page page) {
        Set<String> taken =
                new HashSet<>(table.columns().stream().map(Column::name).toList());
        List<Profile> tenants = unused.stream()
                .filter(profile -> table.equals(Model.ACCOUNT) && isTenant(profile))
                .toList();
        if (!tenants.isEmpty()) {
            page.line("custom:");
        }
        for (Profile tenant : tenants) {
            page.line(
                    "  " + name(tenant, taken, "tenant_id") + ": " + field(tenant),
                    Remark.sure(
                            "製品側の顧客番号。利用データの顧客はこれで見つかる", "what the product calls the account: usage finds it by this"));
        }
        List<Profile> others =
                unused.stream().filter(profile -> !tenants.contains(profile)).toList();
        offer(others, taken, page, tenants.isEmpty() ? "# custom:" : "");
    }

    private static void offer(List<Profile> others, Set<String> taken, Page page, String key) {
        if (others.isEmpty()) {
            return;
        }
        page.comment(new Text(
                "標準の列にない項目。使うものは # を外し、英小文字の名前と label を決めてください。",
                "Fields without a canonical column. Uncomment what you need, and give it a name and a label."));
        if (!key.isEmpty()) {
            page.line(key);
        }
        for (Profile other : others) {
            page.line("#   " + name(other, taken, "column_" + other.position()) + ": " + field(other), remark(other));
        }
    }

    /** Events and users of the product name the account by it, and accounts are rarely the same elsewhere. */
    private static boolean isTenant(Profile profile) {
        boolean text = !profile.blank() && TypeGuess.of(profile) == FieldType.TEXT;
        return text
                && Match.of(Vocabulary.column("usage", "account"), profile)
                        .filter(match -> match.likeness() >= Match.SURE)
                        .isPresent();
    }

    private static String field(Profile profile) {
        String from = YamlText.text(profile.name());
        return "{ from: " + from + ", type: " + TypeGuess.of(profile).word() + ", label: { ja: " + from + ", en: "
                + from + " } }";
    }

    private static Optional<Remark> remark(Profile profile) {
        FieldType type = TypeGuess.of(profile);
        return profile.blank() ? Optional.of(Match.blank(profile)) : Match.misfits(profile, profile.fit(type));
    }

    /** The field's own name where SQL can have it, else {@code otherwise}; taken from now on. */
    private static String name(Profile profile, Set<String> taken, String otherwise) {
        String plain = profile.name()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        boolean telling = profile.name().codePoints().allMatch(letter -> letter < 0x80);
        if (telling && CustomNames.isUsable(plain) && taken.add(plain)) {
            return plain;
        }
        String name = taken.add(otherwise) ? otherwise : "column_" + profile.position();
        taken.add(name);
        return name;
    }
}
