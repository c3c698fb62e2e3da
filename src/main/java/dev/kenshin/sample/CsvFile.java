package dev.kenshin.sample;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file in one of the dialects that the sample's systems speak. */
final class CsvFile implements AutoCloseable {
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private final ICSVWriter writer;

    private CsvFile(Writer writer, String lineEnd, List<String> header) {
        this.writer = new CSVWriterBuilder(writer).withLineEnd(lineEnd).build();
        row(header.toArray(String[]::new));
    }

    /** As a Japanese business system exports it: windows-31j and CRLF. */
    static CsvFile shiftJis(Path file, List<String> header) throws IOException {
        return new CsvFile(open(file, WINDOWS_31J), "\r\n", header);
    }

    static CsvFile utf8(Path file, List<String> header) throws IOException {
        return new CsvFile(open(file, StandardCharsets.UTF_8), "\n", header);
    }

    /** As a spreadsheet exports it: UTF-8 with a byte order mark, and CRLF. */
    static CsvFile utf8WithMark(Path file, List<String> header) throws IOException {
        Writer writer = open(file, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        return new CsvFile(writer, "\r\n", header);
    }

    /** This writer fails on a letter that the charset does not have; others would write a question mark. */
    private static BufferedWriter open(Path file, Charset charset) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.newBufferedWriter(file, charset);
    }

    /** Quotes only what needs it. */
    void row(String... cells) {
        writer.writeNext(cells, false);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
