package dev.kenshin.source.excel;

/**
 * How much a part of a workbook may unpack to. Excel itself makes nothing near these figures; what exceeds them would
 * exhaust the memory.
 *
 * @param bytes in all
 * @param tags opening, closing and empty ones; each costs many times its length in memory
 */
record Limit(long bytes, long tags) {
    /** Rows of a sheet, which are read one by one. */
    static final Limit SHEET = new Limit(200L << 20, Long.MAX_VALUE);
    /** All different texts of a workbook, which are held: some three million. */
    static final Limit TEXTS = new Limit(100L << 20, 12_000_000);
    /** Formats, sheet names, relations, which are held as trees. */
    static final Limit STRUCTURE = new Limit(16L << 20, 500_000);

    /** The longest stretch without a tag, in bytes: a cell holds 32,767 characters. */
    static final int TEXT = 1 << 20;

    static final int ROWS = 1 << 20;
    static final int COLUMNS = 1 << 14;
    static final int MERGED_REGIONS = 100_000;
    /** Of one row, which is held. */
    static final long ROW_BYTES = 16L << 20;

    /** The files that are copied and unpacked, or, for {@code .xls}, held whole in many times their size. */
    static final long XLSX_FILE = 200L << 20;

    static final long XLS_FILE = 20L << 20;
}
