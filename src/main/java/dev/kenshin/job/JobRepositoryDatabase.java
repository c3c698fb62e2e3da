package dev.kenshin.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Spring Batch's own tables, where it remembers which steps of which night are done. Survives a kill at any moment. */
final class JobRepositoryDatabase implements AutoCloseable {
    /** What Spring Batch's script creates last. */
    private static final String LAST = "BATCH_JOB_INSTANCE_SEQ";

    private final JdbcConnectionPool pool;
    private final JobRepository repository;

    private JobRepositoryDatabase(JdbcConnectionPool pool, JobRepository repository) {
        this.pool = pool;
        this.repository = repository;
    }

    /** Opens the database in {@code file}, and creates it where it does not exist. */
    static JobRepositoryDatabase open(Path file) {
        // WRITE_DELAY=0: H2 otherwise loses acknowledged commits on kill -9. We close it ourselves, after the job.
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        try {
            createTables(pool);
            return new JobRepositoryDatabase(pool, repository(pool));
        } catch (Exception e) {
            pool.dispose();
            throw new IllegalStateException("cannot open the job repository " + file + ": " + e.getMessage(), e);
        }
    }

    JobRepository repository() {
        return repository;
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
        pool.dispose();
    }

    private static JobRepository repository(DataSource dataSource) throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(dataSource);
        factory.setTransactionManager(new JdbcTransactionManager(dataSource));
        factory.setSerializer(new JacksonExecutionContextStringSerializer());
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private static void createTables(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            if (!isComplete(statement)) {
                // A run that was killed while it created the tables has left some of them.
                statement.execute("drop all objects");
                ScriptUtils.executeSqlScript(
                        connection, new ClassPathResource("org/springframework/batch/core/schema-h2.sql"));
            }
        }
    }

    private static boolean isComplete(Statement statement) throws SQLException {
        try (ResultSet tables = statement.executeQuery(
                "select 1 from information_schema.sequences where sequence_name = '" + LAST + "'")) {
            return tables.next();
        }
    }
}
