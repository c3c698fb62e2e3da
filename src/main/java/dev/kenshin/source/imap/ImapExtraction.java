package dev.kenshin.source.imap;

import dev.kenshin.source.Extraction;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a folder after the last that is kept, in the order of their UIDs, up to those that were there at the
 * start. A connection that breaks is made anew, and reading goes on where it was.
 */
final class ImapExtraction implements Extraction {
    private static final int BATCH = 100;
    /** UIDs that are asked for at a time; they may be as dense as the numbers. */
    private static final long WINDOW = 10_000;
    /** Where a whole window was empty, the next is larger: UIDs may also be far apart. */
    private static final int GROWTH = 10;

    private final ImapOptions options;
    private final Wanted wanted;
    private final Network network;
    private final LetterReader reader;
    private final Attempts attempts;
    private final ArrayDeque<Long> uids = new ArrayDeque<>();
    private final ArrayDeque<Map.Entry<Long, SourceItem>> ready = new ArrayDeque<>();
    private @Nullable Mailbox mailbox;
    private Cursor cursor;
    private long searched;
    private long highest;
    private long window = WINDOW;

    private ImapExtraction(ImapOptions options, Wanted wanted, ZoneId zone, Network network) {
        this.options = options;
        this.wanted = wanted;
        this.network = network;
        this.reader = new LetterReader(options, wanted, zone);
        this.attempts =
                new Attempts(network, options.login(), failure -> ImapProblems.failed(options, wanted, failure));
        this.cursor = new Cursor(0, 0, options.fingerprint(wanted));
    }

    static ImapExtraction open(ImapOptions options, Wanted wanted, ZoneId zone, Network network, Optional<String> last)
            throws SourceUnavailable {
        ImapExtraction extraction = new ImapExtraction(options, wanted, zone, network);
        extraction.attempts.of(() -> extraction.begin(last), extraction::close);
        return extraction;
    }

    @Override
    public @Nullable SourceItem next() throws SourceUnavailable {
        while (ready.isEmpty() && !(uids.isEmpty() && searched >= highest)) {
            ready.addAll(attempts.of(this::batch, this::close).entrySet());
        }
        Map.Entry<Long, SourceItem> next = ready.poll();
        if (next == null) {
            return null;
        }
        cursor = cursor.at(next.getKey());
        return next.getValue();
    }

    /** Messages that were deleted are not noticed. */
    @Override
    public boolean full() {
        return false;
    }

    @Override
    public Optional<String> cursor() {
        return Optional.of(cursor.toString());
    }

    @Override
    public void close() {
        if (mailbox != null) {
            mailbox.close();
            mailbox = null;
        }
    }

    private Cursor begin(Optional<String> last) throws MessagingException, SourceUnavailable {
        Mailbox opened = Mailbox.open(options, wanted, network);
        mailbox = opened;
        cursor = Cursor.after(last, opened.validity(), cursor.reading());
        searched = cursor.uid();
        highest = opened.highest();
        return cursor;
    }

    /** The next messages; may be none although more follow. */
    private Map<Long, SourceItem> batch() throws MessagingException, SourceUnavailable {
        Mailbox open = opened();
        if (uids.isEmpty()) {
            search(open);
        }
        List<Long> batch = uids.stream().limit(BATCH).toList();
        Map<Long, SourceItem> items = batch.isEmpty() ? Map.of() : reader.read(open, batch);
        batch.forEach(uid -> uids.remove());
        return items;
    }

    private void search(Mailbox open) throws MessagingException {
        long to = Math.min(highest, searched + window);
        uids.addAll(open.uids(searched + 1, to, wanted.since().map(ImapExtraction::dayBefore)));
        searched = to;
        window = uids.isEmpty() ? window * GROWTH : WINDOW;
    }

    /** The server may count days in another time zone; what is too early is left out when its time of arrival is known. */
    private static LocalDate dayBefore(LocalDate day) {
        return day.minusDays(1);
    }

    private Mailbox opened() throws MessagingException, SourceUnavailable {
        Mailbox open = mailbox;
        if (open == null) {
            open = Mailbox.open(options, wanted, network);
            mailbox = open;
            if (open.validity() != cursor.validity()) {
                throw ImapProblems.renumbered(options.at(wanted));
            }
        }
        return open;
    }
}
