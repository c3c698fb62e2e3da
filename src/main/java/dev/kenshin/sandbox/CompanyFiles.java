package dev.kenshin.sandbox;

import dev.kenshin.config.Expectation;
import dev.kenshin.config.OutagePolicy;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.Surroundings;
import dev.kenshin.source.connector.Connectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;

/** Reads the files of a company with the product's own connectors. */
record CompanyFiles(Path directory, Clock clock) {
    /** The company's people live here, and so do times without an offset. */
    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    /**
     * All records of a file, as they are.
     *
     * @param options of the connector besides {@code path}
     */
    List<Map<String, @Nullable Object>> records(String type, String path, Map<String, String> options)
            throws SourceUnavailable {
        Location at = Location.file(directory.resolve(path).toString());
        Map<String, Yaml> values = new LinkedHashMap<>();
        options.forEach((name, value) -> values.put(name, new Yaml.Scalar(value, value, at)));
        values.put("path", new Yaml.Scalar(path, path, at));
        Yaml.Mapping mapping = new Yaml.Mapping(values, Map.of(), at);
        StreamConfig stream = new StreamConfig("sandbox", "records", List.of(), mapping, at);
        SourceConfig source = new SourceConfig(
                "sandbox", type, mapping, Map.of("records", stream), new OutagePolicy.Fail(), Expectation.none(), at);
        return read(source, stream);
    }

    private List<Map<String, @Nullable Object>> read(SourceConfig config, StreamConfig stream)
            throws SourceUnavailable {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        try (Source source =
                        Connectors.open(config, Surroundings.of(directory, ZONE, clock, UnaryOperator.identity()));
                Extraction extraction = source.extract(stream, Optional.empty())) {
            for (SourceItem item = extraction.next(); item != null; item = extraction.next()) {
                if (item instanceof SourceRecord record) {
                    records.add(record.fields());
                }
            }
        }
        return records;
    }

    /**
     * A workbook as a spreadsheet.
     *
     * @throws SourceUnavailable if it is none that can be read (KEN-S72)
     */
    Spreadsheet spreadsheet(String title, String path) throws SourceUnavailable {
        Path file = directory.resolve(path);
        try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(file))) {
            return Spreadsheet.of(title, workbook);
        } catch (IOException | EmptyFileException | UnsupportedFileFormatException | POIXMLException unreadable) {
            throw new SourceUnavailable(noWorkbook(file), unreadable);
        }
    }

    private static Problem noWorkbook(Path file) {
        return Problem.error(
                "KEN-S72",
                Location.file(file.toString()),
                new Text("ブックとして読めません。", "It cannot be read as a workbook."),
                new Text("kenshin sample で会社のデータを作り直してください。", "Make the company's data again with kenshin sample."));
    }
}
