package dev.kenshin.source.rest.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RereadTest {
    private static final List<String> TEXTS = List.of(
            "", "O'Brien", "\"", "'\"\\", "1", "None", "[1]", "a\nb\t\r\u0000\u00ad\u2028", "株式会社🙂", "#", "{'a': 1}");

    private final Random random = new Random(1);

    @Test
    void whatIsNotPrinted_isWhatReadingThePrintedTextWouldGive() {
        for (int i = 0; i < 5_000; i++) {
            Object value = random.nextBoolean() ? list(4) : map(4);

            assertThat(Reread.of(value)).contains(Literal.of(Printed.quoted(value)));
        }
    }

    @Test
    void copy_sharesNothingThatCanChange() {
        List<@Nullable Object> inner = new ArrayList<>(List.of("before"));
        Object copy = Reread.of(Map.of("inner", inner)).orElseThrow();

        inner.set(0, "after");

        assertThat(copy).isEqualTo(Map.of("inner", List.of("before")));
    }

    @Test
    void wherePrintingAloneTells_thereIsNoCopy() {
        assertThat(Reread.of("[1]")).isEmpty();
        assertThat(Reread.of(List.of(new Undefined("x")))).isEmpty();
        assertThat(Reread.of(List.of(Double.POSITIVE_INFINITY))).isEmpty();
        assertThat(Reread.of(Map.of(1L, "a"))).isEmpty();
        assertThat(Reread.of(nested(60))).isEmpty();
    }

    /** Each level holds the one below twice: printed, it would be endless. */
    @Test
    void listOfListsOfLists_isNotCopied() {
        List<Object> list = List.of("x");
        for (int level = 0; level < 40; level++) {
            list = List.of(list, list);
        }

        assertThat(Reread.of(list)).isEmpty();
    }

    private static Object nested(int depth) {
        return depth == 0 ? "" : List.of(nested(depth - 1));
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextLong();
            case 4 -> random.nextBoolean() ? (Object) random.nextGaussian() : new BigDecimal("12.50");
            case 5 -> text();
            case 6 -> new Tuple(list(depth - 1));
            case 7 -> list(depth - 1);
            default -> map(depth - 1);
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(depth));
        }
        return list;
    }

    private Map<Object, @Nullable Object> map(int depth) {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(text(), value(depth));
        }
        return map;
    }
}
