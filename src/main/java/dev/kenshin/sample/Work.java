package dev.kenshin.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Time that a consultant spent for a customer. */
record Work(Account account, LocalDate day, int minutes, String kind, String note) implements Fact {
    private static final List<String> INTRODUCTION =
            List.of("初期設定の支援", "工程テンプレートの作成", "既存の工程表の移行", "権限設計の打ち合わせ", "運用ルールの整理", "管理者向け操作説明");
    private static final List<String> CONSULTING =
            List.of("工程の標準化ワークショップ", "月次の活用状況レビュー", "進捗会議の運営改善", "他拠点展開の計画づくり", "原価データ連携の検討", "");
    private static final List<String> TRAINING = List.of("新任者向け操作研修", "現場監督向けモバイル研修", "ガントチャート活用講座", "");
    private static final List<String> MAINTENANCE = List.of("マスタ修正", "帳票レイアウト調整", "データ整理", "");

    /** What was done at one customer in one month. */
    static List<Work> in(Account account, Month month) {
        Dice dice = account.dice("work", month.of());
        return Stream.generate(() -> one(account, month, dice))
                .limit(dice.times(visits(account, month)))
                .toList();
    }

    private static double visits(Account account, Month month) {
        double size =
                switch (account.plan()) {
                    case LIGHT -> 0.06;
                    case STANDARD -> 0.4;
                    case ENTERPRISE -> 1.4;
                };
        return introduced(month) ? 1 + 2 * size : size * (0.2 + month.vigor());
    }

    private static boolean introduced(Month month) {
        return month.is(Phase.ONBOARDING) || (month.is(Phase.STUCK) && month.since() < 3);
    }

    private static Work one(Account account, Month month, Dice dice) {
        LocalDate day = WorkingDays.pick(month.of(), dice);
        int minutes = 30 * dice.between(1, 9);
        if (introduced(month)) {
            return new Work(account, day, minutes, "導入支援", dice.pick(INTRODUCTION));
        }
        if (dice.chance(0.25)) {
            return new Work(account, day, minutes, "トレーニング", dice.pick(TRAINING));
        }
        return dice.chance(0.25)
                ? new Work(account, day, minutes, "保守", dice.pick(MAINTENANCE))
                : new Work(account, day, minutes, "コンサルティング", dice.pick(CONSULTING));
    }
}
