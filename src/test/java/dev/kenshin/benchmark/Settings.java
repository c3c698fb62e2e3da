package dev.kenshin.benchmark;

import dev.kenshin.sample.SampleRequest.EventFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The shipped configuration, for events of either format. */
record Settings(Path directory, EventFormat format) {

    void write() throws IOException {
        copy("config");
        copy("jobs");
        replace("config/usage/product.yaml", "parquet", format.name().toLowerCase(Locale.ROOT));
        Files.copy(
                directory.resolve("first/product/tenants-crosswalk.csv"),
                directory.resolve("config/crosswalks/product.csv"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                directory.resolve("jobs/nightly.yaml"),
                directory.resolve("jobs/tables.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        replace("jobs/tables.yaml", "publish: .*", "publish: [tables]");
    }

    private void copy(String part) throws IOException {
        Path target = directory.resolve(part);
        if (Files.exists(target)) {
            Tree.delete(target);
        }
        Tree.copy(Path.of(part), target);
    }

    private void replace(String file, String pattern, String replacement) throws IOException {
        Path path = directory.resolve(file);
        Files.writeString(path, Files.readString(path).replaceAll(pattern, replacement));
    }
}
