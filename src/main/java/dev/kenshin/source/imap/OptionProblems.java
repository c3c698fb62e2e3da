package dev.kenshin.source.imap;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.util.List;

/** What can be wrong with the options of a source or stream. */
final class OptionProblems {
    private OptionProblems() {}

    static Problem missing(SourceConfig config, String option) {
        return Problem.error(
                "KEN-S02",
                config.options().at(option),
                new Text(
                        "ソース「%s」に %s がありません。".formatted(config.name(), option),
                        "The source '%s' has no %s.".formatted(config.name(), option)),
                new Text("追加してください。", "Add it."));
    }

    static Problem login(SourceConfig config) {
        return Problem.error(
                "KEN-S02",
                config.options().at("password"),
                new Text(
                        "ソース「%s」には password か oauth-token のどちらか一方が必要です。".formatted(config.name()),
                        "The source '%s' needs either password or oauth-token.".formatted(config.name())),
                new Text("password: '${MAIL_PASSWORD}' のように書いてください。", "Write it like password: '${MAIL_PASSWORD}'."));
    }

    static Problem noColumns(SourceConfig config) {
        return Problem.error(
                "KEN-S02",
                config.options().at("columns"),
                new Text(
                        "ソース「%s」に columns がありません。".formatted(config.name()),
                        "The source '%s' has no columns.".formatted(config.name())),
                new Text(
                        "columns: [date, from, subject] のように、保存してよい項目だけを並べてください。",
                        "List what may be kept, and nothing else, like columns: [date, from, subject]."));
    }

    static Problem column(SourceConfig config, String word) {
        return Problem.error(
                "KEN-S03",
                config.options().at("columns"),
                new Text("メールに項目「%s」はありません。".formatted(word), "Mail has no column '%s'.".formatted(word)),
                Suggestion.among(word, MailColumn.words()));
    }

    static Problem notKept(StreamConfig stream, String name, List<String> kept) {
        return Problem.error(
                "KEN-S21",
                stream.at(),
                new Text(
                        "「%s」を読むマッピングがありますが、columns(%s)にありません。".formatted(name, String.join(", ", kept)),
                        "A mapping reads '%s', which is not among the columns (%s)."
                                .formatted(name, String.join(", ", kept))),
                new Text(
                        "保存してよいならソースの columns に加え、そうでなければマッピングを直してください。",
                        "If it may be kept, add it to the columns of the source; else correct the mapping."));
    }

    static Problem security(SourceConfig config, String word) {
        return Problem.error(
                "KEN-S03",
                config.options().at("security"),
                new Text("security「%s」は使えません。".formatted(word), "The security '%s' cannot be used.".formatted(word)),
                new Text("tls か starttls を書いてください。", "Write tls or starttls."));
    }

    static Problem unprotected(SourceConfig config, String host) {
        return Problem.error(
                "KEN-S03",
                config.options().at("security"),
                new Text(
                        "security: none はこのマシンのサーバーにしか使えませんが、host は「%s」です。".formatted(host),
                        "security: none is for servers on this machine, but the host is '%s'.".formatted(host)),
                new Text("tls か starttls を書いてください。", "Write tls or starttls."));
    }

    static Problem number(SourceConfig config, String option, String text, int most) {
        return Problem.error(
                "KEN-S03",
                config.options().at(option),
                new Text(
                        "%s「%s」は使えません。".formatted(option, text), "The %s '%s' cannot be used.".formatted(option, text)),
                new Text(
                        "1 から %d までの整数を書いてください。".formatted(most),
                        "Write a whole number from 1 to %d.".formatted(most)));
    }

    static Problem since(StreamConfig stream, String text) {
        return Problem.error(
                "KEN-S03",
                stream.options().at("since"),
                new Text("since「%s」は日付ではありません。".formatted(text), "The since '%s' is no date.".formatted(text)),
                new Text("2025-10-01 のように書いてください。", "Write it like 2025-10-01."));
    }
}
