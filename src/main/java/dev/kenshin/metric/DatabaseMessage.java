package dev.kenshin.metric;

import java.sql.SQLException;

/** What the database says, without the SQL that it repeats: that is not the SQL that the person wrote. */
final class DatabaseMessage {
    private DatabaseMessage() {}

    static String of(SQLException e) {
        String message = String.valueOf(e.getMessage());
        String first = message.lines().findFirst().orElse("").strip();
        int kind = first.indexOf("Error: ");
        return kind < 0 ? first : first.substring(kind + "Error: ".length());
    }
}
