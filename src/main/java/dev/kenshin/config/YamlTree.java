package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns the parser's nodes into {@link Yaml}, and reports keys that are written twice. */
final class YamlTree {
    private static final Map<Tag, ConstructNode> VALUES = new CoreSchema().getSchemaTagConstructors();
    /** Aliases can make a small file enormous; no honest configuration comes near these. */
    private static final int MOST_NODES = 100_000;

    private static final int DEEPEST = 50;

    private final String file;
    private final Problems problems;
    private int nodes;

    YamlTree(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The tree; empty, with a problem, where it is too large or contains itself. */
    Optional<Yaml> of(Node root) {
        Yaml tree = convert(root, 0);
        if (nodes <= MOST_NODES) {
            return Optional.of(tree);
        }
        reportSize(file, problems);
        return Optional.empty();
    }

    static void reportSize(String file, Problems problems) {
        problems.error(
                "KEN-C03",
                Location.file(file),
                new Text("ファイルが大きすぎるか、入れ子が深すぎます。", "The file is too large or too deeply nested."),
                new Text("別名(*)を減らすか、ファイルを分けてください。", "Use fewer aliases (*), or divide the file."));
    }

    private Yaml convert(Node node, int depth) {
        nodes += depth > DEEPEST ? MOST_NODES + 1 : 1;
        Location at = location(node);
        if (nodes > MOST_NODES) {
            return new Yaml.Scalar("", null, at);
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, at, depth);
        }
        return node instanceof SequenceNode sequence
                ? new Yaml.Sequence(items(sequence, depth), at)
                : scalar((ScalarNode) node, at);
    }

    /** Behind the quote, or in the line below {@code |}; how far that is indented is not known. */
    private static Location firstCharacter(ScalarNode node, Location at) {
        if (node.isPlain() || !(at instanceof Location.InText mark) || mark.line() == 0) {
            return at;
        }
        boolean block = node.getScalarStyle() == ScalarStyle.LITERAL || node.getScalarStyle() == ScalarStyle.FOLDED;
        return block
                ? new Location.InText(mark.file(), mark.line() + 1, 0)
                : new Location.InText(mark.file(), mark.line(), mark.column() + 1);
    }

    private List<Yaml> items(SequenceNode sequence, int depth) {
        List<Yaml> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(convert(item, depth + 1)));
        return items;
    }

    private Yaml.Mapping mapping(MappingNode node, Location at, int depth) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        Map<String, Location> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                add(key, convert(tuple.getValueNode(), depth + 1), entries, keys);
            } else {
                reportKey(location(tuple.getKeyNode()));
            }
        }
        return new Yaml.Mapping(entries, keys, at);
    }

    private void add(ScalarNode key, Yaml value, Map<String, Yaml> entries, Map<String, Location> keys) {
        Location first = keys.putIfAbsent(key.getValue(), location(key));
        if (first == null) {
            entries.put(key.getValue(), value);
        } else {
            reportTwice(key.getValue(), first, location(key));
        }
    }

    private static Yaml.Scalar scalar(ScalarNode node, Location at) {
        return new Yaml.Scalar(node.getValue(), value(node), firstCharacter(node, at));
    }

    private static @Nullable Object value(ScalarNode node) {
        ConstructNode constructor = VALUES.get(node.getTag());
        Object value = constructor == null ? node.getValue() : constructor.construct(node);
        if (value instanceof Integer integer) {
            return integer.longValue();
        }
        boolean noNumber = value instanceof Double number && !Double.isFinite(number);
        return value instanceof BigInteger big ? (Object) big.doubleValue() : noNumber ? node.getValue() : value;
    }

    private Location location(Node node) {
        return node.getStartMark()
                .<Location>map(mark -> new Location.InText(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Location.file(file));
    }

    private void reportTwice(String key, Location first, Location second) {
        int line = first instanceof Location.InText text ? text.line() : 0;
        problems.error(
                "KEN-C04",
                second,
                new Text("「" + key + "」は" + line + "行目にもあります。", "'" + key + "' stands in line " + line + " already."),
                new Text("どちらか一つを消してください。", "Delete one of the two."));
    }

    private void reportKey(Location at) {
        problems.error(
                "KEN-C03",
                at,
                new Text("項目名が文字ではありません。", "A key is not plain text."),
                new Text("{{…}} や ? を使わず、「項目: 値」と書いてください。", "Write 'key: value', without {{…}} or '?'."));
    }
}
