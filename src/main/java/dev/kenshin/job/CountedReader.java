package dev.kenshin.job;

import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** A reader that says afterwards how many items there were, so that it shows if some were not kept. */
interface CountedReader<T> extends ItemStreamReader<T> {

    /** How many items there were since it was opened. */
    long given();

    /** Not all were kept: sees to it that the step reads them again when it is done again. */
    void lost();
}
