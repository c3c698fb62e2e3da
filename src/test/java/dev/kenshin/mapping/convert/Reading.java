package dev.kenshin.mapping.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Shorthand for tests: what a type makes of a raw value, or the code with which it refuses. */
final class Reading {
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private Reading() {}

    static @Nullable Object value(FieldType type, @Nullable Object raw) {
        Conversion conversion = type.converter(TOKYO).convert(raw);
        assertThat(conversion).as("%s of '%s'", type, raw).isInstanceOf(Conversion.Converted.class);
        return ((Conversion.Converted) conversion).value();
    }

    static String refusal(FieldType type, @Nullable Object raw) {
        Conversion conversion = type.converter(TOKYO).convert(raw);
        assertThat(conversion).as("%s of '%s'", type, raw).isInstanceOf(Conversion.Failed.class);
        return ((Conversion.Failed) conversion).code();
    }
}
