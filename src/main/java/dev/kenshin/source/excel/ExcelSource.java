package dev.kenshin.source.excel;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.FilesExtraction;
import dev.kenshin.source.file.SourceFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Excel workbooks; each stream is a sheet. */
public final class ExcelSource implements Source {
    private final SourceFiles files;
    private final Passwords passwords;

    private ExcelSource(SourceFiles files, Passwords passwords) {
        this.files = files;
        this.passwords = passwords;
    }

    /**
     * Opens no file yet.
     *
     * @param base where relative paths start
     * @param secrets puts values in the place of <code>${VARIABLE}</code>, in passwords
     * @throws ConfigException with every mistake in the options
     */
    public static ExcelSource open(SourceConfig config, Path base, UnaryOperator<String> secrets) {
        Problems problems = new Problems();
        SourceFiles files = SourceFiles.of(config, base, problems);
        if (problems.hasErrors()) {
            throw new ConfigException(problems.all());
        }
        return new ExcelSource(files, new Passwords(secrets));
    }

    @Override
    public Extraction extract(StreamConfig stream, Optional<String> cursor) throws SourceUnavailable {
        return new FilesExtraction(files.find(stream), file -> SheetRecords.open(file, stream, passwords));
    }

    @Override
    public void close() {}
}
