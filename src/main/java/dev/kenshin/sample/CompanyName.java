package dev.kenshin.sample;

import dev.kenshin.sample.WordStock.Trade;
import dev.kenshin.sample.WordStock.Word;
import java.util.List;
import java.util.stream.Stream;

/**
 * An invented company's name.
 *
 * @param form 株式会社 or 有限会社
 * @param formFirst whether the form stands before the name
 * @param core the name without its form
 * @param reading in Latin letters, as used for the e-mail domain
 */
record CompanyName(String form, boolean formFirst, String core, String reading, Industry industry) {
    private static final List<Word> HEADS = Stream.concat(WordStock.HEADS.stream(), WordStock.KATAKANA_HEADS.stream())
            .toList();
    private static final int PAIRS = HEADS.size() * WordStock.TAILS.size();

    /** There are so many different names. */
    static final int LIMIT = 122_880;

    /** No divisor in common with {@link #LIMIT}, so that every number gets a name of its own. */
    private static final long STRIDE = 48_271;

    /** The name of the customer with this number, different from that of every other number. */
    static CompanyName of(long seed, int number) {
        int code = Math.floorMod(number * STRIDE + seed, LIMIT);
        Word head = HEADS.get(code % HEADS.size());
        Trade trade = WordStock.TRADES.get(code / PAIRS);
        Word tail = tail(code % HEADS.size(), code / HEADS.size() % WordStock.TAILS.size());
        Dice dice = Dice.of(seed, "name", number);
        return new CompanyName(
                dice.chance(0.06) ? "有限会社" : "株式会社",
                dice.chance(0.6),
                head.written() + tail.written() + trade.written(),
                head.reading() + tail.reading() + "-" + trade.reading(),
                trade.industry());
    }

    /** Katakana is followed by katakana. */
    private static Word tail(int head, int tail) {
        return head < WordStock.HEADS.size() ? WordStock.TAILS.get(tail) : WordStock.KATAKANA_TAILS.get(tail);
    }

    /** A company of the same name elsewhere: only where the form stands tells them apart. */
    CompanyName namesake() {
        return new CompanyName(form, !formFirst, core, reading + "-west", industry);
    }

    /** As the company itself writes it. */
    String official() {
        return formFirst ? form + core : core + form;
    }
}
