package dev.kenshin.ops;

import dev.kenshin.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The reports of a home's runs, one directory a run. A reader sees a report as it was or as it is, never half. */
public final class RunReports {
    private static final Logger LOG = LoggerFactory.getLogger(RunReports.class);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private static final Pattern TIME = Pattern.compile("\\d{8}-\\d{6}-\\d{3}");

    private final Path runs;

    public RunReports(Home home) {
        this.runs = home.runs();
    }

    /**
     * The id of a run that starts at this time. It comes after all others, since names are to sort by age: where the clock
     * was set back, the newest run's time and a millisecond. Only to be asked while the run lock is held.
     */
    public String nextId(Instant now) {
        String id = ID.format(now);
        return known().stream()
                .map(directory -> String.valueOf(directory.getFileName()))
                .filter(name -> TIME.matcher(name).matches() && name.compareTo(id) >= 0)
                .findFirst()
                .map(newest -> ID.format(Instant.from(ID.parse(newest)).plusMillis(1)))
                .orElse(id);
    }

    /** None where they cannot be listed: that reports cannot be kept stops no run. */
    private List<Path> known() {
        try {
            return directories();
        } catch (IOException e) {
            LOG.warn("Earlier reports cannot be found.", e);
            return List.of();
        }
    }

    /** Writes the report over its earlier state, and points {@code runs/latest} to it. */
    public void write(RunReport report) throws IOException {
        replace(report);
        Path link = runs.resolve("latest.part");
        Files.deleteIfExists(link);
        move(Files.createSymbolicLink(link, Path.of(report.run().id())), runs.resolve("latest"));
    }

    /**
     * Ends the report of a night that is known to be complete, if its process was killed after the last step and could not
     * do so; otherwise nothing happens. Only to be called while the run lock is held.
     */
    public void complete(String job, LocalDate asOf, long revision) throws IOException {
        for (Path directory : directories()) {
            Optional<RunReport> last =
                    read(directory).filter(report -> report.run().isOf(job, asOf, revision));
            if (last.isPresent()) {
                if (last.get().state() == RunState.RUNNING) {
                    replace(last.get().completed());
                }
                return;
            }
        }
    }

    /** The last reports, the newest first. */
    public List<RunReport> last(int limit) throws IOException {
        List<RunReport> reports = new ArrayList<>();
        for (Path directory : directories()) {
            if (reports.size() == limit) {
                break;
            }
            read(directory).ifPresent(reports::add);
        }
        return reports;
    }

    /** The newest report of which that holds; empty where there is none. */
    public Optional<RunReport> newest(Predicate<RunReport> wanted) throws IOException {
        for (Path directory : directories()) {
            Optional<RunReport> report = read(directory).filter(wanted);
            if (report.isPresent()) {
                return report;
            }
        }
        return Optional.empty();
    }

    /** The report of the last run that got anywhere with the same night. */
    Optional<RunReport> before(RunReport.Run run) throws IOException {
        for (Path directory : directories()) {
            if (directory.getFileName().toString().compareTo(run.id()) < 0) {
                Optional<RunReport> report = read(directory)
                        .filter(earlier -> earlier.run().isOfSameNight(run))
                        .filter(earlier -> !earlier.steps().isEmpty());
                if (report.isPresent()) {
                    return report;
                }
            }
        }
        return Optional.empty();
    }

    private void replace(RunReport report) throws IOException {
        Path directory = OwnerOnly.createDirectories(runs.resolve(report.run().id()));
        Path half = directory.resolve("report.json.part");
        Files.write(half, JSON.writeValueAsBytes(report));
        move(half, directory.resolve("report.json"));
    }

    private static Optional<RunReport> read(Path directory) throws IOException {
        Path file = directory.resolve("report.json");
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readAllBytes(file), RunReport.class))
                : Optional.empty();
    }

    /** Run ids begin with the time of their start, so that names sort by age. */
    private List<Path> directories() throws IOException {
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.filter(entry -> Files.isDirectory(entry) && !Files.isSymbolicLink(entry))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
