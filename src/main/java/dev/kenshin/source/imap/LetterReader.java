package dev.kenshin.source.imap;

import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch of messages in a few requests: the heads of all, then the texts of those that have one, a request for each
 * place in which texts lie. Only what is kept is asked for, besides the headers that tell messages apart.
 */
record LetterReader(ImapOptions options, Wanted wanted, ZoneId zone) {
    /** Of the texts that are held at a time. */
    private static final int MOST_BYTES = 8 << 20;
    /** So many messages are not broken all at once. */
    private static final int SUSPICIOUS = 10;

    /** Items by UID, ascending. Messages that went meanwhile, or arrived before the first day, are not among them. */
    Map<Long, SourceItem> read(Mailbox mailbox, List<Long> uids) throws MessagingException, SourceUnavailable {
        Map<Long, SourceItem> items = new TreeMap<>();
        Answers heads = ask(mailbox, uids, heads());
        heads.refusals().forEach((uid, words) -> items.put(uid, broken(uid, words)));
        List<Letter> slice = new ArrayList<>();
        int bytes = 0;
        for (Letter letter : letters(uids, heads)) {
            slice.add(letter);
            bytes += letter.part()
                    .map(part -> part.expected(options.bodyLimit()))
                    .orElse(0);
            if (bytes > MOST_BYTES) {
                complete(mailbox, slice, items);
                slice.clear();
                bytes = 0;
            }
        }
        complete(mailbox, slice, items);
        return items;
    }

    private List<Letter> letters(List<Long> uids, Answers heads) throws MessagingException {
        List<Letter> letters = new ArrayList<>();
        for (Long uid : uids) {
            FetchResponse answer = heads.answers().get(uid);
            if (answer != null) {
                Letter letter = Letter.of(uid, answer, options.keeps(MailColumn.BODY));
                if (isWanted(letter)) {
                    letters.add(letter);
                }
            }
        }
        return letters;
    }

    private boolean isWanted(Letter letter) {
        return wanted.since()
                .filter(day -> LocalDate.ofInstant(letter.arrived(), zone).isBefore(day))
                .isEmpty();
    }

    private void complete(Mailbox mailbox, List<Letter> letters, Map<Long, SourceItem> items)
            throws MessagingException, SourceUnavailable {
        Map<Long, String> bodies = new HashMap<>();
        Map<String, List<Letter>> places = letters.stream()
                .filter(letter -> letter.part().isPresent())
                .collect(Collectors.groupingBy(letter -> request(letter.part().orElseThrow())));
        for (Map.Entry<String, List<Letter>> place : places.entrySet()) {
            List<Long> uids = place.getValue().stream().map(Letter::uid).toList();
            Answers texts = ask(mailbox, uids, place.getKey());
            texts.refusals().forEach((uid, words) -> items.put(uid, broken(uid, words)));
            place.getValue().forEach(letter -> text(letter, texts).ifPresent(text -> bodies.put(letter.uid(), text)));
        }
        for (Letter letter : letters) {
            items.computeIfAbsent(letter.uid(), uid -> record(letter, bodies.getOrDefault(uid, "")));
        }
    }

    private Answers ask(Mailbox mailbox, List<Long> uids, String items) throws MessagingException, SourceUnavailable {
        Answers answers = Answers.fetch(mailbox, uids, items);
        if (answers.isNothingButRefusals(SUSPICIOUS)) {
            String words = answers.refusals().values().iterator().next();
            throw ImapProblems.failed(options, wanted, new Failure(Failure.Kind.REFUSED, words));
        }
        return answers;
    }

    private String heads() {
        return "(UID INTERNALDATE" + (options.keeps(MailColumn.BODY) ? " BODYSTRUCTURE" : "")
                + " BODY.PEEK[HEADER.FIELDS (MESSAGE-ID DATE FROM SUBJECT"
                + (options.keeps(MailColumn.TO) ? " TO" : "") + ")])";
    }

    private String request(TextPart part) {
        return "(UID BODY.PEEK[" + part.section() + "]<0." + part.bytes(options.bodyLimit()) + ">)";
    }

    private Optional<String> text(Letter letter, Answers texts) {
        ByteArray raw = Optional.ofNullable(texts.answers().get(letter.uid()))
                .map(answer -> answer.getItem(BODY.class).getByteArray())
                .orElse(null);
        return raw == null
                ? Optional.empty()
                : letter.part().map(part -> part.text(raw.getNewBytes(), options.bodyLimit()));
    }

    private SourceRecord record(Letter letter, String body) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        options.columns().forEach(column -> fields.put(column.word(), letter.value(column, body, zone)));
        return new SourceRecord(letter.key(), fields, place(letter.uid()));
    }

    private BrokenRecord broken(long uid, String words) {
        return ImapProblems.broken(place(uid), words);
    }

    private Place place(long uid) {
        return Place.of("%s[uid=%d]".formatted(wanted.stream().qualifiedName(), uid));
    }
}
