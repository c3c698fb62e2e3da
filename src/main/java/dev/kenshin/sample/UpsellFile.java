package dev.kenshin.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What the sales team keeps in a spreadsheet and exports: {@code upsell-targets.csv}. */
final class UpsellFile {
    private static final List<String> PRODUCTS = List.of("追加ライセンス", "原価分析オプション", "上位プラン", "API連携パック");

    private UpsellFile() {}

    static void write(Company company, Path directory) throws IOException {
        try (CsvFile file = CsvFile.utf8WithMark(
                directory.resolve("upsell-targets.csv"), List.of("会社名", "提案商品", "目標額", "見込額", "期限", "状況", "メモ"))) {
            for (Account account : company.accounts()) {
                account.life()
                        .in(company.lastMonth())
                        .filter(month -> account.dice("upsell").chance(0.55))
                        .ifPresent(month ->
                                file.row(row(account, month, company.request().lastDay())));
            }
        }
    }

    private static String[] row(Account account, Month month, LocalDate today) {
        Dice dice = account.dice("upsell row");
        long target = target(account, dice);
        long forecast = forecast(target, month, dice);
        return new String[] {
            Spelling.typed(account.name(), dice),
            dice.pick(PRODUCTS),
            Spelling.amount(target, dice),
            Spelling.amount(forecast, dice),
            Spelling.shortSlashes(
                    YearMonth.from(today).plusMonths(dice.between(1, 7)).atEndOfMonth()),
            status(month),
            note(month, dice)
        };
    }

    /** A share of what the customer pays in a year, in whole 10,000 yen. */
    private static long target(Account account, Dice dice) {
        double yearly = 12.0 * account.seats() * account.unitPrice();
        return Math.max(3, Math.round(yearly * dice.between(0.15, 0.5) / 10_000)) * 10_000;
    }

    /** Who declines will rather buy less. */
    private static long forecast(long target, Month month, Dice dice) {
        double share =
                switch (month.phase()) {
                    case GROWING -> dice.between(0.8, 1.3);
                    case DECLINING -> dice.between(-0.3, 0.1);
                    case STUCK -> 0;
                    default -> dice.between(0.2, 0.9);
                };
        return Math.round(target * share / 10_000) * 10_000;
    }

    private static String status(Month month) {
        return switch (month.phase()) {
            case GROWING -> "内示";
            case DECLINING, STUCK -> "保留";
            case ONBOARDING -> "未着手";
            default -> "提案中";
        };
    }

    private static String note(Month month, Dice dice) {
        return switch (month.phase()) {
            case GROWING -> dice.pick(List.of("他拠点への展開に前向き", "来期予算に計上済み", "部門追加の見積もりを提出"));
            case DECLINING -> dice.pick(List.of("減額の相談あり", "次回更新の見通しが立たない", ""));
            case STUCK -> "本稼働まで提案を控える";
            default -> dice.pick(List.of("", "", "更新時にあわせて提案", "担当者は前向き、決裁者は未接触"));
        };
    }
}
