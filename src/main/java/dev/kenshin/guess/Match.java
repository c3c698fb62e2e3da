package dev.kenshin.guess;

import dev.kenshin.guess.Profile.Fit;
import dev.kenshin.guess.Profile.Misfit;
import dev.kenshin.guess.Vocabulary.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A column that looks like a canonical one.
 *
 * @param likeness of the names, from 0 to 1; below {@code SURE} somebody should look at it
 */
record Match(Entry entry, Profile profile, double likeness) {
    static final double SURE = 0.85;
    /** What only the values speak for. */
    static final double BY_VALUES = 0.3;

    private static final double MISFITS_ALLOWED = 0.2;
    private static final int SHOWN = 2;

    /** Empty where the names differ, or too few of the values convert. */
    static Optional<Match> of(Entry entry, Profile profile) {
        double likeness = Name.of(profile.name()).likeness(entry.names());
        return likeness > 0 && fits(entry, profile)
                ? Optional.of(new Match(entry, profile, likeness))
                : Optional.empty();
    }

    static boolean fits(Entry entry, Profile profile) {
        return profile.fit(entry.type()).share() >= 1 - MISFITS_ALLOWED;
    }

    /** The best of the profiles for an entry. */
    static Optional<Match> best(Entry entry, List<Profile> profiles) {
        return profiles.stream()
                .flatMap(profile -> of(entry, profile).stream())
                .reduce((one, other) -> other.likeness() > one.likeness() ? other : one);
    }

    Remark remark() {
        Remark name = likeness >= SURE
                ? Remark.sure("名前が一致", "by its name")
                : likeness > BY_VALUES
                        ? Remark.unsure("名前が似ています", "its name is similar")
                        : Remark.unsure("値から", "only by its values");
        return profile.blank()
                ? name.and(blank(profile))
                : misfits(profile, profile.fit(entry.type())).map(name::and).orElse(name);
    }

    static Remark blank(Profile profile) {
        return profile.unseen()
                ? Remark.unsure("データの行がなく、値は見ていません", "there were no rows to look at")
                : Remark.unsure("見た範囲はすべて空欄", "blank in all rows looked at");
    }

    /** Which cells cannot be read, if there are any. */
    static Optional<Remark> misfits(Profile profile, Fit fit) {
        if (fit.misfits().isEmpty()) {
            return Optional.empty();
        }
        String examples = fit.misfits().stream().limit(SHOWN).map(Match::shown).collect(Collectors.joining(", "));
        String more = fit.misfits().size() > SHOWN ? " …" : "";
        int bad = fit.misfits().size();
        int all = profile.cells().size();
        return Optional.of(Remark.unsure(
                all + "件中" + bad + "件が読めません: " + examples + more,
                bad + " of " + all + " cannot be read: " + examples + more));
    }

    private static String shown(Misfit misfit) {
        return "'" + misfit.value().replaceAll("\\s+", " ") + "' (" + misfit.place() + ")";
    }
}
