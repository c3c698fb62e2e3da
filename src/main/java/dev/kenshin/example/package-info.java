/**
 * Examples beside the configuration, {@code *.spec.yaml}: given these rows, expect these model rows, metrics and scores.
 * They are run by the stages of the night itself, in memory, and compared with what they expect. Stands beside the flow,
 * above {@code job}. Start with {@link dev.kenshin.example.Examples}.
 */
@NullMarked
package dev.kenshin.example;

import org.jspecify.annotations.NullMarked;
