package dev.kenshin.source;

import java.util.Map;

/**
 * Where a record was found.
 *
 * @param row {@code accounts.csv:14}, {@code nps.xlsx!回答!14}, {@code crm.accounts[id=42]}
 * @param columns for worksheets, the column letters of each field; empty elsewhere
 */
public record Place(String row, Map<String, String> columns) {

    public static Place of(String row) {
        return new Place(row, Map.of());
    }

    /** The place of one field: {@code nps.xlsx!回答!D14} in a worksheet, the row's own elsewhere. */
    public String at(String field) {
        String letters = columns.get(field);
        if (letters == null) {
            return row;
        }
        int bang = row.lastIndexOf('!');
        return row.substring(0, bang + 1) + letters + row.substring(bang + 1);
    }
}
