package dev.kenshin.source.file;

import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** Reading cannot go on; carries the problem through interfaces that know only {@link IOException}. */
public final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Unreadable(Problem problem) {
        super(problem.message().en());
        this.problem = problem;
    }

    /** That the file ends too early (KEN-S14): a file that was cut must not be taken for everything. */
    public static SourceUnavailable truncated(SourceFile file, long line) {
        return new SourceUnavailable(TextProblems.truncated(file, line));
    }

    /** That the file holds nothing (KEN-S11). */
    public static SourceUnavailable empty(SourceFile file) {
        return new SourceUnavailable(Problem.error(
                "KEN-S11",
                file.whole(),
                new Text("ファイルが空です。", "The file is empty."),
                new Text("元のシステムの出力が成功したか確かめてください。", "Check that the export succeeded.")));
    }

    static SourceUnavailable explain(SourceFile file, IOException cause) {
        if (cause instanceof Unreadable unreadable) {
            return new SourceUnavailable(unreadable.problem, cause);
        }
        if (cause instanceof EOFException) {
            return truncated(file, 0);
        }
        return new SourceUnavailable(
                cause instanceof ZipException ? corrupt(file, cause) : FileProblems.unreadable(file.name(), cause),
                cause);
    }

    private static Problem corrupt(SourceFile file, IOException cause) {
        return Problem.error(
                "KEN-S15",
                file.whole(),
                new Text(
                        "gzip ファイルが壊れています(%s)。".formatted(cause.getMessage()),
                        "The gzip file is damaged (%s).".formatted(cause.getMessage())),
                new Text("ファイルを転送し直してください。", "Transfer the file again."));
    }
}
