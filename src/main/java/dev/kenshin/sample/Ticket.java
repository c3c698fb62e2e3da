package dev.kenshin.sample;

import dev.kenshin.sample.Account.Temper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A question to the support desk.
 *
 * @param solvedAt when it was answered for good, which may be after the last day that is written about
 * @param requester the position of the person who asked
 * @param satisfaction 1–5, where the requester said
 */
record Ticket(
        Account account,
        LocalDateTime openedAt,
        LocalDateTime solvedAt,
        int requester,
        String priority,
        String category,
        String subject,
        OptionalInt satisfaction)
        implements Fact {
    private record Topic(String category, String subject) {}

    private static final List<Topic> QUESTIONS = List.of(
            new Topic("操作方法", "ガントチャートの印刷範囲を変更したい"),
            new Topic("操作方法", "工程表を別の現場にコピーする方法"),
            new Topic("操作方法", "協力会社のユーザーを招待したい"),
            new Topic("操作方法", "スマートフォンで写真を一括登録できますか"),
            new Topic("操作方法", "休日カレンダーの設定方法"),
            new Topic("アカウント", "パスワードを忘れたユーザーの再設定"),
            new Topic("アカウント", "異動した社員の権限変更"),
            new Topic("アカウント", "利用者を10名追加したい"),
            new Topic("要望", "帳票に会社ロゴを入れたい"),
            new Topic("要望", "Excel出力の列順を固定してほしい"),
            new Topic("請求", "請求書の宛名変更について"),
            new Topic("連携", "会計システムへのCSV連携の仕様を知りたい"),
            new Topic("連携", "API連携のトークン更新について"),
            new Topic("不具合", "通知メールが届かない"));

    private static final List<Topic> COMPLAINTS = List.of(
            new Topic("不具合", "工程表の保存に時間がかかる"),
            new Topic("不具合", "ガントチャートの表示が途中で止まる"),
            new Topic("不具合", "入力した進捗が消えた"),
            new Topic("不具合", "モバイルアプリに繰り返しログインを求められる"),
            new Topic("要望", "現場から使いにくいという声が多く、改善予定を教えてほしい"),
            new Topic("請求", "ライセンス数を減らした場合の料金について"));

    private static final Topic LEAVING = new Topic("解約相談", "データの一括出力方法と契約終了時の扱いについて");

    /** What one customer asked in one month. */
    static List<Ticket> in(Account account, Month month) {
        Dice dice = account.dice("tickets", month.of());
        return Stream.generate(() -> one(account, month, dice))
                .limit(dice.times(mean(account, month)))
                .toList();
    }

    /** A decline begins with complaints and ends in silence. */
    private static double mean(Account account, Month month) {
        double size = 0.35 + account.seats() / 90.0;
        double temper =
                switch (account.temper()) {
                    case ORDINARY -> 1;
                    case SILENT -> 0.1;
                    case NOISY -> 3;
                };
        return size * temper * mood(month);
    }

    private static double mood(Month month) {
        return switch (month.phase()) {
            case ONBOARDING -> 2;
            case DECLINING -> month.since() < 3 ? 1.8 : 0.4;
            case STUCK -> 0.5;
            default -> 1;
        };
    }

    private static Ticket one(Account account, Month month, Dice dice) {
        Topic topic = topic(account, month, dice);
        boolean trouble = topic.category().equals("不具合");
        LocalDateTime opened = WorkingDays.pick(month.of(), dice)
                .atTime(dice.between(8, 18), dice.between(0, 59), dice.between(0, 59));
        double hours =
                StrictMath.exp(dice.between(0.5, 4.2)) * (trouble ? 3 : 1) * (month.is(Phase.DECLINING) ? 1.8 : 1);
        return new Ticket(
                account,
                opened,
                atWork(opened.plusMinutes((long) (hours * 60))),
                dice.between(1, 6),
                priority(trouble, dice),
                topic.category(),
                topic.subject(),
                dice.chance(0.4) ? OptionalInt.of(satisfaction(account, month, dice)) : OptionalInt.empty());
    }

    /** What would be answered at night is answered the next morning. */
    private static LocalDateTime atWork(LocalDateTime time) {
        if (time.getHour() >= 19) {
            return time.plusHours(13);
        }
        return time.getHour() < 8 ? time.plusHours(9) : time;
    }

    private static Topic topic(Account account, Month month, Dice dice) {
        if (month.is(Phase.DECLINING)) {
            return month.since() > 2 && dice.chance(0.35) ? LEAVING : dice.pick(COMPLAINTS);
        }
        return dice.pick(dice.chance(account.temper() == Temper.NOISY ? 0.5 : 0.12) ? COMPLAINTS : QUESTIONS);
    }

    private static String priority(boolean trouble, Dice dice) {
        if (trouble) {
            return dice.pick(List.of("normal", "high", "high", "urgent"));
        }
        return dice.pick(List.of("low", "normal", "normal", "normal", "high"));
    }

    private static int satisfaction(Account account, Month month, Dice dice) {
        double grumpy = account.temper() == Temper.NOISY ? 0.5 : 0;
        return (int) Math.max(1, Math.min(5, Math.round(2 + 3 * month.vigor() - grumpy + dice.noise(0.8))));
    }

    @Override
    public LocalDate day() {
        return openedAt.toLocalDate();
    }
}
