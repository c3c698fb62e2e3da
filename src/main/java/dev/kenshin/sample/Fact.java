package dev.kenshin.sample;

import java.time.LocalDate;

/** Something that happened at a customer on a day. */
interface Fact {
    Account account();

    LocalDate day();
}
