package dev.kenshin.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Saves workbooks so that the same content gives the same bytes. */
final class Workbooks {
    private Workbooks() {}

    /** An empty workbook whose rows are written out as they come. */
    static SXSSFWorkbook create() {
        return new SXSSFWorkbook(null, 100, true, true);
    }

    /** Saves as if it had been on {@code day}. */
    static void save(SXSSFWorkbook workbook, LocalDate day, Path file) throws IOException {
        sign(workbook.getXSSFWorkbook().getProperties(), day);
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "draft", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                workbook.write(out);
            }
            zipAgain(draft, day, file);
        } finally {
            Files.delete(draft);
        }
    }

    private static void sign(POIXMLProperties properties, LocalDate day) {
        Optional<Date> evening = Optional.of(Date.from(day.atTime(9, 0).toInstant(ZoneOffset.UTC)));
        properties.getCoreProperties().setCreator("カスタマーサクセス部");
        properties.getCoreProperties().setCreated(evening);
        properties.getCoreProperties().setModified(evening);
    }

    /** A zip file holds the time at which each of its entries was written. */
    private static void zipAgain(Path draft, LocalDate day, Path file) throws IOException {
        try (ZipFile from = new ZipFile(draft.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : from.stream().toList()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(day.atTime(18, 0));
                to.putNextEntry(copy);
                from.getInputStream(entry).transferTo(to);
                to.closeEntry();
            }
        }
    }
}
