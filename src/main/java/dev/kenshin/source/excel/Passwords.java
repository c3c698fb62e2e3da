package dev.kenshin.source.excel;

import dev.kenshin.config.StreamConfig;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The passwords of protected workbooks. */
record Passwords(UnaryOperator<String> secrets) {

    Optional<String> of(StreamConfig stream) {
        return stream.options().text("password").map(secrets);
    }
}
