package dev.kenshin.cli;

import dev.kenshin.ops.GateReport;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReport;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Says what was kept of a night that a quality gate has stopped, and which two ways lead on. */
record BlockedNight(Language language, Home home) {

    String next(RunReport report) {
        String command =
                "kenshin run " + report.run().job() + " --as-of " + report.run().asOf();
        String mended = "  "
                + new Text(
                                "公開は止めてあり、前回の表がそのまま残っています" + kept().ja() + "。元データか設定を直したら: " + command,
                                "Nothing was published; the last tables stay" + kept().en()
                                        + ". Once the data or the configuration are mended: " + command)
                        .in(language);
        return mended + accepting(report, command);
    }

    /** Which tables readers see. */
    private Text kept() {
        Path latest = home.exports().resolve("latest");
        try {
            String date = String.valueOf(latest.toRealPath().getFileName()).replaceFirst("-r\\d+$", "");
            return new Text("（" + latest + " は " + date + " のもの）", " (" + latest + " is that of " + date + ")");
        } catch (IOException nothingPublishedYet) {
            return Text.same("");
        }
    }

    private String accepting(RunReport report, String command) {
        String options = report.judged().stream()
                .filter(GateReport::mayBeAccepted)
                .map(GateReport::acceptance)
                .distinct()
                .collect(Collectors.joining(" "));
        return options.isEmpty()
                ? ""
                : "\n  "
                        + new Text(
                                        "見たうえでこのままで正しければ、一度だけ受け入れられます: " + command + " " + options,
                                        "If you have looked and it is right as it is, accept it this once: " + command
                                                + " " + options)
                                .in(language);
    }
}
