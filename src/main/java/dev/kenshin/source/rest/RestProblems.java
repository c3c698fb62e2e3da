package dev.kenshin.source.rest;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with a REST source, or stand in its way. */
final class RestProblems {
    private RestProblems() {}

    static Problem missingValue(String name, Location at) {
        return Problem.error(
                "KEN-R02",
                at,
                new Text(
                        "config: にマニフェストが必要とする「%s」がありません。".formatted(name),
                        "There is no '%s' under config:, which the manifest requires.".formatted(name)),
                new Text("config: に %s: を書いてください。".formatted(name), "Write %s: under config:.".formatted(name)));
    }

    static Problem noStream(String name, Collection<String> streams, Location at) {
        String nearest = Suggestion.closest(name, streams).orElse("-");
        return Problem.error(
                "KEN-R03",
                at,
                new Text(
                        "マニフェストにストリーム「%s」はありません。最も近いのは「%s」です。".formatted(name, nearest),
                        "The manifest has no stream '%s'; the nearest one is '%s'.".formatted(name, nearest)),
                new Text(
                        "stream: に次のいずれかを書いてください: " + String.join(", ", streams),
                        "Write one of these as stream: " + String.join(", ", streams)));
    }

    static Problem unsupported(StreamConfig stream, String name, Text why) {
        return Problem.warning(
                "KEN-R04",
                stream.at(),
                new Text(
                        "ストリーム「%s」は読み飛ばされます: %s".formatted(name, why.ja()),
                        "The stream '%s' is skipped: %s".formatted(name, why.en())),
                new Text(
                        "streams: から外すか、対応している部品だけで書き直したマニフェストを使ってください。",
                        "Take it out of streams:, or use a manifest that does without."));
    }

    static Problem partial(StreamConfig stream, Problem limit) {
        return Problem.warning(
                "KEN-R30",
                new Location.Named(stream.qualifiedName()),
                new Text(
                        "利用制限のため途中まで読みました。" + limit.message().ja(),
                        "Reading stopped part of the way, because of a rate limit. "
                                + limit.message().en()),
                new Text(
                        "読んだ分は保存され、次の夜に続きから読みます。急ぐ場合は rate-limit: wait を長くしてください。",
                        "What was read is kept, and the next night goes on from there. For more in one night, raise"
                                + " rate-limit: wait."));
    }

    static Problem unfinished(StreamConfig stream, Problem limit) {
        return Problem.error(
                "KEN-R31",
                new Location.Named(stream.qualifiedName()),
                new Text(
                        "利用制限のため最後まで読めませんでした。" + limit.message().ja(),
                        "The stream could not be read to its end, because of a rate limit. "
                                + limit.message().en()),
                new Text(
                        "rate-limit: wait を長くするか、API の利用枠を増やしてください。",
                        "Raise rate-limit: wait, or the limit that the API grants you."));
    }

    static Text offer(String source, List<String> able, List<Text> unable) {
        String count = able.size() + "/" + (able.size() + unable.size());
        String names = String.join(", ", able);
        return new Text(
                source + ": 読めるストリーム " + count + ": " + names
                        + unable.stream().map(text -> "\n" + text.ja()).collect(Collectors.joining()),
                source + ": " + count + " streams can be read: " + names
                        + unable.stream().map(text -> "\n" + text.en()).collect(Collectors.joining()));
    }

    static Problem manifestOutside(String file, Path base, Location at) {
        return Problem.error(
                "KEN-R01",
                at,
                new Text(
                        "マニフェスト「%s」は「%s」の外にあります。".formatted(file, base),
                        "The manifest '%s' lies outside '%s'.".formatted(file, base)),
                new Text("config/connectors の下に置いてください。", "Put it below config/connectors."));
    }
}
