package dev.kenshin.source.jdbc;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.SQLDialect;
import org.jooq.tools.jdbc.JDBCUtils;

/** A database's address. {@code toString()} shows it without anything that might be a credential. */
record DatabaseUrl(String text) {
    private static final Pattern SCHEME = Pattern.compile("(jdbc:\\w+:(?:(?:thin|oci|file|mem|tcp|ssl):)?(?://)?).*");

    SQLDialect dialect() {
        return JDBCUtils.dialect(text);
    }

    boolean isJdbc() {
        return text.startsWith("jdbc:");
    }

    /** H2 can be told by its address to run scripts or to open a port; a source needs neither. */
    boolean isUnsafe() {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.startsWith("JDBC:H2:") && (upper.contains(";INIT=") || upper.contains(";AUTO_SERVER=TRUE"));
    }

    /** What the driver gets: H2 would otherwise create a database that does not exist. */
    String connectable() {
        boolean creates =
                text.startsWith("jdbc:h2:") && !text.toUpperCase(Locale.ROOT).contains(";IFEXISTS=");
        return creates ? text + ";IFEXISTS=TRUE" : text;
    }

    @Override
    public String toString() {
        String plain = text.split("[?;]", 2)[0];
        Matcher matcher = SCHEME.matcher(plain);
        if (!matcher.matches()) {
            return "jdbc";
        }
        String scheme = matcher.group(1);
        String rest = plain.substring(scheme.length());
        boolean cutWithinCredentials = text.contains("@") && !plain.contains("@");
        return scheme + (cutWithinCredentials ? "…" : rest.substring(rest.lastIndexOf('@') + 1));
    }
}
