package dev.kenshin.rollup;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Accounts each of which is below the next, and the last below the first.
 *
 * @param accounts from the smallest id on
 */
record ParentCircle(List<String> accounts) {
    private static final int SHOWN = 10;

    /** @param climbed from any account of the circle, each followed by its parent */
    static ParentCircle of(List<String> climbed) {
        List<String> turned = new ArrayList<>(climbed);
        Collections.rotate(turned, -climbed.indexOf(Collections.min(climbed)));
        return new ParentCircle(List.copyOf(turned));
    }

    Problem problem() {
        return Problem.warning(
                "KEN-J24",
                new Location.Named("account.parent_id"),
                new Text(
                        "親会社が循環しています: %s。この%d社は親会社なしとして集計しました。".formatted(way(), accounts.size()),
                        "parents go in a circle: %s. These %d accounts were summed up as if they had no parent."
                                .formatted(way(), accounts.size())),
                new Text(
                        "いずれかの parent_id を取得元で直すか、空にしてください。",
                        "Correct the parent_id of one of them in the source, or leave it empty."));
    }

    private String way() {
        String first = accounts.get(0);
        String shown = String.join(" → ", accounts.subList(0, Math.min(SHOWN, accounts.size())));
        return shown + (accounts.size() > SHOWN ? " → … → " : " → ") + first;
    }
}
