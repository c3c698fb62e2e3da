package dev.kenshin.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The workbook {@code nps.xlsx}, into which answers to the survey are copied from e-mails and forms. */
final class NpsWorkbook {
    private static final int WIDTH = 6;

    /** Someone filtered this row away. */
    private static final int HIDDEN_ROW = 45;

    private NpsWorkbook() {}

    static void write(Company company, Path directory) throws IOException {
        Files.createDirectories(directory);
        try (SXSSFWorkbook workbook = Workbooks.create()) {
            Page page = new Page(workbook, "回答", List.of(28, 14, 10, 18, 8, 48), Slips.ANSWERS);
            head(page);
            company.tell(Answer::in, answer -> row(page, answer));
            page.end(20, WIDTH);
            Workbooks.save(workbook, company.request().lastDay(), directory.resolve("nps.xlsx"));
        }
    }

    private static void head(Page page) {
        page.title("顧客満足度調査(NPS) 回答一覧", WIDTH);
        page.title("※推奨度は0~10。回答が届いたら一番下に追記してください", WIDTH);
        page.header(List.of("回答者", "", "", "評価", "", ""));
        page.mergeHeader(0, 2);
        page.mergeHeader(3, 5);
        page.header(List.of("会社名", "氏名", "役割", "回答日", "推奨度", "コメント"));
        page.freeze();
    }

    private static void row(Page page, Answer answer) {
        Dice dice = answer.account().dice("nps row", (int) answer.day().toEpochDay(), answer.position());
        page.row(
                Spelling.typed(answer.account().name(), dice),
                answer.account().person(answer.position()).full(),
                answer.role(),
                day(answer.day(), dice),
                score(answer.score(), dice),
                answer.comment());
        if (page.rows() == HIDDEN_ROW) {
            page.hide();
        }
    }

    /** Several people fill in the file, and each has habits. */
    private static Object day(LocalDate day, Dice dice) {
        return switch (dice.between(0, 7)) {
            case 0, 1 -> Spelling.era(day);
            case 2 -> Spelling.shortEra(day);
            case 3 -> Spelling.fullWidth(Spelling.era(day));
            default -> day;
        };
    }

    private static Object score(int score, Dice dice) {
        if (dice.chance(0.12)) {
            return Spelling.fullWidth(String.valueOf(score));
        }
        return dice.chance(0.05) ? String.valueOf(score) : Integer.valueOf(score);
    }
}
