/**
 * Files that hold personal data or secrets: only their owner reads them ({@link dev.kenshin.file.OwnerOnly}), and those that
 * must never be half there are written as a whole ({@link dev.kenshin.file.PrivateFile}).
 */
@NullMarked
package dev.kenshin.file;

import org.jspecify.annotations.NullMarked;
