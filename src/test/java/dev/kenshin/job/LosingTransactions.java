package dev.kenshin.job;

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Marks some transactions to be rolled back; nobody is told, and the commit that follows throws nothing. */
final class LosingTransactions extends DataSourceTransactionManager {
    private static final long serialVersionUID = 1;

    /** By step, how many of its transactions are still to come until the one that is lost. */
    private final HashMap<String, Integer> lost;

    /** @param lost of each step that loses one, which of its transactions, from 1 */
    LosingTransactions(DataSource connections, Map<String, Integer> lost) {
        super(connections);
        this.lost = new HashMap<>(lost);
    }

    @Override
    protected void prepareSynchronization(DefaultTransactionStatus status, TransactionDefinition definition) {
        super.prepareSynchronization(status, definition);
        StepContext context = StepSynchronizationManager.getContext();
        if (context != null && isLost(context.getStepName())) {
            status.setRollbackOnly();
        }
    }

    private synchronized boolean isLost(String step) {
        lost.computeIfPresent(step, (name, left) -> left - 1);
        return lost.getOrDefault(step, -1) == 0;
    }
}
