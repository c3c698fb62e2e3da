package dev.kenshin.model;

/** The types a canonical column may have. */
public enum ColumnType {
    /** {@code String}. */
    TEXT("varchar"),
    /** {@code Long}. */
    INTEGER("bigint"),
    /** {@code BigDecimal}, four decimals. */
    DECIMAL("decimal(18,4)"),
    /** {@code LocalDate}. */
    DATE("date"),
    /** {@code LocalDateTime} in the job's time zone. */
    TIMESTAMP("timestamp"),
    /** {@code Boolean}. */
    BOOLEAN("boolean");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    /** The type's name in the warehouse. */
    public String sql() {
        return sql;
    }
}
