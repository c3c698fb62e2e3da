package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReconciliationTest {
    @Test
    void everythingKept_isFine() {
        assertThatCode(() -> Reconciliation.check("crm.accounts", 7, 7)).doesNotThrowAnyException();
    }

    @Test
    void lostChunk_failsTheNight() {
        assertThatThrownBy(() -> Reconciliation.check("crm.accounts", 20_000, 10_000))
                .isInstanceOf(NightFailure.class)
                .hasMessageContaining("'20000' rows were read, but '10000' were kept");
    }
}
