/**
 * What connectors of files share: which files a path means and whether they may be read, decompression, strict decoding,
 * and how a file's failure is told. Start with {@link dev.kenshin.source.file.SourceFiles}.
 */
@NullMarked
package dev.kenshin.source.file;

import org.jspecify.annotations.NullMarked;
