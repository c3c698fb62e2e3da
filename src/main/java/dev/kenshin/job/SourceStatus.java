package dev.kenshin.job;

import dev.kenshin.problem.Text;
import java.util.Locale;

/** How the data of a stream stands on the as-of date. */
enum SourceStatus {
    FRESH,
    STALE,
    UNAVAILABLE;

    Text message() {
        return switch (this) {
            case FRESH -> new Text("最新です。", "Up to date.");
            case STALE -> new Text("データが古いままです。前回までのデータで計算しました。", "Old data was used; scores may lag behind.");
            case UNAVAILABLE -> new Text("データがありません。", "There is no data.");
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
