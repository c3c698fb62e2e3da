package dev.kenshin.mapping.convert;

import dev.kenshin.mapping.convert.Conversion.Converted;
import dev.kenshin.mapping.convert.Conversion.Failed;
import dev.kenshin.problem.Text;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yes and no in words, figures and marks. なし and 無 say no here, unlike elsewhere, where they say nothing. */
final class BooleanConverter {
    private static final Set<String> YES = Set.of(
            "はい", "有", "有り", "あり", "済", "済み", "真", "オン", "○", "◯", "〇", "◎", "✓", "✔", "☑", "✅", "true", "t", "yes",
            "y", "on", "1");
    private static final Set<String> NO = Set.of(
            "いいえ", "無", "無し", "なし", "未", "未済", "偽", "オフ", "×", "✕", "✖", "✗", "✘", "❌", "☐", "false", "f", "no", "n",
            "off", "0");
    private static final Text VERDICT = new Text("は「はい」か「いいえ」か分かりません。", "is neither yes nor no.");
    private static final Text FIX = new Text(
            "「はい/いいえ」「○/×」「有/無」「済/未」「true/false」「yes/no」「1/0」のどれかで書いてください。",
            "Write one of はい/いいえ, ○/×, 有/無, 済/未, true/false, yes/no, 1/0.");

    private BooleanConverter() {}

    static Conversion convert(@Nullable Object raw) {
        String words = Words.of(raw).replace("\ufe0f", ""); // ✔️ is ✔ with a colour selector
        String word = words.toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            return new Converted(YES.contains(word));
        }
        return Words.isNothing(words) ? Conversion.UNKNOWN : Failed.of("KEN-P47", words, VERDICT, FIX);
    }
}
