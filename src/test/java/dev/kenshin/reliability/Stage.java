package dev.kenshin.reliability;

import dev.kenshin.job.TestCompany;
import dev.kenshin.ops.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The installed command, the company on two evenings, and its undisturbed nights. */
record Stage(Path directory, Installation installation, List<Scene> scenes) {

    /** Installs the command and runs each night once. */
    static Stage in(Path directory) throws Exception {
        Installation installation = Installation.in(directory.resolve("installation"));
        TestCompany evening = TestCompany.in(directory.resolve("first"));
        evening.change("jobs/nightly.yaml", text -> text.replace("[tables]", "[tables, workbook, mart]"));
        TestCompany next = evening.copyTo(directory.resolve("second"));
        change(next);
        Path nothing = directory.resolve("nothing");
        Path afterFirst = directory.resolve("undisturbed-first/home");
        observed(installation, first(evening, nothing), directory.resolve("archiving"), installation.archiving());
        Scene first = observed(installation, first(evening, nothing), directory.resolve("undisturbed-first"), List.of());
        Scene second = observed(
                installation,
                Scene.of("a second night over changed data", next.directory, afterFirst, TestCompany.SUNDAY),
                directory.resolve("undisturbed-second"),
                List.of());
        return new Stage(directory, installation, List.of(first, second));
    }

    private static Scene first(TestCompany evening, Path nothing) {
        return Scene.of("a first night", evening.directory, nothing, TestCompany.SATURDAY);
    }

    /** Of each kind of change one: records that come, change and go, and days and rows that come late. */
    private static void change(TestCompany company) throws IOException {
        company.change("files/accounts.csv", text -> text.replace("鈴木,midori", "高橋,midori"));
        company.append("files/accounts.csv", "C6,もみじ商会,高橋,momiji.example,t-6,2026-10-31,2026-11-01\n");
        company.change("files/contracts.csv", without("K6,").andThen(text -> text.replace("K1,株式会社あおば,2025-04-01,4", "K1,株式会社あおば,2025-04-01,6"))::apply);
        company.append("files/contracts.csv", "K7,もみじ商会,2026-10-31,2,20000\n");
        company.change("files/tickets.jsonl", text -> text.replaceFirst("\"closed\": null", "\"closed\": \"2026-11-01T09:00:00+09:00\""));
        company.append("files/tickets.jsonl", """
                {"id": 5, "company": "もみじ商会", "opened": "2026-11-01T10:00:00+09:00", "closed": null}
                """);
        company.writeAnswers("株式会社あおば", "9", "みどり工業", "２", "さくら", "高い", "ひかり", "8");
        company.append("files/events/2026-10-31.csv", "t-5,u9,2026-10-31 23:59:00,login\n");
        Files.writeString(company.file("files/events/2026-11-01.csv"), """
                tenant,user,at,event
                t-1,u3,2026-11-01 09:00:00,login
                t-6,u1,2026-11-01 10:00:00,login
                t-9,u1,2026-11-01 13:00:00,login
                """);
    }

    private static UnaryOperator<String> without(String beginning) {
        return text -> text.replaceAll("(?m)^" + beginning + ".*\n", "");
    }

    private static Scene observed(Installation installation, Scene scene, Path directory, List<String> options)
            throws IOException, InterruptedException, SQLException {
        Home home = new Home(directory.resolve("home"));
        Files.createDirectories(directory);
        if (Files.exists(scene.before())) {
            TestCompany.copy(scene.before(), home.directory());
        }
        Sight sight = new Sight(home, directory);
        Content old = Files.exists(home.directory()) ? sight.published() : Content.NONE;
        try (Run run = Run.start(installation, scene, home, directory, options)) {
            if (run.exitCode() != 0) {
                throw new IllegalStateException(scene.name() + " went wrong: " + run.said());
            }
            Duration length = run.sinceStart();
            return scene.observed(old, sight.all(), length);
        }
    }
}
