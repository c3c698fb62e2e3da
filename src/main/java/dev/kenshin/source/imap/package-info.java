/**
 * Mail, read over IMAP. Only the configured columns are kept, nothing is marked as read, and each night reads on from the
 * last message that is kept. What a message says is made of bytes here, not by the mail library, since Japanese mail
 * often labels them wrongly. Start with {@link dev.kenshin.source.imap.ImapSource}, then {@link
 * dev.kenshin.source.imap.ImapExtraction}.
 */
@NullMarked
package dev.kenshin.source.imap;

import org.jspecify.annotations.NullMarked;
