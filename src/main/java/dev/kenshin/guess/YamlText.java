package dev.kenshin.guess;

import dev.kenshin.config.Yaml;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes YAML on one line, with quotes only where they are needed. */
final class YamlText {
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}_./][\\p{L}\\p{N}_./()（）・％%+*-]*( [\\p{L}\\p{N}_./()（）・%+*-]+)*");
    private static final Pattern WORDS_OF_YAML =
            Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n|\\.nan|[.]inf|~");
    private static final Pattern DOTTED_NUMBER = Pattern.compile("[.\\d_+-]*(e[+-]?\\d+)?");

    private YamlText() {}

    static String of(Yaml value) {
        if (value instanceof Yaml.Mapping mapping) {
            return mapping(mapping.entries());
        }
        if (value instanceof Yaml.Sequence list) {
            return list.items().stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        Yaml.Scalar scalar = (Yaml.Scalar) value;
        return scalar.value() instanceof Number ? scalar.text() : text(scalar.text());
    }

    /** A text that YAML must not take for anything else. */
    static String text(String text) {
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return '"' + text.codePoints().mapToObj(YamlText::escaped).collect(Collectors.joining()) + '"';
        }
        boolean plain = PLAIN.matcher(text).matches()
                && !WORDS_OF_YAML.matcher(text).matches()
                && !DOTTED_NUMBER.matcher(text).matches();
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }

    static String texts(Collection<String> texts) {
        return texts.stream().map(YamlText::text).collect(Collectors.joining(", ", "[", "]"));
    }

    static String words(Map<String, String> words) {
        return words.entrySet().stream()
                .map(word -> text(word.getKey()) + ": " + text(word.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String mapping(Map<String, Yaml> entries) {
        return entries.entrySet().stream()
                .map(entry -> text(entry.getKey()) + ": " + of(entry.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"', '\\' -> "\\" + (char) character;
            default ->
                Character.isISOControl(character) ? "\\x%02x".formatted(character) : Character.toString(character);
        };
    }
}
