package dev.kenshin.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Location;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Threat(Danger.DATABASE_URL)
class JdbcUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'x.sql'",
                "jdbc:h2:mem:x;I\\NIT=RUNSCRIPT FROM 'x.sql'",
                "jdbc:h2:mem:x;USER=sa\\;INIT=CREATE TABLE T(X INT)",
                "jdbc:h2:./x;auto_server=true",
                "jdbc:h2:mem:x;DATABASE_EVENT_LISTENER='evil.Listener'",
                "jdbc:h2:mem:x;JAVA_OBJECT_SERIALIZER='evil.Serializer'",
                "jdbc:h2:mem:x;AUTHENTICATOR=TRUE",
                "jdbc:h2:mem:x;TRACE_LEVEL_SYSTEM_OUT=3",
                "jdbc:duckdb:x.db;session_init_sql_file=/tmp/x.sql",
                "jdbc:duckdb:;allow_unsigned_extensions=true",
                "jdbc:postgresql://h/d?socketFactory=evil.Factory&socketFactoryArg=http://x",
                "jdbc:postgresql://h/d?user=u&sslfactory=evil.Factory",
                "jdbc:postgresql://h/d?loggerLevel=TRACE&loggerFile=/tmp/x.jsp",
                "jdbc:postgresql://h/d?authenticationPluginClassName=evil.Plugin",
                "jdbc:mysql://h/d?allowLoadLocalInfile=true",
                "jdbc:mysql://h/d?%61utoDeserialize=true",
                "jdbc:mysql://(host=h,autoDeserialize=true)/d",
                "jdbc:mysql://h/d?queryInterceptors=evil.Interceptor",
                "jdbc:sqlserver://h;trustManagerClass=evil.Trust",
                "jdbc:db2://h/d:clientRerouteServerListJNDIName=x;clientRerouteServerListJNDIName=ldap://x"
            })
    void urlThatAsksForMoreThanAConnection_isRefused(String url) {
        assertThat(new JdbcUrl(url).problem(Location.file("x.yaml")))
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("KEN-C33"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "jdbc:h2:file:C:\\data\\x;IFEXISTS=TRUE;MODE=PostgreSQL;USER=sa;PASSWORD=a=b",
                "jdbc:h2:tcp://h/x;SCHEMA=crm",
                "jdbc:duckdb:/data/x.duckdb",
                "jdbc:postgresql://h:5432/d?user=me&password=a%20b&ssl=true&sslmode=verify-full&currentSchema=crm",
                "jdbc:mysql://h/d?useSSL=true&serverTimezone=Asia/Tokyo",
                "jdbc:sqlserver://h:1433;databaseName=d;encrypt=true",
                "jdbc:oracle:thin:@//h:1521/s"
            })
    void ordinaryUrl_isTaken(String url) {
        assertThat(new JdbcUrl(url).harm()).isEmpty();
    }

    @Test
    void whatADriverSays_isShownWithoutUrlAndPassword() {
        JdbcUrl url = new JdbcUrl("jdbc:nosuch://me:s3cret@h/d?password=s3cret");
        assertThat(url.redact("No driver for " + url.text() + " (s3cret)", Optional.of("s3cret")))
                .isEqualTo("No driver for jdbc:nosuch://h/d (***)");
    }
}
