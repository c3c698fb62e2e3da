package dev.kenshin.mapping.convert;

import dev.kenshin.mapping.convert.Conversion.Converted;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The day of a moment, as LocalDate. */
record DateConverter(TimestampConverter moments) implements Converter {

    @Override
    public Conversion convert(@Nullable Object raw) {
        if (raw instanceof LocalDate) {
            return new Converted(raw);
        }
        Conversion moment = moments.convert(raw);
        return moment instanceof Converted read && read.value() instanceof LocalDateTime at
                ? new Converted(at.toLocalDate())
                : moment;
    }
}
