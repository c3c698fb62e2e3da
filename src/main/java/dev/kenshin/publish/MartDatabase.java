package dev.kenshin.publish;

import dev.kenshin.config.JdbcUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.SQLDialect;
import org.jooq.tools.jdbc.JDBCUtils;

/** Where the mart lies. The password is never shown. */
public record MartDatabase(String url, Optional<String> user, Optional<String> password) {
    private static final Pattern FILE = Pattern.compile("(?i)jdbc:h2:(?:file:)?([./~][^;]*|[a-z]:[^;]*)");
    private static final String HOME = Matcher.quoteReplacement(System.getProperty("user.home", "~"));

    /**
     * The mart that needs no server: an H2 file {@code mart.mv.db}. What was committed survives a kill, and names may be
     * written without quotes. Errors come as exceptions, and not into a file beside it, which would repeat data.
     */
    public static MartDatabase in(Path home) {
        Path file = home.toAbsolutePath().resolve("mart");
        return new MartDatabase(
                "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE;TRACE_LEVEL_FILE=0",
                Optional.empty(),
                Optional.empty());
    }

    /** H2 only within this process: a url must not start a server or run a script. */
    boolean isSupported() {
        JdbcUrl address = new JdbcUrl(url);
        boolean known = dialect() == SQLDialect.POSTGRES || (dialect() == SQLDialect.H2 && !address.isServerOfH2());
        return known && address.harm().isEmpty();
    }

    SQLDialect dialect() {
        return JDBCUtils.dialect(url).family();
    }

    /** A connection; the caller closes it. */
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(word -> properties.setProperty("password", word));
        if (dialect() == SQLDialect.POSTGRES) {
            properties.setProperty("reWriteBatchedInserts", "true");
        }
        return DriverManager.getConnection(url, properties);
    }

    /** The file of a mart that is one, with H2's suffix; empty on a server. */
    public Optional<Path> file() {
        Matcher file = FILE.matcher(url);
        return file.lookingAt()
                ? Optional.of(Path.of(file.group(1).replaceFirst("^~", HOME) + ".mv.db"))
                : Optional.empty();
    }

    /** The url without its parameters and credentials, which may be secret. */
    String shownUrl() {
        return url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return "MartDatabase[" + shownUrl() + "]";
    }
}
