package dev.kenshin.reliability;

import dev.kenshin.job.TestCompany;
import java.io.IOException;
import java.nio.file.Files;

/** What has happened to the company's files a day later: of each kind of change one, so that every merge has work to do. */
final class SecondEvening {
    private SecondEvening() {}

    static void change(TestCompany company) throws IOException {
        accounts(company);
        contracts(company);
        tickets(company);
        company.writeAnswers("株式会社あおば", "9", "みどり工業", "２", "さくら", "高い", "ひかり", "8");
        events(company);
    }

    private static void accounts(TestCompany company) throws IOException {
        company.change("files/accounts.csv", text -> text.replace("鈴木,midori", "高橋,midori"));
        company.append("files/accounts.csv", "C6,もみじ商会,高橋,momiji.example,t-6,2026-10-31,2026-11-01\n");
    }

    /** One more, one fewer, and one with more seats. */
    private static void contracts(TestCompany company) throws IOException {
        company.change("files/contracts.csv", text -> text.replaceAll("(?m)^K6,.*\n", "")
                .replace("2025-04-01,4", "2025-04-01,6"));
        company.append("files/contracts.csv", "K7,もみじ商会,2026-10-31,2,20000\n");
    }

    private static void tickets(TestCompany company) throws IOException {
        company.change(
                "files/tickets.jsonl",
                text -> text.replaceFirst("\"closed\": null", "\"closed\": \"2026-11-01T09:00:00+09:00\""));
        company.append("files/tickets.jsonl", """
                {"id": 5, "company": "もみじ商会", "opened": "2026-11-01T10:00:00+09:00", "closed": null}
                """);
    }

    /** A new day, and an event of the day before that came late. */
    private static void events(TestCompany company) throws IOException {
        company.append("files/events/2026-10-31.csv", "t-5,u9,2026-10-31 23:59:00,login\n");
        Files.writeString(company.file("files/events/2026-11-01.csv"), """
                tenant,user,at,event
                t-1,u3,2026-11-01 09:00:00,login
                t-6,u1,2026-11-01 10:00:00,login
                t-9,u1,2026-11-01 13:00:00,login
                """);
    }
}
