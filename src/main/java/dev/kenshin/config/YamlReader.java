package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads a YAML file into a tree that keeps its positions. */
final class YamlReader {
    private static final int LARGEST = 1 << 20;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(LARGEST)
            .setMaxAliasesForCollections(50)
            .setAllowNonScalarKeys(true)
            .build();

    private final Problems problems;

    YamlReader(Problems problems) {
        this.problems = problems;
    }

    /** The file's mapping; empty, with a problem, where the file is no YAML mapping. */
    Optional<Yaml.Mapping> read(ConfigFile file) {
        return text(file).flatMap(text -> compose(file, text)).flatMap(tree -> mapping(file, tree));
    }

    private Optional<String> text(ConfigFile file) {
        try {
            String text = Files.readString(file.path());
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException wrongCharset) {
            problems.error(
                    "KEN-C01",
                    file.at(),
                    new Text("UTF-8のテキストではありません。", "This is not UTF-8 text."),
                    new Text("文字コードをUTF-8にして保存し直してください。", "Save it again as UTF-8."));
        } catch (IOException unreadable) {
            problems.error(
                    "KEN-C01",
                    file.at(),
                    new Text("ファイルを読めません。", "The file cannot be read."),
                    new Text("読み取りの権限を確かめてください。", "Check that you may read it."));
        }
        return Optional.empty();
    }

    private Optional<Yaml> compose(ConfigFile file, String text) {
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            return root.isPresent()
                    ? new YamlTree(file.shown(), problems).of(root.get())
                    : Optional.of(new Yaml.Scalar("", null, file.at()));
        } catch (YamlEngineException broken) {
            reportBroken(file, broken);
            return Optional.empty();
        } catch (StackOverflowError tooDeep) { // the parser has no limit of its own
            YamlTree.reportSize(file.shown(), problems);
            return Optional.empty();
        }
    }

    private void reportBroken(ConfigFile file, YamlEngineException broken) {
        String reason = broken instanceof MarkedYamlEngineException marked ? marked.getProblem() : broken.getMessage();
        problems.error(
                "KEN-C03",
                place(file, broken),
                new Text("YAMLとして読めません(" + reason + ")。", "This is not valid YAML (" + reason + ")."),
                new Text(
                        "字下げは半角の空白だけでそろえ、: # { } [ ] を含む値は引用符で囲んでください。",
                        "Indent with spaces only, and put quotes around values that contain : # { } [ or ]."));
    }

    private static Location place(ConfigFile file, YamlEngineException broken) {
        return broken instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark()
                        .or(marked::getContextMark)
                        .<Location>map(
                                mark -> new Location.InText(file.shown(), mark.getLine() + 1, mark.getColumn() + 1))
                        .orElse(file.at())
                : file.at();
    }

    private Optional<Yaml.Mapping> mapping(ConfigFile file, Yaml tree) {
        if (tree instanceof Yaml.Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.error(
                "KEN-C03",
                tree.at(),
                new Text(
                        "「" + file.name() + "」には「項目: 値」の形の設定がありません。",
                        "'" + file.name() + "' holds no settings of the form 'key: value'."),
                new Text("設定を書くか、ファイルを消してください。", "Write the settings, or delete the file."));
        return Optional.empty();
    }
}
