package dev.kenshin.source.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Problem;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workbooks made to exhaust memory, or to read other files. */
class HostileWorkbookTest extends ExcelTest {
    private static final String SHEET = "/xl/worksheets/sheet1.xml";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    /** What a part of a workbook is blown up with; a random digit for {@code #} keeps it from being packed too well. */
    enum Bomb {
        REPEATED_CELLS(2, SHEET, "<worksheet " + MAIN + "><sheetData>", "<row><c><v>1</v></c></row>"),
        WIDE_ROW(1, SHEET, "<worksheet " + MAIN + "><sheetData><row>", "<c><v>#</v></c>"),
        LONG_TEXT(2, SHEET, "<worksheet " + MAIN + "><sheetData><row><c t=\"str\"><v>", "#"),
        MANY_ROWS(32, SHEET, "<worksheet " + MAIN + "><sheetData>", "<row><c><v>#</v></c></row>"),
        MANY_MERGES(4, SHEET, "<worksheet " + MAIN + "><sheetData/><mergeCells>", "<mergeCell ref=\"A#:B1000000\"/>"),
        WIDE_COLUMNS(1, SHEET, "<worksheet " + MAIN + "><cols>", "<col min=\"1\" max=\"2147483647\" width=\"#\"/>"),
        MANY_TEXTS(60, "/xl/sharedStrings.xml", "<sst " + MAIN + ">", "<si><t>#</t></si>"),
        MANY_FORMATS(8, "/xl/styles.xml", "<styleSheet " + MAIN + "><cellXfs>", "<xf xfId=\"#\"/>"),
        MANY_SHEETS(10, "/xl/workbook.xml", "<workbook " + MAIN + "><sheets>", "<sheet name=\"#\"/>"),
        MANY_RELATIONS(17, "/xl/_rels/workbook.xml.rels", "<Relationships>", "<Relationship Id=\"r#\"/>"),
        LONG_ATTRIBUTE(2, "/[Content_Types].xml", "<Types x=\"", "#");

        private final int megabytes;
        private final String part;
        private final String start;
        private final String unit;

        Bomb(int megabytes, String part, String start, String unit) {
            this.megabytes = megabytes;
            this.part = part;
            this.start = start;
            this.unit = unit;
        }
    }

    @BeforeEach
    void ordinaryWorkbook() throws Exception {
        Sheets.write(book(), workbook -> Sheets.row(workbook.createSheet("一覧"), 1, "会社名"));
    }

    @ParameterizedTest
    @EnumSource
    @Threat(Danger.WORKBOOK_BOMB)
    void bomb_isRefusedAsTooLarge(Bomb bomb) throws Exception {
        replace(bomb.part, writer -> blowUp(writer, bomb));
        assertThat(problem().code()).as(problem().toString()).isEqualTo("KEN-S74");
    }

    /** In a process with much less memory than what they unpack to would take. */
    @Test
    @Threat(Danger.WORKBOOK_BOMB)
    void bombs_areRefusedWithLittleMemoryAndLeaveNoCopy() throws Exception {
        Path temporary = Files.createDirectory(base.resolve("temporary"));
        for (Bomb bomb : List.of(Bomb.MANY_TEXTS, Bomb.WIDE_ROW, Bomb.MANY_ROWS)) {
            replace(bomb.part, writer -> blowUp(writer, bomb));
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx64m",
                            "-Djava.io.tmpdir=" + temporary,
                            "-cp",
                            System.getProperty("java.class.path"),
                            HostileWorkbookTest.class.getName(),
                            base.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as(bomb.name())
                    .contains("KEN-S74")
                    .doesNotContain("OutOfMemoryError");
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(temporary).isDirectoryNotContaining("glob:**.xlsx");
        }
    }

    /** Reads the workbook in a directory and prints what is wrong with it. */
    public static void main(String[] directory) {
        HostileWorkbookTest test = new HostileWorkbookTest();
        test.base = Path.of(directory[0]);
        System.out.println(test.problem().code());
    }

    @ParameterizedTest
    @EnumSource(names = {"REPEATED_CELLS", "MANY_TEXTS", "MANY_SHEETS"})
    @Threat(Danger.EXTERNAL_ENTITY)
    void entity_readsNoOtherFile(Bomb part) throws Exception {
        Path secret = Files.writeString(base.resolve("secret.txt"), "himitsu");
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        replace(part.part, writer -> {
            writer.write(
                    doctype + part.start + part.unit.replace("1</v>", "&e;</v>").replace("#", "&e;"));
            for (String element : new String[] {"sheetData", "worksheet"}) {
                writer.write(part == Bomb.REPEATED_CELLS ? "</" + element + ">" : "");
            }
            writer.write(part == Bomb.MANY_TEXTS ? "</sst>" : part == Bomb.MANY_SHEETS ? "</sheets></workbook>" : "");
        });
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo("KEN-S72");
        assertThat(problem.toString()).doesNotContain("himitsu");
    }

    /** Writes a part. */
    private interface Content {
        void write(Writer writer) throws IOException;
    }

    private void replace(String part, Content content) throws IOException {
        URI archive = URI.create("jar:" + book().toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("useTempFile", true));
                OutputStream out = Files.newOutputStream(zip.getPath(part));
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            content.write(writer);
        }
    }

    private static void blowUp(Writer writer, Bomb bomb) throws IOException {
        String[] units = IntStream.range(1, 10)
                .mapToObj(digit -> bomb.unit.replace("#", Integer.toString(digit)))
                .toArray(String[]::new);
        Random random = new Random(1);
        writer.write(bomb.start);
        for (int written = 0; written < bomb.megabytes * 1_000_000; written += bomb.unit.length()) {
            writer.write(units[random.nextInt(units.length)]);
        }
    }
}
