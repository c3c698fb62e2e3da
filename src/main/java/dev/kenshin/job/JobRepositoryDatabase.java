package dev.kenshin.job;

import com.zaxxer.hikari.HikariDataSource;
import dev.kenshin.config.Secrets;
import dev.kenshin.ops.Home;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Spring Batch's own tables, where it remembers which steps of which night are done. Survives a kill at any moment. */
final class JobRepositoryDatabase implements AutoCloseable {
    private final DataSource pool;
    private final JobRepository repository;
    private final Runnable closing;

    private JobRepositoryDatabase(DataSource pool, Runnable closing) throws Exception {
        this.pool = pool;
        this.repository = repository(pool);
        this.closing = closing;
    }

    /**
     * Opens the database that the job names, or else the one in the home.
     *
     * @throws NightFailure if it is on a server that cannot be used, or a restore of the home has not come to its end
     */
    static JobRepositoryDatabase of(NightPlan plan, Home home, Secrets secrets) {
        UnfinishedRestore.check(home);
        return plan.job()
                .repository()
                .map(options -> open(JobRepositoryServer.of(options, secrets), home))
                .orElseGet(() -> open(home.jobRepository()));
    }

    /** Opens the database in {@code file}, and creates it where it does not exist. */
    static JobRepositoryDatabase open(Path file) {
        // WRITE_DELAY=0: H2 otherwise loses acknowledged commits on kill -9. We close it ourselves, after the job.
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
                "sa",
                "");
        try {
            JobRepositoryTables.createInFile(pool);
            return new JobRepositoryDatabase(pool, pool::dispose);
        } catch (Exception e) {
            pool.dispose();
            throw new IllegalStateException("cannot open the job repository " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Opens the database of a server, and creates the tables where there are none.
     *
     * @throws NightFailure if it cannot be reached, does not let us create the tables, or belongs to another home
     */
    static JobRepositoryDatabase open(JobRepositoryServer server, Home home) {
        HikariDataSource pool = server.connect();
        try {
            JobRepositoryTables.createOnServer(pool);
            RepositoryOwner.claim(pool, home, server);
            return new JobRepositoryDatabase(pool, pool::close);
        } catch (NightFailure e) {
            pool.close();
            throw e;
        } catch (Exception e) {
            pool.close();
            throw server.unusable(e);
        }
    }

    JobRepository repository() {
        return repository;
    }

    /** A connection to its tables; the caller closes it. */
    Connection connect() throws SQLException {
        return pool.getConnection();
    }

    /** An operator whose jobs run in the calling thread. */
    TaskExecutorJobOperator operator(MapJobRegistry jobs) {
        try {
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(jobs);
            operator.setTaskExecutor(new SyncTaskExecutor());
            operator.afterPropertiesSet();
            return operator;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closing.run();
    }

    private static JobRepository repository(DataSource dataSource) throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(dataSource);
        factory.setTransactionManager(new JdbcTransactionManager(dataSource));
        factory.setSerializer(new JacksonExecutionContextStringSerializer());
        factory.afterPropertiesSet();
        return factory.getObject();
    }
}
