package dev.kenshin.source.excel;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.FilesExtraction;
import dev.kenshin.source.file.Fingerprint;
import dev.kenshin.source.file.SourceFiles;
import dev.kenshin.source.grid.Layout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Excel workbooks, {@code .xlsx} and {@code .xls}; each stream is a table on a sheet. Text stays as it was typed, full
 * width digits included; numbers, dates and formulas are what Excel computed last. Nothing is ever written: the file may
 * even be open in Excel meanwhile.
 */
public final class ExcelSource implements Source {
    private final SourceFiles files;
    private final Map<String, Layout> layouts;
    private final UnaryOperator<String> secrets;

    private ExcelSource(SourceFiles files, Map<String, Layout> layouts, UnaryOperator<String> secrets) {
        this.files = files;
        this.layouts = layouts;
        this.secrets = secrets;
    }

    /**
     * The source that is configured; opens no file.
     *
     * @param base where relative paths start
     * @param secrets puts values in the place of <code>${VARIABLE}</code> in passwords, when a workbook is opened
     * @throws ConfigException with every mistake in its options
     */
    public static ExcelSource open(SourceConfig config, Path base, UnaryOperator<String> secrets) {
        Problems problems = new Problems();
        SourceFiles files = SourceFiles.of(config, base, problems);
        Map<String, Layout> layouts = new LinkedHashMap<>();
        config.streams().forEach((name, stream) -> layouts.put(name, Layout.of(stream, problems)));
        if (problems.hasErrors()) {
            throw new ConfigException(problems.all());
        }
        return new ExcelSource(files, layouts, secrets);
    }

    @Override
    public Extraction extract(StreamConfig stream, Optional<String> cursor) throws SourceUnavailable {
        Layout layout = Optional.ofNullable(layouts.get(stream.name())).orElseThrow();
        Optional<String> password = stream.options().text("password").map(secrets);
        return new FilesExtraction(files.find(stream), file -> WorkbookRecords.open(file, stream, layout, password));
    }

    @Override
    public Optional<String> fingerprint(StreamConfig stream) {
        return Fingerprint.of(files, stream);
    }

    @Override
    public void close() {
        // Each extraction closes its own files.
    }
}
