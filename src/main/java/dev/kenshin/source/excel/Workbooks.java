package dev.kenshin.source.excel;

import com.github.pjfanning.xlsx.StreamingReader;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;

/** Opens workbooks: {@code .xlsx} streamed, the older {@code .xls} as a whole. Limits keep bombs from going off. */
final class Workbooks {
    private static final long LARGEST_FILE = 200L << 20;
    private static final long LARGEST_ENTRY = 200L << 20;
    private static final long LARGEST_XLS = 30L << 20;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_ENTRY);
        ZipSecureFile.setMinInflateRatio(0.005);
    }

    private Workbooks() {}

    static Workbook open(SourceFile file, Optional<String> password) throws SourceUnavailable {
        try {
            return open(file.path().toFile(), Files.size(file.path()), password);
        } catch (EncryptedDocumentException e) {
            throw ExcelProblems.password(file, password.isPresent(), e);
        } catch (IOException | RuntimeException e) {
            throw cause(e) instanceof EncryptedDocumentException
                    ? ExcelProblems.password(file, password.isPresent(), e)
                    : ExcelProblems.broken(file, e);
        }
    }

    private static Workbook open(File file, long size, Optional<String> password) throws IOException {
        return switch (FileMagic.valueOf(file)) {
            case OOXML -> streamed(file, size, Optional.empty());
            case OLE2 -> isEncryptedXlsx(file) ? streamed(file, size, password) : old(file, size, password);
            default -> throw new IOException("neither .xlsx nor .xls");
        };
    }

    private static Workbook streamed(File file, long size, Optional<String> password) throws IOException {
        refuseOver(LARGEST_FILE, size);
        StreamingReader.Builder reader = StreamingReader.builder().rowCacheSize(200).setReadSharedFormulas(false);
        password.ifPresent(reader::password);
        return reader.open(file);
    }

    private static Workbook old(File file, long size, Optional<String> password) throws IOException {
        refuseOver(LARGEST_XLS, size);
        Biff8EncryptionKey.setCurrentUserPassword(password.orElse(null));
        try (POIFSFileSystem files = new POIFSFileSystem(file, true)) {
            return new HSSFWorkbook(files, false);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static boolean isEncryptedXlsx(File file) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(file, true)) {
            DirectoryNode root = files.getRoot();
            return root.hasEntryCaseInsensitive("EncryptedPackage");
        }
    }

    private static void refuseOver(long limit, long size) throws IOException {
        if (size > limit) {
            throw new IOException("larger than " + (limit >> 20) + " MiB");
        }
    }

    private static Throwable cause(Throwable e) {
        return e.getCause() == null ? e : cause(e.getCause());
    }
}
