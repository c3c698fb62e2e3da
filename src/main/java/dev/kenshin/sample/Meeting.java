package dev.kenshin.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** An encounter of a CSM with a customer. */
record Meeting(Account account, LocalDate day, String kind, int minutes, int attendees, String subject, String note)
        implements Fact {
    private static final List<String> REGULAR = List.of("活用状況の確認", "今月の利用状況と課題", "問い合わせの振り返り", "新機能の紹介", "次の展開先の相談");
    private static final List<String> WORRIED = List.of("利用減少の背景確認", "費用対効果の説明", "体制変更のヒアリング", "課題の洗い出し");
    private static final List<String> REVIEW = List.of("四半期レビュー", "半期の成果報告", "来期計画のすり合わせ");
    private static final List<String> TRAINING = List.of("管理者向け研修", "現場リーダー向け研修", "新任者研修");
    private static final List<String> CALL = List.of("更新手続きの確認", "操作についての質問", "近況うかがい");

    /** What one customer was met for in one month. */
    static List<Meeting> in(Account account, Month month) {
        Dice dice = account.dice("meetings", month.of());
        List<Meeting> meetings = new ArrayList<>();
        add(meetings, dice.chance(regular(account, month)), regular(account, month, dice));
        add(meetings, dice.chance(review(account, month)), held(account, month, "QBR", 90, REVIEW, dice));
        add(meetings, dice.chance(training(month)), held(account, month, "トレーニング", 120, TRAINING, dice));
        add(meetings, dice.chance(0.1), held(account, month, "電話", 15, CALL, dice));
        return meetings;
    }

    private static void add(List<Meeting> meetings, boolean takesPlace, Meeting meeting) {
        if (takesPlace) {
            meetings.add(meeting);
        }
    }

    /** Closely kept customers are met every month, the others now and then; who turns away has no time. */
    private static double regular(Account account, Month month) {
        double usual =
                switch (account.plan()) {
                    case LIGHT -> 0.06;
                    case STANDARD -> 0.4;
                    case ENTERPRISE -> 0.92;
                };
        boolean avoiding = (month.is(Phase.DECLINING) && month.since() > 0) || month.is(Phase.STUCK);
        return month.is(Phase.ONBOARDING) ? 0.95 : avoiding ? usual * 0.3 : usual;
    }

    private static double review(Account account, Month month) {
        boolean due = account.plan() == Plan.ENTERPRISE && month.of().getMonthValue() % 3 == account.number() % 3;
        return due ? 0.3 + 0.7 * month.vigor() : 0;
    }

    private static double training(Month month) {
        return month.is(Phase.ONBOARDING) ? 0.5 : 0.03;
    }

    private static Meeting regular(Account account, Month month, Dice dice) {
        List<String> subjects = month.is(Phase.DECLINING) ? WORRIED : REGULAR;
        return held(account, month, "定例", 30 * dice.between(1, 2), subjects, dice);
    }

    private static Meeting held(
            Account account, Month month, String kind, int minutes, List<String> subjects, Dice dice) {
        YearMonth of = month.of();
        return new Meeting(
                account,
                WorkingDays.pick(of, dice),
                kind,
                minutes,
                kind.equals("電話") ? 1 : dice.between(2, largest(account.plan())),
                dice.pick(subjects),
                note(month, dice));
    }

    /** How many people come to a meeting at most. */
    private static int largest(Plan plan) {
        return switch (plan) {
            case LIGHT -> 3;
            case STANDARD -> 5;
            case ENTERPRISE -> 7;
        };
    }

    private static String note(Month month, Dice dice) {
        if (dice.chance(0.5)) {
            return "";
        }
        return switch (month.phase()) {
            case DECLINING -> dice.pick(List.of("先方の反応が薄い。参加者が減っている", "次回日程は先方から連絡", "現場の不満が強い。宿題多数"));
            case GROWING -> dice.pick(List.of("別部署でも使いたいとの話", "追加ライセンスの見積もり依頼あり"));
            case ONBOARDING -> dice.pick(List.of("初期設定は予定どおり", "キーマンの協力を得られている"));
            case STUCK -> dice.pick(List.of("データ移行の担当者が決まらない", "現場の繁忙期で研修を延期"));
            default -> dice.pick(List.of("特に問題なし", "要望を開発に連携済み", "次回は利用者にも参加してもらう"));
        };
    }
}
