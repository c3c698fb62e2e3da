package dev.kenshin.guess;

import dev.kenshin.mapping.CustomNames;
import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.model.Column;
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
        if (unused.isEmpty()) {
            return;
        }
        page.comment(new Text(
                "標準の列にない項目。使うものは # を外し、英小文字の名前と label を決めてください。",
                "Fields without a canonical column. Uncomment what you need, and give it a name and a label."));
        page.line("# custom:");
        Set<String> taken =
                new HashSet<>(table.columns().stream().map(Column::name).toList());
        for (Profile profile : unused) {
            String name = name(profile, taken);
            taken.add(name);
            page.line("#   " + name + ": " + field(profile), remark(profile));
        }
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

    /** The field's own name where SQL can have it, else one by its position. */
    private static String name(Profile profile, Set<String> taken) {
        String plain = profile.name()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        boolean telling = profile.name().codePoints().allMatch(letter -> letter < 0x80);
        return telling && CustomNames.isUsable(plain) && !taken.contains(plain)
                ? plain
                : "column_" + profile.position();
    }
}
