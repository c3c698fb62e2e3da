package dev.kenshin.job;

import dev.kenshin.gate.Acceptances;
import java.time.LocalDate;

/**
 * What is asked of a run.
 *
 * @param asOf the business day to describe
 * @param force compute the night again even though it is complete
 * @param accepted what may pass although a quality gate blocks it
 */
public record NightRequest(LocalDate asOf, boolean force, Acceptances accepted) {

    /** Of which nothing is accepted beforehand. */
    public NightRequest(LocalDate asOf, boolean force) {
        this(asOf, force, Acceptances.NONE);
    }
}
