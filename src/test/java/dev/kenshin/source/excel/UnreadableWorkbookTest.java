package dev.kenshin.source.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Problem;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that are protected, damaged, or none. */
class UnreadableWorkbookTest extends ExcelTest {

    @Test
    void protectedWorkbook_opensWithItsPasswordOnly() throws Exception {
        protect("秘密9");
        assertThat(fields("password", "${SECRET}")).containsExactly(Map.of("会社名", "甲"));
        for (Problem problem : new Problem[] {problem("password", "xyzzy"), problem()}) {
            assertThat(problem.code()).isEqualTo("KEN-S73");
            assertThat(problem.message().ja()).contains("パスワード");
            assertThat(problem.toString()).doesNotContain("xyzzy");
        }
    }

    @Test
    void workbookProtectedAgainstChangesOnly_opensWithoutPassword() throws Exception {
        protect("VelvetSweatshop");
        assertThat(fields()).containsExactly(Map.of("会社名", "甲"));
    }

    private void protect(String password) throws Exception {
        Sheets.write(base.resolve("plain.xlsx"), UnreadableWorkbookTest::one);
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream encrypted = encryptor.getDataStream(container)) {
                Files.copy(base.resolve("plain.xlsx"), encrypted);
            }
            try (OutputStream out = Files.newOutputStream(book())) {
                container.writeFilesystem(out);
            }
        }
    }

    @Test
    void oldProtectedWorkbook_opensWithItsPasswordOnly() throws Exception {
        Biff8EncryptionKey.setCurrentUserPassword("秘密9");
        try {
            Sheets.write(base.resolve("book.xls"), UnreadableWorkbookTest::one);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(fields("path", "book.xls", "password", "${SECRET}")).containsExactly(Map.of("会社名", "甲"));
        assertThat(problem("path", "book.xls", "password", "x").code()).isEqualTo("KEN-S73");
        assertThat(problem("path", "book.xls").code()).isEqualTo("KEN-S73");
    }

    private static void one(Workbook workbook) {
        Sheets.row(workbook.createSheet("一覧"), 1, "会社名");
        Sheets.row(workbook.getSheet("一覧"), 2, "甲");
    }

    @Test
    void emptyFile_isTold() throws IOException {
        Files.createFile(book());
        assertThat(problem().code()).isEqualTo("KEN-S11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "会社名,氏名\r\n甲,一\r\n",
                "<html><body><table><tr><td>会社名</td></tr></table></body></html>",
                "<?xml version=\"1.0\"?><Workbook/>",
                "%PDF-1.7",
                "x"
            })
    void otherFileCalledXlsx_isNoWorkbook(String content) throws IOException {
        Files.writeString(book(), content, Charset.forName("windows-31j"));
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo("KEN-S71");
        assertThat(problem.fix().ja()).contains("type: csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"book.xlsx", "book.xls"})
    void truncatedWorkbook_isDamaged(String name) throws Exception {
        byte[] whole = Files.readAllBytes(Sheets.write(base.resolve(name), UnreadableWorkbookTest::many));
        for (int percent : new int[] {1, 30, 60, 90}) {
            Files.write(base.resolve(name), Arrays.copyOf(whole, whole.length * percent / 100));
            assertThat(problem("path", name).code()).isEqualTo("KEN-S72");
        }
    }

    /** Either everything is read or the source is unavailable; nothing else is ever thrown. */
    @ParameterizedTest
    @ValueSource(strings = {"book.xlsx", "book.xls"})
    void flippedBytes_neverEndInAnythingElse(String name) throws Exception {
        byte[] whole = Files.readAllBytes(Sheets.write(base.resolve(name), UnreadableWorkbookTest::many));
        Random random = new Random(20261031);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(base.resolve(name), damaged);
            assertReadOrUnavailable(name);
        }
    }

    private void assertReadOrUnavailable(String name) {
        try {
            records("path", name);
        } catch (SourceUnavailable e) {
            assertThat(e.problem().code()).startsWith("KEN-S");
        }
    }

    private static void many(Workbook workbook) {
        one(workbook);
        for (int i = 3; i < 300; i++) {
            Sheets.row(workbook.getSheet("一覧"), i, "会社" + i, i * 1.5);
        }
    }

    @Test
    void decryptedCopy_isGoneOnceClosed() throws Exception {
        protect("秘密9");
        SourceFile file = new SourceFile(book(), "book.xlsx", "book.xlsx");
        OpenWorkbook workbook = Workbooks.open(file, Optional.of("秘密9"));
        Path copy = workbook.snapshot().orElseThrow().path();
        assertThat(copy).exists();
        workbook.close();
        assertThat(copy).doesNotExist();
    }
}
