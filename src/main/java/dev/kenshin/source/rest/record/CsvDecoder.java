package dev.kenshin.source.rest.record;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.manifest.Component;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows below a header; every cell is text. */
final class CsvDecoder implements Decoder {
    private final Charset charset;
    private final char delimiter;
    private final Set<String> nulls;

    CsvDecoder(Charset charset, Component component) {
        this.charset = charset;
        String written = component.text("delimiter").orElse(",");
        this.delimiter = written.equals("\\t") ? '\t' : written.charAt(0);
        this.nulls = component.get("set_values_to_none").map(values -> (List<?>) values).orElse(List.of()).stream()
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public void decode(HttpAnswer answer, Visitor<Object> values) throws SourceUnavailable, RateLimitSpent {
        try (CSVReader reader = reader(answer)) {
            String[] header = reader.readNext();
            for (String[] row = header; row != null; row = reader.readNext()) {
                if (row != header && !(row.length == 1 && row[0].isBlank())) {
                    values.visit(record(answer, header, row));
                }
            }
        } catch (IOException | CsvValidationException e) {
            throw Json.broken(answer, "CSV: " + e.getMessage());
        }
    }

    private CSVReader reader(HttpAnswer answer) {
        return new CSVReaderBuilder(new InputStreamReader(new ByteArrayInputStream(answer.body()), charset))
                .withCSVParser(
                        new RFC4180ParserBuilder().withSeparator(delimiter).build())
                .build();
    }

    private Map<String, @Nullable Object> record(HttpAnswer answer, String[] header, String[] row)
            throws SourceUnavailable {
        if (row.length > header.length) {
            throw Json.broken(answer, "CSV: " + row.length + " > " + header.length);
        }
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
            String name = i == 0 ? header[i].replace("\uFEFF", "") : header[i];
            record.put(name, i >= row.length || nulls.contains(row[i]) ? null : row[i]);
        }
        return record;
    }
}
