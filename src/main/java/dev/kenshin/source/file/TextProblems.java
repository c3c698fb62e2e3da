package dev.kenshin.source.file;

import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What can be wrong with a file's bytes. */
final class TextProblems {
    private TextProblems() {}

    static Problem truncated(SourceFile file, long line) {
        return Problem.error(
                "KEN-S14",
                file.at(line, 0),
                new Text("ファイルが途中で切れています。", "The file is truncated."),
                new Text("元のシステムから出力し直し、最後まで転送してください。", "Export it again and transfer it to its end."));
    }

    static Problem undecodable(SourceFile file, long line, byte[] bytes, Charset charset) {
        String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
        String other = charset.equals(StandardCharsets.UTF_8) ? "windows-31j" : "UTF-8";
        return Problem.error(
                "KEN-S12",
                file.at(line, 0),
                new Text(
                        "バイト「%s」は文字コード %s として読めません。".formatted(hex, charset),
                        "The bytes '%s' are not %s.".formatted(hex, charset)),
                new Text(
                        "ファイルの文字コードが違う場合はソースに charset: %s と書き、壊れている場合は出力し直してください。".formatted(other),
                        "If the file is in another charset, write charset: %s in the source; if it is damaged, export it again."
                                .formatted(other)));
    }

    static Problem nul(SourceFile file, long line) {
        return Problem.error(
                "KEN-S13",
                file.at(line, 0),
                new Text(
                        "NUL 文字(0x00)があります。ファイルが壊れているか、UTF-16 です。",
                        "There is a NUL character (0x00): the file is damaged, or UTF-16."),
                new Text(
                        "出力し直すか、UTF-16 の場合は charset: UTF-16LE と書いてください。",
                        "Export it again or, if it is UTF-16, write charset: UTF-16LE."));
    }

    static Problem lineTooLong(SourceFile file, long line, int maximum) {
        return Problem.error(
                "KEN-S16",
                file.at(line, 0),
                new Text(
                        "%d 文字を超える行があります。".formatted(maximum),
                        "A line has more than %d characters.".formatted(maximum)),
                new Text(
                        "改行のない別の形式のファイルでないか確かめてください。",
                        "Check that this is a file of lines, and not one document in another format."));
    }

    static Problem bomb(SourceFile file, long unpacked, long packed) {
        return Problem.error(
                "KEN-S17",
                file.whole(),
                new Text(
                        "gzipの%d MBが%d MB以上に膨らみます。".formatted(packed >> 20, unpacked >> 20),
                        "%d MB of gzip unpack to more than %d MB.".formatted(packed >> 20, unpacked >> 20)),
                new Text(
                        "圧縮爆弾でないか確かめ、正しいファイルなら圧縮せずに置いてください。",
                        "Check that it is no bomb; if it is what it should be, put it there without compression."));
    }
}
