package dev.kenshin.source.singer;

import dev.kenshin.config.Yaml;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks up what the configuration of a tap names, at the moment when the tap needs it.
 *
 * @param lookUp puts values in the place of <code>${VARIABLE}</code>
 */
record TapSecrets(Yaml.Mapping written, UnaryOperator<String> lookUp) {

    /** The configuration as the tap reads it, and would write it again. */
    ObjectNode config() {
        return (ObjectNode)
                SingerJson.MAPPER.readTree(TapConfig.of(written, lookUp).toString());
    }

    /** @param given what the tap is given, which an earlier run may have rewritten */
    Blotting redaction(ObjectNode given) {
        ObjectNode config = config();
        Blotting redaction = new Blotting();
        redaction.learn(written, config);
        redaction.learnRewritten(config, given);
        return redaction;
    }
}
