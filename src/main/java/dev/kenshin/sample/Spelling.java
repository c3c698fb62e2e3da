package dev.kenshin.sample;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The many ways in which people write the same thing. */
final class Spelling {
    private static final List<UnaryOperator<String>> SHORTENED = List.of(
            UnaryOperator.identity(),
            name -> name.replace("株式会社", "㈱"),
            name -> name.replace("株式会社", "(株)"),
            name -> name.replace("株式会社", "\uFF08株\uFF09"),
            name -> name.replace("株式会社", "株式会社 ").strip(),
            name -> name.replace("株式会社", " 株式会社").strip(),
            name -> name.replace("株式会社", "").replace("有限会社", ""));

    /** The combining marks that turn カ into ガ and ハ into パ. */
    private static final char VOICED = '\u3099';

    private static final char HALF_VOICED = '\u309A';
    private static final Map<Character, Character> HALF_WIDTH = halfWidth();

    private Spelling() {}

    /** A company's name as someone in a hurry types it. */
    static String typed(CompanyName name, Dice dice) {
        String spelled = dice.pick(SHORTENED).apply(name.official());
        return dice.chance(0.3) ? halfWidth(spelled) : spelled;
    }

    /** Digits in full width. */
    static String fullWidth(String text) {
        return text.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '\uFF10' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** 2026/04/01. */
    static String slashes(LocalDate date) {
        return written("%d/%02d/%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** 2026/4/1. */
    static String shortSlashes(LocalDate date) {
        return date.getYear() + "/" + date.getMonthValue() + "/" + date.getDayOfMonth();
    }

    /** 令和8年4月1日; dates before the era do not occur here. */
    static String era(LocalDate date) {
        return written("令和%d年%d月%d日", eraYear(date), date.getMonthValue(), date.getDayOfMonth());
    }

    /** R8.4.1. */
    static String shortEra(LocalDate date) {
        return written("R%d.%d.%d", eraYear(date), date.getMonthValue(), date.getDayOfMonth());
    }

    private static int eraYear(LocalDate date) {
        return date.getYear() - 2018;
    }

    /** Yen the way the CRM's users enter them: ¥120,000, 120,000円, 12万円. */
    static String price(long yen, Dice dice) {
        if (yen % 10_000 == 0 && dice.chance(0.35)) {
            String inTenThousands = yen / 10_000 + "万円";
            return dice.chance(0.3) ? fullWidth(inTenThousands) : inTenThousands;
        }
        return dice.chance(0.6) ? "\uFFE5" + grouped(yen) : grouped(yen) + "円";
    }

    /** Yen the way a spreadsheet's users enter them: 1,200,000 or 120万, and △5万 below zero. */
    static String amount(long yen, Dice dice) {
        String sign = yen < 0 ? "△" : "";
        long size = Math.abs(yen);
        return sign + (size % 10_000 == 0 && dice.chance(0.5) ? size / 10_000 + "万" : grouped(size));
    }

    /** 1:30, 90分 or 1.5時間. */
    static String duration(int minutes, Dice dice) {
        return switch (dice.between(0, 2)) {
            case 0 -> written("%d:%02d", minutes / 60, minutes % 60);
            case 1 -> minutes + "分";
            default -> plain(minutes / 60.0) + "時間";
        };
    }

    static String grouped(long number) {
        return written("%,d", number);
    }

    /** The same digits whatever the language of the machine. */
    static String written(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String plain(double hours) {
        return hours == Math.rint(hours) ? String.valueOf((int) hours) : String.valueOf(hours);
    }

    /** Katakana in half width; a voiced letter becomes two. */
    private static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .chars()
                .mapToObj(c -> String.valueOf(HALF_WIDTH.getOrDefault((char) c, (char) c)))
                .collect(Collectors.joining());
    }

    /** Unicode knows the way from half to full width; this is the way back. */
    private static Map<Character, Character> halfWidth() {
        Map<Character, Character> table = new HashMap<>(Map.of(VOICED, '\uFF9E', HALF_VOICED, '\uFF9F'));
        for (char half = '\uFF61'; half <= '\uFF9D'; half++) {
            table.put(
                    Normalizer.normalize(String.valueOf(half), Normalizer.Form.NFKC)
                            .charAt(0),
                    half);
        }
        return Map.copyOf(table);
    }
}
