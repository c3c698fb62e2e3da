package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the ways in which accounts are found: that the stream or the crosswalk file of a link exists.
 *
 * @param streams all streams by qualified name
 * @param unreadable sources whose file could not be read, so that their streams are not known
 */
record LinkCheck(
        Path directory,
        Map<String, StreamConfig> streams,
        Set<String> unreadable,
        ReferenceCheck references,
        Problems problems) {

    static final String CROSSWALK = "crosswalk";
    private static final String ACCOUNT_COLUMN = "account.";

    /** The source's name in {@code source.stream}. */
    static String source(String stream) {
        return stream.substring(0, Math.max(0, stream.indexOf('.')));
    }

    /** The file name of the crosswalk that belongs to a source. */
    static String crosswalk(String source) {
        return source + ".csv";
    }

    void check(String source, LinkConfig link) {
        if (link.by().equals(CROSSWALK)) {
            checkCrosswalk(source, link);
        } else if (link.by().contains(".") && !link.by().startsWith(ACCOUNT_COLUMN)) {
            checkStream(new Reference(link.by(), link.at()));
            Optional.ofNullable(streams.get(link.by())).ifPresent(stream -> checkKey(stream, link));
        }
    }

    /** That {@code source.stream} exists. */
    void checkStream(Reference stream) {
        if (stream.name().contains(".") && !unreadable.contains(source(stream.name()))) {
            references.check(stream, streams.keySet(), new Text("ストリーム", "stream"));
        }
    }

    private void checkCrosswalk(String source, LinkConfig link) {
        Path file = directory.resolve(ConfigFiles.CROSSWALKS).resolve(crosswalk(source));
        if (!Files.isRegularFile(file)) {
            problems.error(
                    "KEN-C28",
                    link.at(),
                    new Text(
                            "対応表 " + ConfigFile.shown(file) + " がありません。",
                            "The crosswalk " + ConfigFile.shown(file) + " does not exist."),
                    new Text(
                            "列 source_value,account_id のCSV(UTF-8)を作ってください。",
                            "Create it as CSV (UTF-8) with the columns source_value,account_id."));
        }
    }

    /** A link compares one value, so the key must be one field. */
    private void checkKey(StreamConfig stream, LinkConfig link) {
        if (stream.key().size() != 1) {
            problems.error(
                    "KEN-C27",
                    link.at(),
                    new Text(
                            "「" + link.by() + "」のキーは一つの項目ではないので、照合に使えません。",
                            "'" + link.by() + "' cannot serve as a link: its key is not a single field."),
                    new Text(
                            "キーが一つの項目であるストリームか、ほかの方法を使ってください。",
                            "Use a stream whose key is one field, or another way of linking."));
        }
    }
}
