package dev.kenshin.mapping;

import dev.kenshin.config.FieldConfig.Between;
import dev.kenshin.mapping.convert.Conversion;
import dev.kenshin.mapping.convert.Conversion.Converted;
import dev.kenshin.mapping.convert.Converter;
import dev.kenshin.mapping.convert.Words;
import dev.kenshin.problem.Text;
import org.jspecify.annotations.Nullable;

/** Refuses numbers outside a range, both ends included. */
record Range(Converter inner, Between between) implements Converter {

    @Override
    public Conversion convert(@Nullable Object raw) {
        Conversion conversion = inner.convert(raw);
        boolean outside = conversion instanceof Converted read
                && read.value() instanceof Number number
                && (number.doubleValue() < between.low() || number.doubleValue() > between.high());
        return outside ? refused(Words.shown(Words.of(raw))) : conversion;
    }

    private Conversion refused(String value) {
        String low = Words.of(between.low());
        String high = Words.of(between.high());
        return new Conversion.Failed(
                "KEN-P34",
                new Text(
                        "「" + value + "」は " + low + " から " + high + " までの範囲にありません。",
                        "'" + value + "' is not between " + low + " and " + high + "."),
                new Text(
                        low + " から " + high + " までの値に直してください。",
                        "Correct it to a value between " + low + " and " + high + "."));
    }
}
