package dev.kenshin.threat;

/** What an attacker may try, and what stands against it. */
public enum Danger {
    FORMULA_INJECTION(
            "formula injection",
            "text that a spreadsheet would take for a formula gets an apostrophe, in every line and behind blanks; cells of"
                    + " workbooks are strings; Kenshin writes no Google Sheets"),
    WORKBOOK_BOMB("XLSX bomb", "limits on the file, its parts, tags, rows and cells; sheets are streamed"),
    COMPRESSED_BOMB("gzip or zip bomb", "limits on what a file or an answer unpacks to"),
    EXTERNAL_ENTITY("XXE", "no DTD is read; workbooks go through POI's own parsers"),
    CONFIGURED_SQL(
            "SQL in the configuration",
            "parsed, checked against lists of functions, tables and columns, rendered anew, stopped after 30 minutes;"
                    + " DuckDB reads no files but events"),
    DATABASE_URL("database url", "no script, port, class or file by a setting of the url; connections are read-only"),
    FORGED_REQUEST(
            "SSRF by a manifest, a link or a redirect",
            "hosts are those of the manifest; each hop is checked; no private address unless allowed; credentials stay with"
                    + " their server"),
    SECRET(
            "secrets",
            "looked up when needed, blotted out of every message in every encoding, never an argument of a process"),
    PERSONAL_DATA(
            "personal data",
            "fields that are not needed do not land, or as keyed hashes; `forget` leaves no byte of a person, and a list of hashes"
                    + " keeps them out"),
    FILE("files", "owner only, whatever the umask; paths stay below their folder, links followed"),
    LISTENING("listening sockets", "H2 and DuckDB are embedded; nothing listens during a run"),
    HOSTILE_DOCUMENT("hostile JSON, YAML or mail", "limits on depth, size, aliases and figures; no key twice"),
    TEMPLATE("templates of manifests", "nothing of Java within reach; limits on steps, sizes and depth"),
    PATTERN("regular expressions", "no pattern of the configuration runs in Java; ours are linear on hostile values"),
    CONTROL_CHARACTERS("control characters and forged log lines", "neither messages, tables nor logs take them over"),
    DESERIALISATION("deserialisation", "execution contexts are JSON with a list of permitted types"),
    DEPENDENCIES("known holes in libraries", "a bill of materials names every jar; versions are reviewed");

    private final String label;
    private final String defence;

    Danger(String label, String defence) {
        this.label = label;
        this.defence = defence;
    }

    String label() {
        return label;
    }

    String defence() {
        return defence;
    }
}
