package dev.kenshin.mapping;

import dev.kenshin.mapping.convert.Words;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.stream.Collectors;

/** The account that a record belongs to, or why it cannot be said. */
public sealed interface Link {
    /** How many candidates a message lists. */
    int LISTED = 5;

    /**
     * Exactly one account.
     *
     * @param by how it was found: {@code crosswalk}, or the link's {@code by}
     */
    record Linked(String accountId, String by) implements Link {}

    /** No account, or more than one. Carries what the quarantine says about it. */
    sealed interface Unlinked extends Link {
        /** The source's field that names the account. */
        String field();

        /** What the field says, cut to a length that a person reads; empty if it says nothing. */
        String value();

        String code();

        Text reason();

        Text fix();
    }

    /** An account that a value may have meant; {@code similarity} is 0–1, and 1 for the same normalised name. */
    record Candidate(String accountId, String name, double similarity) {
        @Override
        public String toString() {
            return accountId + " " + name + " (" + Math.round(similarity * 100) + "%)";
        }
    }

    /**
     * No account goes by this value.
     *
     * @param source whose crosswalk can name the account
     * @param nearest at most three accounts with a similar name, the most similar first
     */
    record Unknown(String field, String value, String source, List<Candidate> nearest) implements Unlinked {
        @Override
        public String code() {
            return "KEN-P36";
        }

        @Override
        public Text reason() {
            String shown = Words.shown(value);
            return nearest.isEmpty()
                    ? new Text("「" + shown + "」に当たる顧客がありません。", "No account is known as '" + shown + "'.")
                    : new Text(
                            "「" + shown + "」に当たる顧客がありません。近い顧客: " + list(nearest, "、") + "。",
                            "No account is known as '" + shown + "'. Nearest: " + list(nearest, ", ") + ".");
        }

        @Override
        public Text fix() {
            return crosswalkFix(source, value, field);
        }
    }

    /** Several accounts go by this value, and nothing is guessed. */
    record Ambiguous(String field, String value, String source, List<Candidate> candidates) implements Unlinked {
        @Override
        public String code() {
            return "KEN-P37";
        }

        @Override
        public Text reason() {
            String shown = Words.shown(value);
            return new Text(
                    "「" + shown + "」に当たる顧客が複数あります: " + list(candidates, "、") + "。",
                    "Several accounts are known as '" + shown + "': " + list(candidates, ", ") + ".");
        }

        @Override
        public Text fix() {
            return crosswalkFix(source, value, field);
        }
    }

    /** Every field that could name the account is blank; {@code field} is the first of them. */
    record Unnamed(String field) implements Unlinked {
        @Override
        public String value() {
            return "";
        }

        @Override
        public String code() {
            return "KEN-P35";
        }

        @Override
        public Text reason() {
            return new Text(
                    "「" + field + "」が空で、どの顧客のものか分かりません。", "'" + field + "' is blank, so the account is not known.");
        }

        @Override
        public Text fix() {
            return new Text("「" + field + "」を入力してください。", "Fill in '" + field + "'.");
        }
    }

    private static String list(List<Candidate> candidates, String separator) {
        String shown =
                candidates.stream().limit(LISTED).map(Candidate::toString).collect(Collectors.joining(separator));
        return candidates.size() > LISTED ? shown + separator + "…" : shown;
    }

    private static Text crosswalkFix(String source, String value, String field) {
        String file = "config/crosswalks/" + source + ".csv";
        String shown = Words.shown(value);
        return new Text(
                file + " に「" + shown + "」と顧客番号の行を加えるか、「" + field + "」を正しい値に直してください。",
                "Add a line with '" + shown + "' and the account's id to " + file + ", or correct '" + field + "'.");
    }
}
