package dev.kenshin.landing;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;

/** Puts into the quarantine what an extract held that cannot land: broken rows, and keys given twice. */
final class MergeQuarantine {
    private final Connection conn;
    private final String stream;
    private final boolean full;
    private final Stage stage;

    MergeQuarantine(Connection conn, String stream, boolean full) {
        this.conn = conn;
        this.stream = stream;
        this.full = full;
        this.stage = new Stage(stream);
    }

    /** After a full extract nothing older stands; an incremental one only replaces what it read again. */
    void replace(LandingResult result) throws SQLException {
        Query.update(
                conn,
                "delete from landing.quarantine where origin = ? and mapping = ''"
                        + " and (? or key in (select key from " + stage.broken() + "))",
                stream,
                full);
        if (result.broken() > 0) {
            Query.update(conn, "insert into landing.quarantine from " + stage.broken());
        }
        if (full && result.duplicates() > 0) {
            addDuplicates();
        }
    }

    private void addDuplicates() throws SQLException {
        Query.update(
                conn,
                "insert into landing.quarantine select ?, '', d.key, other.place, '', d.key, 'KEN-L10',"
                        + " format('キー「{}」は「{}」にもあり、内容が異なります。最初の行だけを使いました。', d.key, first.place),"
                        + " format('the key ''{}'' is also at ''{}'', with other content; only the first row was used.',"
                        + " d.key, first.place),"
                        + " '重複した行を1つにまとめるか、キーの列を見直してください。',"
                        + " 'Merge the rows into one, or choose other key columns.'"
                        + " from staged d join incoming i on i.key = d.key and i.position <> d.position"
                        + " join " + stage.records() + " first on first.position = i.position"
                        + " join " + stage.records() + " other on other.position = d.position"
                        + " where other.hash <> first.hash order by d.position",
                stream);
    }
}
