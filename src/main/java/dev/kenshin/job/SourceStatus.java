package dev.kenshin.job;

import dev.kenshin.problem.Text;

/** How the data of a stream stands on the as-of date. */
enum SourceStatus {
    FRESH(new Text("最新です。", "Up to date.")),
    STALE(new Text("データが古いままです。前回までのデータで計算しました。", "Old data was used; scores may lag behind.")),
    UNAVAILABLE(new Text("データがありません。", "There is no data."));

    private final Text message;

    SourceStatus(Text message) {
        this.message = message;
    }

    Text message() {
        return message;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
