package dev.kenshin.job;

import dev.kenshin.config.UsageConfig;
import dev.kenshin.gate.Gate;
import dev.kenshin.gate.GateTable;
import dev.kenshin.gate.Judgement;
import dev.kenshin.landing.FreshnessGate;
import dev.kenshin.landing.UsualVolume;
import dev.kenshin.landing.VolumeChange;
import dev.kenshin.problem.Text;
import dev.kenshin.usage.UsageState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks whether the events of a usage source can be believed. They say by themselves when they happened. */
final class UsageGate {
    private final Night night;
    private final UsageConfig usage;
    private final LocalDate asOf;

    UsageGate(Night night, UsageConfig usage) {
        this.night = night;
        this.usage = usage;
        this.asOf = night.asOf();
    }

    List<Judgement> judge() throws SQLException {
        Connection connection = night.inTransaction();
        Optional<LocalDate> last = UsageState.lastDay(connection, usage.name(), asOf);
        if (last.isEmpty()) {
            return List.of(new NoEvents(connection, usage.name(), asOf).judge());
        }
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(freshness(last.get()));
        if (usage.expect().volumeChange().areGiven()) {
            judgements.add(volume(connection));
        }
        return judgements;
    }

    private Judgement freshness(LocalDate last) {
        Text event = new Text("イベント", "event");
        return FreshnessGate.judge(
                usage.name(), event, last, asOf, usage.expect().age());
    }

    /** The events of the day, against those of the same day of earlier weeks. */
    private Judgement volume(Connection connection) throws SQLException {
        Optional<LocalDate> accepted = GateTable.lastAccepted(connection, Gate.VOLUME, usage.name(), asOf)
                .filter(day -> !day.isBefore(asOf.minusWeeks(UsualVolume.WEEKS)));
        List<Long> before = weeksBefore(connection, accepted.orElse(LocalDate.MIN));
        return VolumeChange.judge(
                usage.name(),
                UsageState.eventsOn(connection, usage.name(), asOf),
                UsualVolume.ofWeekday(asOf, before)
                        .or(() -> accepted.flatMap(day -> UsualVolume.sinceAccepted(day, before))),
                usage.expect().volumeChange());
    }

    /** @param from what was usual before it is not any more */
    private List<Long> weeksBefore(Connection connection, LocalDate from) throws SQLException {
        List<Long> before = new ArrayList<>();
        for (int week = 1; week <= UsualVolume.WEEKS; week++) {
            LocalDate day = asOf.minusWeeks(week);
            long events = day.isBefore(from) ? 0 : UsageState.eventsOn(connection, usage.name(), day);
            if (events > 0) {
                before.add(events);
            }
        }
        return before;
    }
}
