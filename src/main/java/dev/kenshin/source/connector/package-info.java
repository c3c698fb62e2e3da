/**
 * Chooses the connector that a source's configuration asks for; the way in for the stages that follow. Start with
 * {@link dev.kenshin.source.connector.Connectors}.
 */
@NullMarked
package dev.kenshin.source.connector;

import org.jspecify.annotations.NullMarked;
