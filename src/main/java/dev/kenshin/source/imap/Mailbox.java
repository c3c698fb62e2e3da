package dev.kenshin.source.imap;

import dev.kenshin.source.SourceUnavailable;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.UIDSet;

/**
 * A folder that is open for reading, over a connection of its own. It is examined, not selected, and messages are only
 * peeked at: nothing changes on the server. Messages are named by UIDs; their numbers shift while others delete.
 */
final class Mailbox implements AutoCloseable {
    /** UIDs are 32 bits wide. */
    private static final long HIGHEST = 0xFFFF_FFFFL;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    private final Store store;
    private final IMAPFolder folder;

    private Mailbox(Store store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    /** @throws SourceUnavailable if there is no such folder */
    static Mailbox open(ImapOptions options, Wanted wanted, Network network)
            throws MessagingException, SourceUnavailable {
        Login login = options.login();
        Session session = Session.getInstance(network.properties(options.security(), login.byToken()));
        Store store = session.getStore("imap");
        try {
            store.connect(options.host(), options.port(), login.user(), login.secret());
            IMAPFolder folder = (IMAPFolder) store.getFolder(wanted.folder());
            if (!folder.exists()) {
                throw ImapProblems.noFolder(options.at(wanted), wanted.folder(), names(store));
            }
            folder.open(Folder.READ_ONLY);
            return new Mailbox(store, folder);
        } catch (MessagingException | SourceUnavailable e) {
            quietly(store);
            throw e;
        }
    }

    /** While it stays, so do the UIDs. */
    long validity() throws MessagingException {
        return Math.max(0, folder.getUIDValidity());
    }

    /** The highest UID that there may be by now. */
    long highest() throws MessagingException {
        long next = folder.getUIDNext();
        return next < 0 ? HIGHEST : next - 1;
    }

    /**
     * UIDs within a range, ascending.
     *
     * @param since the first day of arrival, as the server counts days
     */
    List<Long> uids(long from, long to, Optional<LocalDate> since) throws MessagingException {
        return search(from + ":" + to
                        + since.map(day -> " SINCE " + DAY.format(day)).orElse(""))
                .stream()
                .filter(uid -> uid >= from && uid <= to)
                .sorted()
                .toList();
    }

    /** Those that are still there. */
    List<Long> remaining(List<Long> uids) throws MessagingException {
        return search(set(uids));
    }

    /**
     * What the server tells of messages, with its closing word: it may have told of some and refuse others.
     *
     * @param items of IMAP's FETCH, in parentheses
     */
    List<Response> fetch(List<Long> uids, String items) throws MessagingException {
        return command("UID FETCH " + set(uids) + " " + items);
    }

    @Override
    public void close() {
        quietly(store);
    }

    private List<Long> search(String criteria) throws MessagingException {
        List<Long> found = new ArrayList<>();
        List<Response> responses = command("UID SEARCH UID " + criteria);
        refuseUnlessOk(responses);
        for (Response response : responses) {
            if (response instanceof IMAPResponse line && line.keyEquals("SEARCH")) {
                for (long uid = line.readLong(); uid != -1; uid = line.readLong()) {
                    found.add(uid);
                }
            }
        }
        return found;
    }

    private List<Response> command(String command) throws MessagingException {
        Object responses = folder.doCommand(protocol -> {
            Response[] all = protocol.command(command, null);
            Response last = all[all.length - 1];
            if (!last.isNO()) {
                protocol.handleResult(last);
            }
            return all;
        });
        return Arrays.asList((Response[]) responses);
    }

    private void refuseUnlessOk(List<Response> responses) throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.handleResult(responses.get(responses.size() - 1));
            return responses;
        });
    }

    private static String set(List<Long> uids) {
        return UIDSet.toString(UIDSet.createUIDSets(
                uids.stream().mapToLong(Long::longValue).sorted().toArray()));
    }

    private static List<String> names(Store store) throws MessagingException {
        return Arrays.stream(store.getDefaultFolder().list("*"))
                .map(Folder::getFullName)
                .sorted()
                .toList();
    }

    /** Nothing was written, so a connection that cannot even be closed loses nothing. */
    private static void quietly(Store store) {
        try {
            store.close();
        } catch (MessagingException e) {
            return;
        }
    }
}
