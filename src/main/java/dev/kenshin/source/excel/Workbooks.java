package dev.kenshin.source.excel;

import com.github.pjfanning.xlsx.StreamingReader;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.file.Unreadable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;

/** Opens workbooks: {@code .xlsx} streamed, the older {@code .xls} as a whole. What a file is, its first bytes tell. */
final class Workbooks {
    /** Rows the library reads at a time. */
    private static final int ROWS_AHEAD = 20;

    static {
        ZipSecureFile.setMaxEntrySize(Limit.SHEET.bytes());
        // Sheets of repeated values shrink to a hundredth, where the library would already take them for bombs.
        ZipSecureFile.setMinInflateRatio(0.005);
    }

    private Workbooks() {}

    /** Opens the file, whose password, if it has one, is resolved already. */
    static OpenWorkbook open(SourceFile file, Optional<String> password) throws IOException, SourceUnavailable {
        File path = file.path().toFile();
        if (path.length() == 0) {
            throw Unreadable.empty(file);
        }
        FileMagic kind = FileMagic.valueOf(path);
        try {
            return switch (kind) {
                case OOXML -> streamed(file, Files.newInputStream(file.path()));
                case OLE2 -> old(file, path, password);
                default -> throw ExcelProblems.noWorkbook(file);
            };
        } catch (EncryptedDocumentException e) {
            throw ExcelProblems.password(file, password.isPresent());
        } catch (IOException | OpenXML4JException | GeneralSecurityException | RuntimeException e) {
            throw ExcelProblems.broken(file, e);
        }
    }

    private static OpenWorkbook streamed(SourceFile file, InputStream content) throws IOException, OpenXML4JException {
        Snapshot snapshot = snapshot(content, file.path().toFile().length());
        try {
            File copy = snapshot.path().toFile();
            Parts.check(copy);
            Workbook workbook =
                    StreamingReader.builder().rowCacheSize(ROWS_AHEAD).open(copy);
            return new OpenWorkbook(file, workbook, Optional.of(snapshot));
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            snapshot.close();
            throw e;
        }
    }

    private static Snapshot snapshot(InputStream content, long size) throws IOException {
        try (content) {
            TooLarge.refuse("bytes", size, Limit.XLSX_FILE);
            return Snapshot.of(content);
        }
    }

    /** The container of {@code .xls}, which also wraps an {@code .xlsx} that is protected. */
    private static OpenWorkbook old(SourceFile file, File path, Optional<String> password)
            throws IOException, OpenXML4JException, GeneralSecurityException {
        try (POIFSFileSystem container = new POIFSFileSystem(path, true)) {
            if (container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                return streamed(file, decrypted(container, password));
            }
            TooLarge.refuse("bytes", path.length(), Limit.XLS_FILE);
            return new OpenWorkbook(file, held(container, password), Optional.empty());
        }
    }

    private static Workbook held(POIFSFileSystem container, Optional<String> password) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(password.orElse(null));
        try {
            return new HSSFWorkbook(container, false);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    /** Excel protects some workbooks with a password that everybody knows, only so that they are not changed. */
    private static InputStream decrypted(POIFSFileSystem container, Optional<String> password)
            throws IOException, GeneralSecurityException {
        Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(container));
        if (!decryptor.verifyPassword(password.orElse(Decryptor.DEFAULT_PASSWORD))) {
            throw new EncryptedDocumentException("wrong password");
        }
        return decryptor.getDataStream(container);
    }
}
