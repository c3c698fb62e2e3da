package dev.kenshin.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Writes the files of all systems of a fictitious vendor: {@code crm}, {@code projects}, {@code support}, {@code product},
 * {@code upsell} and {@code surveys}. The same request gives the same bytes.
 */
public final class SampleCompany {
    private SampleCompany() {}

    /**
     * Makes the whole company. Files of the same name are replaced.
     *
     * @param progress hears of each file once it is written, as a path relative to {@link SampleRequest#out}
     * @throws IOException if a file cannot be written
     */
    public static void generate(SampleRequest request, Consumer<String> progress) throws IOException {
        write(request, request.firstDay(), progress);
    }

    /**
     * Brings a company that was generated up to the day before by one day further: usage events are written for the last
     * day only (with a file a month: for its month), everything else as of the last day. The result is the same as
     * generating the whole.
     */
    public static void addLastDay(SampleRequest request, Consumer<String> progress) throws IOException {
        write(request, request.lastDay(), progress);
    }

    private static void write(SampleRequest request, LocalDate firstEvents, Consumer<String> progress)
            throws IOException {
        Company company = Company.of(request);
        write(company, "crm", CrmFiles::write, progress);
        write(company, "projects", ProjectFiles::write, progress);
        write(company, "support", SupportFile::write, progress);
        write(company, "upsell", UpsellFile::write, progress);
        write(company, "surveys", NpsWorkbook::write, progress);
        write(company, "surveys", MeetingsWorkbook::write, progress);
        write(company, "product", ProductFiles::write, progress);
        events(company, firstEvents, progress);
    }

    private static void write(Company company, String directory, Files files, Consumer<String> progress)
            throws IOException {
        files.write(company, company.request().out().resolve(directory));
        progress.accept(directory);
    }

    private static void events(Company company, LocalDate first, Consumer<String> progress) throws IOException {
        Path directory = company.request().out().resolve("product").resolve("events");
        try {
            new UsageFiles(company, directory).write(first, file -> progress.accept("product/events/" + file));
        } catch (SQLException e) {
            throw new IOException("cannot write usage events: " + e.getMessage(), e);
        }
    }

    /** Writes the files of one system into its directory. */
    private interface Files {
        void write(Company company, Path directory) throws IOException;
    }
}
