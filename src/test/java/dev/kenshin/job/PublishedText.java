package dev.kenshin.job;

import dev.kenshin.ops.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** All that a night has published, as text to search in: files, the parts of workbooks, and the mart. */
final class PublishedText {
    private PublishedText() {}

    /** By the name of the file, and of the part within it. */
    static Map<String, String> of(Home home) throws IOException, SQLException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home.exports().resolve("latest").toRealPath())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                read(file, texts);
            }
        }
        texts.put("mart", mart(home.mart()));
        return texts;
    }

    private static void read(Path file, Map<String, String> texts) throws IOException {
        String name = file.getFileName().toString();
        if (!name.endsWith(".xlsx")) {
            texts.put(name, Files.readString(file));
            return;
        }
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream parts = new ZipInputStream(in)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                texts.put(name + "/" + part.getName(), new String(parts.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** The statements that would make it anew. */
    private static String mart(Path file) throws SQLException {
        StringBuilder script = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file + ";DATABASE_TO_LOWER=TRUE");
                Statement statement = connection.createStatement()) {
            ResultSet lines = statement.executeQuery("script");
            while (lines.next()) {
                script.append(lines.getString(1)).append('\n');
            }
        }
        return unescaped(script.toString());
    }

    /** H2 writes text beyond ASCII as {@code U&'\\3042'}. */
    private static String unescaped(String script) {
        return Pattern.compile("\\\\([0-9a-fA-F]{4})")
                .matcher(script)
                .replaceAll(letter ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(letter.group(1), 16))));
    }
}
