package dev.kenshin.source.jdbc;

import dev.kenshin.config.JdbcUrl;
import java.util.Locale;
import org.jooq.SQLDialect;
import org.jooq.tools.jdbc.JDBCUtils;

/** A database's address. {@code toString()} shows it without anything that might be a credential. */
record DatabaseUrl(String text) {
    SQLDialect dialect() {
        return JDBCUtils.dialect(text);
    }

    boolean isJdbc() {
        return text.startsWith("jdbc:");
    }

    /** What the driver gets: H2 would otherwise create a database that does not exist. */
    String connectable() {
        boolean creates =
                text.startsWith("jdbc:h2:") && !text.toUpperCase(Locale.ROOT).contains(";IFEXISTS=");
        return creates ? text + ";IFEXISTS=TRUE" : text;
    }

    @Override
    public String toString() {
        return new JdbcUrl(text).toString();
    }
}
