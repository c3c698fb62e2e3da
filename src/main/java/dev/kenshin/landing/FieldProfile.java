package dev.kenshin.landing;

import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one field of a stream holds. Records that lie evenly through the extract are looked at, at most a thousand,
 * so that looking costs next to nothing.
 *
 * @param looked records that were looked at
 * @param present of which so many had the field, blank or not
 * @param counts how many held each {@link Kind}, in its order
 */
record FieldProfile(String name, long looked, long present, List<Long> counts) {
    private static final int LOOKED_AT = 1_000;
    /** With fewer values nothing is said of their kind. */
    private static final int FEW = 5;
    /** So many of ten values decide the kind: one odd cell does not. */
    private static final int OF_TEN = 9;

    /** What a value is, however it is written: a number in a text is a number. */
    enum Kind {
        NUMBER(new Text("数値", "numbers")),
        DATE(new Text("日付", "dates")),
        FLAG(new Text("はい・いいえ", "yes or no")),
        LIST(new Text("JSON", "JSON")),
        TEXT(new Text("文字列", "text"));

        private final Text words;

        Kind(Text words) {
            this.words = words;
        }

        Text words() {
            return words;
        }
    }

    private static final String SELECT = """
            with looked as (select body from %s where (position - 1) %% ? = 0),
            field as (
                select each.key as name, each.type as type, trim(json_extract_string(each.value, '$')) as text
                from looked, json_each(looked.body) each
            ),
            held as (
                select name, case
                    when text is null or text = '' then null
                    when type in ('ARRAY', 'OBJECT') or starts_with(text, '[') or starts_with(text, '{') then 'list'
                    when type = 'BOOLEAN' or lower(text) in
                        ('true', 'false', 'yes', 'no', 'はい', 'いいえ', '有', '無', '○', '〇', '×') then 'flag'
                    when regexp_matches(text, '^([0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}|(明治|大正|昭和|平成|令和|[MTSHR])[0-9元]{1,2}[-/.年])')
                        then 'date'
                    when regexp_full_match(text, '[-+△▲(]?[¥$]?[0-9０-９][0-9０-９.,．，]*(e[-+]?[0-9]+)? *([%%％円件人万億千]+)?[)]?')
                        then 'number'
                    else 'text' end as kind
                from field
            )
            select name, (select count(*) from looked), count(*), count(*) filter (where kind = 'number'),
                count(*) filter (where kind = 'date'), count(*) filter (where kind = 'flag'),
                count(*) filter (where kind = 'list'), count(*) filter (where kind = 'text')
            from held group by name order by name
            """;

    static List<FieldProfile> ofStage(Connection conn, String stream, long records) throws SQLException {
        return Query.list(
                conn,
                FieldProfile::read,
                SELECT.formatted(new Stage(stream).records()),
                1 + Math.max(0, records - 1) / LOOKED_AT);
    }

    /** Of a row that holds the name, the counts of records, and those of each kind. */
    static FieldProfile read(ResultSet row) throws SQLException {
        Long[] counts = new Long[Kind.values().length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = row.getLong(4 + i);
        }
        return new FieldProfile(row.getString(1), row.getLong(2), row.getLong(3), List.of(counts));
    }

    /** Records that held something. */
    long filled() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** What nearly all values are; empty where they are of several kinds, or few. */
    Optional<Kind> kind() {
        long filled = filled();
        return IntStream.range(0, counts.size())
                .filter(i -> filled >= FEW && counts.get(i) * 10 >= filled * OF_TEN)
                .mapToObj(i -> Kind.values()[i])
                .findFirst();
    }
}
