package dev.kenshin.guess;

import dev.kenshin.mapping.convert.Words;
import dev.kenshin.model.Model;
import dev.kenshin.source.SourceRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which fields identify a record. */
record KeyGuess(List<String> key, Remark remark) {
    /** Below that many rows anything may be unique by chance. */
    private static final int MANY = 20;

    private static final int LEFTMOST = 8;
    private static final String LIKE_A_KEY = ".*(id|no|code|key|uuid|番号|コード|キー|記号)";

    /** Empty where no field or pair of fields will do; then the content stands for the key. */
    static Optional<KeyGuess> of(Sample sample, List<Profile> profiles, Optional<TableGuess> table) {
        List<Profile> unique = profiles.stream().filter(Profile::unique).toList();
        return unique.stream()
                .filter(profile -> isOwnNumber(profile, table))
                .findFirst()
                .or(() -> unique.stream().filter(KeyGuess::looksLikeKey).findFirst())
                .map(profile -> single(profile, sample))
                .or(() -> hasDates(table) ? Optional.empty() : pair(sample, profiles));
    }

    /** What happens can happen again: the same account and kind is then no key, though it may seem so for long. */
    private static boolean hasDates(Optional<TableGuess> table) {
        return table.flatMap(guess -> Model.table(guess.table()))
                .map(known -> known.time().isPresent())
                .orElse(true);
    }

    private static boolean isOwnNumber(Profile profile, Optional<TableGuess> table) {
        return table.stream()
                .flatMap(guess -> guess.matches().stream())
                .filter(match -> match.profile().equals(profile))
                .anyMatch(match -> match.entry().column().endsWith("_id")
                        && (match.entry().column().startsWith(match.entry().table())
                                || match.entry().column().equals("user_id")));
    }

    private static boolean looksLikeKey(Profile profile) {
        return Name.plain(profile.name()).matches(LIKE_A_KEY);
    }

    private static KeyGuess single(Profile profile, Sample sample) {
        int rows = sample.records().size();
        return new KeyGuess(
                List.of(profile.name()),
                rows >= MANY
                        ? Remark.sure(rows + "行で重複も空欄もない", "unique and never blank in " + rows + " rows")
                        : Remark.unsure("見た行が少なく(" + rows + "行)、偶然かもしれません", "rows seen: only " + rows));
    }

    /** A pair of which one half says whose or which it is. */
    private static Optional<KeyGuess> pair(Sample sample, List<Profile> profiles) {
        List<Profile> candidates = profiles.stream()
                .limit(LEFTMOST)
                .filter(Profile::full)
                .filter(profile -> !TypeGuess.of(profile).numeric() || looksLikePosition(profile))
                .toList();
        for (Profile one : candidates) {
            for (Profile other : candidates) {
                boolean telling =
                        looksLikeKey(one) || !LinkGuess.byColumns(List.of(one)).isEmpty();
                if (one.position() < other.position() && telling && unique(sample, one.name(), other.name())) {
                    return Optional.of(new KeyGuess(
                            List.of(one.name(), other.name()),
                            Remark.unsure("この組は見た範囲で重複がない", "no pair of these occurs twice in what was seen")));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean looksLikePosition(Profile profile) {
        return Name.of(profile.name())
                        .likeness(
                                Vocabulary.column("onboarding_step", "position").names())
                > 0;
    }

    private static boolean unique(Sample sample, String one, String other) {
        Set<List<String>> seen = new HashSet<>();
        for (SourceRecord row : sample.records()) {
            if (!seen.add(List.of(
                    Words.of(row.fields().get(one)), Words.of(row.fields().get(other))))) {
                return false;
            }
        }
        return seen.size() >= MANY;
    }
}
