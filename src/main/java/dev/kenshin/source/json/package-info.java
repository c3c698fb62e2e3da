/**
 * Reads JSON documents and files of JSON lines. Start with {@link dev.kenshin.source.json.JsonSource}.
 */
@NullMarked
package dev.kenshin.source.json;

import org.jspecify.annotations.NullMarked;
