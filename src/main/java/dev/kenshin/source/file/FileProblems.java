package dev.kenshin.source.file;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with the path of a stream. */
final class FileProblems {
    private FileProblems() {}

    static Problem noPath(StreamConfig stream) {
        return Problem.error(
                "KEN-S02",
                stream.at(),
                new Text(
                        "ストリーム「%s」に path がありません。".formatted(stream.name()),
                        "The stream '%s' has no path.".formatted(stream.name())),
                new Text("path: に読み込むファイルを書いてください。", "Write the file to read as path:."));
    }

    static Problem relativeRoot(String root, Location at) {
        return Problem.error(
                "KEN-S03",
                at,
                new Text("root「%s」は絶対パスではありません。".formatted(root), "The root '%s' is not absolute.".formatted(root)),
                new Text("/ から始まるディレクトリを書いてください。", "Write a directory that starts with '/'."));
    }

    static Problem outside(String path, Path root, Location at) {
        return Problem.error(
                "KEN-S04",
                at,
                new Text(
                        "「%s」は許可されたディレクトリ「%s」の外にあります。".formatted(path, root),
                        "'%s' lies outside the permitted directory '%s'.".formatted(path, root)),
                new Text(
                        "ファイルをその下に置くか、ソースの root: にファイルのあるディレクトリを絶対パスで書いてください。",
                        "Put the file below it, or name the files' directory as the source's root:."));
    }

    static Problem directory(SourceFile file) {
        return Problem.error(
                "KEN-S10",
                file.whole(),
                new Text(
                        "「%s」はファイルではなくディレクトリです。".formatted(file.name()),
                        "'%s' is a directory, not a file.".formatted(file.name())),
                new Text(
                        "中のファイルを読むには「%s/*」のように書いてください。".formatted(file.name()),
                        "To read the files in it, write '%s/*'.".formatted(file.name())));
    }

    static Problem notFound(String path, FilePattern pattern) {
        String name = pattern.glob().isEmpty() ? pattern.literal().getFileName().toString() : pattern.glob();
        Text nearest = Suggestion.closest(name, names(pattern.start()))
                .map(near -> new Text("最も近い名前は「%s」です。".formatted(near), " The nearest name is '%s'.".formatted(near)))
                .orElse(new Text("そのディレクトリは空か、ありません。", " That directory is empty, or not there."));
        return Problem.error(
                "KEN-S10",
                Location.file(path),
                new Text(
                        "ディレクトリ「%s」に「%s」というファイルがありません。".formatted(pattern.start(), name) + nearest.ja(),
                        "There is no file '%s' in '%s'.".formatted(name, pattern.start()) + nearest.en()),
                new Text("ファイルを置くか、path を直してください。", "Put the file there, or correct path."));
    }

    static Problem unreadable(String path, Exception cause) {
        return Problem.error(
                "KEN-S10",
                Location.file(path),
                new Text(
                        "「%s」を開けません(%s)。".formatted(path, cause), "'%s' cannot be opened (%s).".formatted(path, cause)),
                new Text("ファイルと権限を確かめてください。", "Check the file and its permissions."));
    }

    private static List<String> names(Path directory) {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
