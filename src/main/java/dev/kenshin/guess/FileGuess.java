package dev.kenshin.guess;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.file.Unreadable;
import java.io.IOException;

/** What kind of file somebody has, told by its bytes and not by its name. */
final class FileGuess {
    private final Target target;
    private final SourceFile file;
    private final ByteSample sample;

    private FileGuess(Target target, SourceFile file, ByteSample sample) {
        this.target = target;
        this.file = file;
        this.sample = sample;
    }

    static FileGuess of(Target target) throws IOException, SourceUnavailable {
        SourceFile file = target.files().get(0);
        ByteSample sample = ByteSample.of(file.path());
        if (sample.head().length == 0) {
            throw Unreadable.empty(file);
        }
        return new FileGuess(target, file, sample);
    }

    boolean parquet() {
        return sample.startsWith('P', 'A', 'R', '1');
    }

    /** How the files are to be read as a source. */
    Shape shape(String name) throws IOException, SourceUnavailable {
        boolean zip = sample.startsWith('P', 'K', 3, 4);
        boolean container = sample.startsWith(0xd0, 0xcf, 0x11, 0xe0);
        return zip || container ? SheetGuess.shape(target, file, name) : text(name);
    }

    private Shape text(String name) throws IOException, SourceUnavailable {
        CharsetGuess charset = CharsetGuess.of(sample, file.name());
        String start = sample.text(charset.charset()).orElse("");
        String first = start.replace("\uFEFF", "").stripLeading();
        if (first.startsWith("{") || first.startsWith("[")) {
            return JsonGuess.shape(target, file, charset, name);
        }
        Option written = Option.text("charset", charset.charset().name(), charset.remark());
        return new CsvGuess(target, written, start).shape(name);
    }
}
