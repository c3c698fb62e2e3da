package dev.kenshin.sample;

import dev.kenshin.sample.Account.Temper;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An answer to the question how likely one is to recommend the product.
 *
 * @param position of the person who answers
 * @param score 0–10
 */
record Answer(Account account, LocalDate day, int position, int score, String comment) implements Fact {
    /** The vendor asks everyone in April and October. */
    private static final Set<Integer> CAMPAIGNS = Set.of(4, 10);

    private static final List<String> PRAISE = List.of(
            "現場の進捗がひと目で分かるようになりました", "サポートの回答が早くて助かっています", "協力会社との共有が楽になった", "工程会議の準備時間が半分になりました", "", "", "特になし");
    private static final List<String> MIDDLING =
            List.of("おおむね満足ですが、帳票の自由度がもう少しほしい", "使う人と使わない人の差が大きい", "モバイルの動作が重いときがある", "", "", "", "価格がもう少し下がれば");
    private static final List<String> CRITICISM = List.of(
            "入力の手間が増えただけという声が現場から出ている",
            "担当が代わってから活用方法が分からない",
            "他社の製品と比べて機能が足りない",
            "費用に見合う効果が見えない",
            "",
            "結局Excelに戻っている部署が多い");

    /** What the people of one customer answered in one month. */
    static List<Answer> in(Account account, Month month) {
        if (!CAMPAIGNS.contains(month.of().getMonthValue()) || month.age() < 2) {
            return List.of();
        }
        Dice dice = account.dice("nps", month.of());
        int asked = Math.min(5, 1 + account.seats() / 30);
        return IntStream.rangeClosed(0, asked)
                .filter(position -> dice.chance(willingness(account, month, position)))
                .mapToObj(
                        position -> answer(account, month.of(), position, score(account, month, position, dice), dice))
                .toList();
    }

    private static double willingness(Account account, Month month, int position) {
        double temper = account.temper() == Temper.SILENT ? 0.6 : 1;
        double rank = position == 0 ? 0.6 : 1;
        return temper * rank * (0.25 + 0.55 * month.vigor());
    }

    /** Silent customers are content; noisy ones say less than they feel. Administrators see more of the good. */
    private static int score(Account account, Month month, int position, Dice dice) {
        double temper =
                switch (account.temper()) {
                    case ORDINARY -> 0;
                    case SILENT -> 1.5;
                    case NOISY -> -0.7;
                };
        double role = position == 1 ? 0.4 : 0;
        return (int) Math.max(0, Math.min(10, Math.round(2.8 + 6.8 * month.vigor() + temper + role + dice.noise(1.4))));
    }

    private static Answer answer(Account account, YearMonth month, int position, int score, Dice dice) {
        List<String> comments = score >= 9 ? PRAISE : score >= 7 ? MIDDLING : CRITICISM;
        return new Answer(account, WorkingDays.pick(month, dice), position, score, dice.pick(comments));
    }

    String role() {
        return switch (position) {
            case 0 -> "決裁者";
            case 1 -> "管理者";
            default -> "利用者";
        };
    }
}
