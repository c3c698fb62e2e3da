package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that what is to be told of runs has somewhere to go, and a place of its own. */
record WatchCheck(Configuration configuration, Problems problems) {
    private static final List<String> ADDRESSES = List.of("url", "start", "success", "failure");

    void check() {
        Map<Path, Location> files = new HashMap<>();
        configuration.jobs().values().forEach(job -> job.watch().ifPresent(watch -> check(watch, files)));
    }

    private void check(Yaml.Mapping watch, Map<Path, Location> files) {
        watch.text("prometheus").ifPresent(file -> checkFile(file, value(watch, "prometheus"), files));
        watch.mapping("ping")
                .filter(ping ->
                        ADDRESSES.stream().noneMatch(key -> ping.get(key).isPresent()))
                .ifPresent(ping -> reportNobody(watch.at("ping")));
    }

    private static Location value(Yaml.Mapping mapping, String key) {
        return mapping.get(key).map(Yaml::at).orElse(mapping.at());
    }

    /** Each job would overwrite what the other one wrote. */
    private void checkFile(String file, Location at, Map<Path, Location> files) {
        Location before = files.putIfAbsent(configuration.base().resolve(file).normalize(), at);
        if (before != null) {
            problems.error(
                    "KEN-W01",
                    at,
                    new Text(
                            "「" + file + "」には別のジョブも書き込みます(" + before + ")。",
                            "Another job writes to '" + file + "' as well (" + before + ")."),
                    new Text("ジョブごとに別のファイル名にしてください。", "Give each job a file of its own."));
        }
    }

    private void reportNobody(Location at) {
        problems.error(
                "KEN-W07",
                at,
                new Text("ping の送り先がありません。", "The ping has no address."),
                new Text(
                        "url、または start・success・failure のどれかを書いてください。",
                        "Write url, or any of start, success and failure."));
    }
}
