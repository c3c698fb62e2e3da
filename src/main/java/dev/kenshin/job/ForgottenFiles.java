package dev.kenshin.job;

import dev.kenshin.ops.Home;
import dev.kenshin.privacy.ByteSearch;
import dev.kenshin.privacy.Found;
import dev.kenshin.privacy.Found.Fate;
import dev.kenshin.privacy.PersonalFiles;
import dev.kenshin.privacy.Subject;
import dev.kenshin.privacy.Wording;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes a subject out of what runs and taps wrote: reports, logs, states. Then looks whether a byte of it is left. */
final class ForgottenFiles {
    private static final List<String> TEXTS = List.of("runs", "taps");
    /** What a report says in words; states and numbers may be the name of an account by chance. */
    private static final Pattern WORDS = Pattern.compile("(?m)^(\\s*\"(?:ja|en|location)\" : )(.*)$");

    private final Home home;
    private final Subject subject;
    private final Wording wording;

    ForgottenFiles(Home home, Subject subject) {
        this.home = home;
        this.subject = subject;
        this.wording = new Wording(subject);
    }

    /** What the database moved to disk while it computed, and a kill left there. */
    static void deleteSpilled(Home home) throws IOException {
        for (Path file : files(home.warehouse().resolveSibling(home.warehouse().getFileName() + ".tmp"))) {
            Files.delete(file);
        }
    }

    List<Found> remove(boolean keep) throws IOException {
        List<Found> found = new ArrayList<>();
        for (String name : TEXTS) {
            long files = 0;
            for (Path file : files(home.directory().resolve(name))) {
                files += replace(file, keep) ? 1 : 0;
            }
            if (files > 0) {
                found.add(new Found(name + "/", Fate.CHANGED, files));
            }
        }
        return found;
    }

    /**
     * The files of the home in which an address is still found. Names of accounts are looked for in published files only,
     * since what is told of other accounts may mention them.
     */
    List<String> left() throws IOException {
        PersonalFiles own = Protections.files(home);
        Set<Path> known = Set.of(own.key(), own.list(), own.task());
        ByteSearch search = new ByteSearch(subject.addresses());
        List<String> left = new ArrayList<>();
        for (Path file : files(home.directory())) {
            if (!known.contains(file) && search.isIn(file)) {
                left.add(home.directory().relativize(file).toString());
            }
        }
        return left;
    }

    private boolean replace(Path file, boolean keep) throws IOException {
        try {
            String text = Files.readString(file);
            String kept = without(file, text);
            if (kept.equals(text)) {
                return false;
            }
            if (keep) {
                Path half = file.resolveSibling(file.getFileName() + ".part");
                Files.write(half, kept.getBytes(StandardCharsets.UTF_8));
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return true;
        } catch (CharacterCodingException noText) {
            return false; // if it holds an address, it is told as left
        }
    }

    private String without(Path file, String text) {
        if (!subject.account()) {
            return wording.without(text);
        }
        String name = String.valueOf(file.getFileName());
        if (name.equals("report.json")) {
            return WORDS.matcher(text)
                    .replaceAll(line -> Matcher.quoteReplacement(line.group(1) + wording.without(line.group(2))));
        }
        return name.equals("log.txt") ? wording.without(text) : text;
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(file -> !Files.isSymbolicLink(file))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
