package dev.kenshin.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What the project management system knows: {@code work.csv} and {@code onboarding.csv}. */
final class ProjectFiles {
    private static final List<String> STEPS = List.of("キックオフ", "初期設定", "データ移行", "管理者研修", "利用者研修", "本稼働");
    private static final int DAYS_A_STEP = 14;

    private ProjectFiles() {}

    static void write(Company company, Path directory) throws IOException {
        try (CsvFile work = CsvFile.utf8WithMark(
                directory.resolve("work.csv"), List.of("案件番号", "顧客名", "作業日", "作業時間", "作業区分", "作業者", "メモ"))) {
            company.tell(Work::in, done -> work.row(work(done)));
        }
        try (CsvFile steps =
                CsvFile.utf8(directory.resolve("onboarding.csv"), List.of("顧客番号", "順番", "ステップ", "予定日", "完了日"))) {
            company.accounts()
                    .forEach(account -> onboarding(account, company.request().lastDay(), steps));
        }
    }

    private static String[] work(Work work) {
        Account account = work.account();
        Dice dice = account.dice("work row", (int) work.day().toEpochDay());
        return new String[] {
            Spelling.written("P-%04d", account.number()),
            Spelling.typed(account.name(), dice),
            Spelling.shortSlashes(work.day()),
            Spelling.duration(work.minutes(), dice),
            work.kind(),
            Person.of(Dice.of(account.number() % 7, "consultant")).full(),
            work.note()
        };
    }

    private static void onboarding(Account account, LocalDate today, CsvFile file) {
        for (int position = 1; position <= STEPS.size(); position++) {
            LocalDate due = account.life().startsOn().plusDays((long) DAYS_A_STEP * position);
            LocalDate completed = completed(account, position, due);
            file.row(
                    account.id(),
                    String.valueOf(position),
                    STEPS.get(position - 1),
                    due.toString(),
                    completed.isAfter(today) ? "" : completed.toString());
        }
    }

    /** Who is slow falls ever further behind, and completes the later steps only if it recovers. */
    private static LocalDate completed(Account account, int position, LocalDate due) {
        Dice dice = account.dice("step", position);
        if (!account.life().slow()) {
            return due.plusDays(dice.between(-6, 9));
        }
        return position < 4
                ? due.plusDays(dice.between(5, 12) * (long) position)
                : recovery(account).plusDays(dice.between(0, 12) + 15L * (position - 4));
    }

    private static LocalDate recovery(Account account) {
        return account.life().told().stream()
                .filter(month -> month.is(Phase.RECOVERING))
                .findFirst()
                .map(Month::of)
                .orElse(YearMonth.of(9999, 1))
                .atDay(10);
    }
}
