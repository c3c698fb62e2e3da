package dev.kenshin.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The workbook {@code meetings.xlsx}, which the CSMs keep by hand: whom they met, and what they noticed. */
final class MeetingsWorkbook {
    private static final List<String> MEETINGS = List.of("開催日", "会社名", "種別", "所要時間", "参加人数", "議題", "メモ");
    private static final List<String> OBSERVATIONS = List.of("把握日", "会社名", "種別", "解消日", "内容", "報告者");

    private MeetingsWorkbook() {}

    static void write(Company company, Path directory) throws IOException {
        Files.createDirectories(directory);
        try (SXSSFWorkbook workbook = Workbooks.create()) {
            meetings(company, workbook);
            observations(company, workbook);
            Workbooks.save(workbook, company.request().lastDay(), directory.resolve("meetings.xlsx"));
        }
    }

    private static void meetings(Company company, SXSSFWorkbook workbook) throws IOException {
        Page page = new Page(workbook, "定例会議", List.of(14, 28, 12, 10, 10, 24, 40), Slips.MEETINGS);
        page.title("顧客との会議・電話の記録", MEETINGS.size());
        page.blankLine();
        page.header(MEETINGS);
        page.freeze();
        company.tell(Meeting::in, meeting -> row(page, meeting));
        page.end(30, MEETINGS.size());
    }

    private static void row(Page page, Meeting meeting) {
        Dice dice = meeting.account().dice("meeting row", (int) meeting.day().toEpochDay(), meeting.minutes());
        page.row(
                day(meeting.day(), dice),
                Spelling.typed(meeting.account().name(), dice),
                meeting.kind(),
                Spelling.duration(meeting.minutes(), dice),
                dice.chance(0.1) ? Spelling.fullWidth(String.valueOf(meeting.attendees())) : meeting.attendees(),
                meeting.subject(),
                meeting.note());
    }

    private static void observations(Company company, SXSSFWorkbook workbook) throws IOException {
        Page page = new Page(workbook, "定性情報", List.of(14, 28, 12, 14, 48, 14), Slips.OBSERVATIONS);
        page.title("定性情報(気づいたことを書く)", OBSERVATIONS.size());
        page.header(OBSERVATIONS);
        page.freeze();
        company.tell(Observation::in, seen -> row(page, seen, company.request().lastDay()));
        page.end(15, OBSERVATIONS.size());
    }

    private static void row(Page page, Observation seen, LocalDate today) {
        Dice dice = seen.account().dice("observation row", (int) seen.day().toEpochDay());
        page.row(
                day(seen.day(), dice),
                Spelling.typed(seen.account().name(), dice),
                seen.kind(),
                seen.resolvedOn()
                        .filter(day -> !day.isAfter(today))
                        .<Object>map(day -> day(day, dice))
                        .orElse(""),
                seen.note(),
                seen.account().owner());
    }

    private static Object day(LocalDate day, Dice dice) {
        return switch (dice.between(0, 9)) {
            case 0 -> Spelling.shortEra(day);
            case 1 -> Spelling.era(day);
            default -> day;
        };
    }
}
