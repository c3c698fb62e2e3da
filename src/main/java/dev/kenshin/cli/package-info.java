/**
 * The command line: one class a command, exit codes, progress, and the words people read. Start with {@link
 * dev.kenshin.cli.Kenshin}.
 */
@NullMarked
package dev.kenshin.cli;

import org.jspecify.annotations.NullMarked;
