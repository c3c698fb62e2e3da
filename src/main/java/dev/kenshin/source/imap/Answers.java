package dev.kenshin.source.imap;

import jakarta.mail.MessagingException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * What the server tells of messages: an answer, a refusal, or neither where the message has gone meanwhile.
 *
 * @param answers by UID; each has what was asked for
 * @param refusals by UID: the server's words, or none where its answer cannot be understood
 */
record Answers(Map<Long, FetchResponse> answers, Map<Long, String> refusals) {

    /** Asks for all at once, and again one by one for those of which the server said nothing. */
    static Answers fetch(Mailbox mailbox, List<Long> uids, String items) throws MessagingException {
        Answers told = new Answers(new HashMap<>(), new HashMap<>());
        told.add(mailbox.fetch(uids, items));
        List<Long> silent =
                uids.stream().filter(uid -> !told.answers.containsKey(uid)).toList();
        if (!silent.isEmpty()) {
            Set<Long> there = new HashSet<>(mailbox.remaining(silent));
            for (Long uid : silent) {
                if (there.contains(uid)) {
                    told.askAgain(mailbox, uid, items);
                }
            }
        }
        return told;
    }

    /** Whether the server refuses everything, which no message can be the reason of. */
    boolean isNothingButRefusals(int enough) {
        return answers.isEmpty() && refusals.size() >= enough;
    }

    private void askAgain(Mailbox mailbox, Long uid, String items) throws MessagingException {
        List<Response> responses = mailbox.fetch(List.of(uid), items);
        add(responses);
        Response last = responses.get(responses.size() - 1);
        if (!answers.containsKey(uid)) {
            refusals.put(uid, last.isNO() ? last.getRest().strip() : "");
        }
    }

    /** Servers also tell of changed flags when it suits them; that is not what was asked for. */
    private void add(List<Response> responses) {
        for (Response response : responses) {
            if (response instanceof FetchResponse answer && answer.getItem(BODY.class) != null) {
                UID uid = answer.getItem(UID.class);
                if (uid != null) {
                    answers.put(uid.uid, answer);
                }
            }
        }
    }
}
