package dev.kenshin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemPrinterTest {
    @TempDir
    Path base;

    private final List<Problem> problems = List.of(
            Problem.warning(
                    "KEN-S02",
                    new Location.InSheet("nps.xlsx", "回答", "D14"),
                    new Text("「高い」は数値ではありません。", "'高い' is not a number."),
                    new Text("数値にしてください。", "Write a number.")),
            Problem.error(
                    "KEN-C05",
                    new Location.InText("crm.yaml", 2, 21),
                    new Text("ここに項目「kye」は書けません。", "The key 'kye' does not belong here."),
                    new Text("「key」のことではありませんか。", "Did you mean 'key'?")),
            Problem.error(
                    "KEN-C09",
                    new Location.InText("crm.yaml", 1, 7),
                    new Text("「cvs」は使えません。", "'cvs' is not allowed."),
                    new Text("「csv」のことではありませんか。", "Did you mean 'csv'?")));

    @BeforeEach
    void writeTheFile() throws IOException {
        Files.writeString(base.resolve("crm.yaml"), "type: cvs\n顧客: { path: 顧客.csv, kye: 番号 }\n");
    }

    @Test
    void english_groupsByFile_inOrderOfPosition_withCarets() {
        assertThat(print(Language.EN, false)).isEqualTo("""
                crm.yaml:1:7 KEN-C09 'cvs' is not allowed. Did you mean 'csv'?
                    type: cvs
                          ^
                crm.yaml:2:21 KEN-C05 The key 'kye' does not belong here. Did you mean 'key'?
                    顧客: { path: 顧客.csv, kye: 番号 }
                    　　          　　      ^

                nps.xlsx!回答!D14 KEN-S02 '高い' is not a number. Write a number.

                2 errors, 1 warning.
                """);
    }

    @Test
    void japanese_saysTheSame() {
        assertThat(print(Language.JA, false)).isEqualTo("""
                crm.yaml:1:7 KEN-C09 「cvs」は使えません。「csv」のことではありませんか。
                    type: cvs
                          ^
                crm.yaml:2:21 KEN-C05 ここに項目「kye」は書けません。「key」のことではありませんか。
                    顧客: { path: 顧客.csv, kye: 番号 }
                    　　          　　      ^

                nps.xlsx!回答!D14 KEN-S02 「高い」は数値ではありません。数値にしてください。

                エラー 2件、警告 1件。
                """);
    }

    @Test
    void colour_marksPlaceCodeAndCaret_andNothingElse() {
        assertThat(print(Language.EN, true))
                .contains("\u001b[1mcrm.yaml:1:7\u001b[0m \u001b[31mKEN-C09\u001b[0m 'cvs'")
                .contains("\u001b[33mKEN-S02\u001b[0m")
                .contains("\u001b[31m^\u001b[0m");
        assertThat(print(Language.EN, true).replaceAll("\u001b\\[\\d+m", "")).isEqualTo(print(Language.EN, false));
    }

    @Test
    void secretsInTheFile_areStarred_andTheCaretStaysInPlace() throws IOException {
        Files.writeString(base.resolve("db.yaml"), "a: { password: 'hunter2', url: 'x?pwd=canary&a=1', kye: 1 }\n");
        Problem problem = Problem.error(
                "KEN-C05", new Location.InText("db.yaml", 1, 52), Text.same("No key 'kye'."), Text.same("Delete it."));
        assertThat(new ProblemPrinter(Language.EN, false, base).print(List.of(problem)))
                .startsWith("""
                db.yaml:1:52 KEN-C05 No key 'kye'. Delete it.
                    a: { password: *********, url: 'x?pwd=******&a=1', kye: 1 }
                                                                       ^
                """);
    }

    @Test
    void placesThatCannotBeShown_areNamedOnly() {
        Problem gone = Problem.error(
                "KEN-C01",
                new Location.InText("gone.yaml", 3, 1),
                Text.same("It is gone."),
                Text.same("Bring it back."));
        assertThat(new ProblemPrinter(Language.EN, false, base).print(List.of(gone)))
                .isEqualTo("""
                gone.yaml:3:1 KEN-C01 It is gone. Bring it back.

                1 error, 0 warnings.
                """);
    }

    @Test
    void noProblems_printNothing() {
        assertThat(new ProblemPrinter(Language.JA, true, base).print(List.of())).isEmpty();
    }

    private String print(Language language, boolean colour) {
        return new ProblemPrinter(language, colour, base).print(problems);
    }
}
