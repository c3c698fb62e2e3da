package dev.kenshin.guess;

import dev.kenshin.problem.Text;

/**
 * Why something was guessed, as a comment beside it.
 *
 * @param sure whether nobody needs to look at it again
 */
record Remark(boolean sure, Text why) {

    static Remark sure(String ja, String en) {
        return new Remark(true, new Text(ja, en));
    }

    static Remark unsure(String ja, String en) {
        return new Remark(false, new Text(ja, en));
    }

    /** With {@code more} behind it; sure only if both are. */
    Remark and(Remark more) {
        return new Remark(sure && more.sure, new Text(why.ja() + "。" + more.why.ja(), why.en() + "; " + more.why.en()));
    }

    /** The comment's words, without the sign that begins it. */
    Text comment() {
        return sure ? why : new Text("要確認: " + why.ja(), "CHECK: " + why.en());
    }
}
