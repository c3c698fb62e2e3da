package dev.kenshin.mapping.convert;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Company names as different systems write them. Each has a form to show and a key to compare: names of the same company
 * meet in one key, whatever the legal form, width, case, spacing and small kana they were typed with.
 */
public final class CompanyName {
    private static final String FORMS = "株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|特例有限会社|(?:一般|公益)?(?:社団|財団)法人"
            + "|特定非営利活動法人|npo法人|(?:社会|特定)?医療法人(?:社団|財団)?|学校法人|社会福祉法人|宗教法人|(?:地方)?独立行政法人"
            + "|国立大学法人|税理士法人|監査法人|弁護士法人";
    private static final String MARKS = "株|有|合|同|名|資|相|社|財|一社|一財|公社|公財|特非|学|医|福|宗|独|カ|ユ|ド";
    private static final String LATIN_WORDS = "co ?ltd|co ?limited|company limited|ltd|limited|inc|incorporated|corp"
            + "|corporation|company|co|kk|kabushiki ?[kg]aisha|llc|llp|gmbh|ag|plc|sarl|bv|nv|pte ?ltd|pte|pty ?ltd|pty";
    private static final Pattern LEADING = Pattern.compile(
            "^\\s*(?:" + FORMS + "|\\(?(?:" + MARKS + ")\\)|(?:kk|kabushiki ?[kg]aisha)(?![a-z0-9]))\\s*");
    private static final Pattern TRAILING = Pattern.compile(
            "\\s*(?:" + FORMS + "|\\((?:" + MARKS + ")\\)?|(?<![\\p{IsLatin}0-9])(?:" + LATIN_WORDS + ")|御中|様)\\s*$");
    private static final Pattern DOTS = Pattern.compile("[.'’`]");
    private static final Pattern SPACES = Pattern.compile("[\\s,、]+");

    private static final String DASHES = "ー-‐‑‒–—―−─━~〜";
    private static final String SMALL = "ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ";
    private static final String LARGE = "アイウエオツヤユヨワカケあいうえおつやゆよわかけ";
    /** Variants of a character that many systems cannot hold, so that people replace them. */
    private static final Map<Integer, Integer> VARIANTS =
            Map.of((int) '髙', (int) '高', (int) '﨑', (int) '崎', (int) '德', (int) '徳', 0x20BB7, (int) '吉');

    private CompanyName() {}

    /** The name as it is shown: Unicode NFKC, single spaces. Empty for a blank name. */
    public static String display(String name) {
        return Words.of(name).replaceAll("\\s+", " ");
    }

    /**
     * The name as it is compared. Legal forms at either end, honorifics, spaces and punctuation are removed; case, width,
     * long-vowel marks and small kana are unified. Empty if the name holds no letter or digit.
     */
    public static String key(String name) {
        String words = DOTS.matcher(Words.of(name).toLowerCase(Locale.ROOT)).replaceAll("");
        String full = SPACES.matcher(words).replaceAll(" ");
        String bare = squeeze(withoutLegalForm(full));
        return bare.isEmpty() ? squeeze(full) : bare;
    }

    private static String withoutLegalForm(String words) {
        String before;
        String now = words;
        do {
            before = now;
            now = TRAILING.matcher(LEADING.matcher(now).replaceFirst("")).replaceFirst("");
        } while (!now.equals(before));
        return now;
    }

    private static String squeeze(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.codePoints().forEach(point -> keep(point, kept));
        return kept.toString();
    }

    private static void keep(int point, StringBuilder kept) {
        if (DASHES.indexOf(point) >= 0) {
            lengthen(kept);
        } else if (Character.isLetterOrDigit(point) || "&+#".indexOf(point) >= 0) {
            int small = SMALL.indexOf(point);
            kept.appendCodePoint(small < 0 ? VARIANTS.getOrDefault(point, point) : LARGE.charAt(small));
        }
    }

    /** After kana a dash of any kind is the long-vowel mark; elsewhere it is punctuation. */
    private static void lengthen(StringBuilder kept) {
        if (kept.length() > 0 && kana(kept.charAt(kept.length() - 1))) {
            kept.append('ー');
        }
    }

    private static boolean kana(char letter) {
        return letter >= 'ぁ' && letter <= 'ヺ';
    }
}
