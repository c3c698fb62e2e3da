package dev.kenshin.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.util.TempFile;

/** Zip files (an Excel workbook is one) that do not say when they were written, so that equal content is equal bytes. */
final class SteadyZip {

    /** Writes a zip file with whatever times. */
    interface Original {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Hardly larger than with the default, 6, in two thirds of its time. */
    private static final int LEVEL = 5;

    private SteadyZip() {}

    static void write(LocalDate day, OutputStream out, Original original) throws IOException {
        Path raw = TempFile.createTempFile("kenshin", ".zip").toPath();
        try {
            try (OutputStream rawOut = Files.newOutputStream(raw)) {
                original.writeTo(rawOut);
            }
            try (ZipFile zip = new ZipFile(raw.toFile())) {
                copy(day, zip, out);
            }
        } finally {
            Files.delete(raw);
        }
    }

    private static void copy(LocalDate day, ZipFile from, OutputStream out) throws IOException {
        ZipOutputStream to = new ZipOutputStream(out);
        to.setLevel(LEVEL);
        for (ZipEntry entry : Collections.list(from.entries())) {
            ZipEntry steady = new ZipEntry(entry.getName());
            steady.setTimeLocal(day.atStartOfDay());
            to.putNextEntry(steady);
            try (InputStream content = from.getInputStream(entry)) {
                content.transferTo(to);
            }
        }
        to.finish();
    }
}
