package dev.kenshin.mapping.convert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Where a workbook counts its days from. */
enum ExcelEpoch {
    /** Day 1 is 1900-01-01; from March 1900 the count is one too high, since Excel believes in 1900-02-29. */
    OF_1900(LocalDate.of(1899, 12, 30)),
    /** Day 0 is 1904-01-01: workbooks that began on old Macintoshes. */
    OF_1904(LocalDate.of(1904, 1, 1));

    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    private final LocalDate dayZero;

    ExcelEpoch(LocalDate dayZero) {
        this.dayZero = dayZero;
    }

    /** The moment of a day number after February 1900, to the second. */
    LocalDateTime at(BigDecimal serial) {
        long seconds =
                serial.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return dayZero.atStartOfDay().plusSeconds(seconds);
    }
}
