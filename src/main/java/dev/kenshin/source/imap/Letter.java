package dev.kenshin.source.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.jspecify.annotations.Nullable;

/**
 * The head of a message.
 *
 * @param arrived when the server got it
 * @param headers those that were asked for
 * @param part what a person reads of it; empty where there is no text, or none was asked for
 */
record Letter(long uid, Instant arrived, InternetHeaders headers, Optional<TextPart> part) {

    /** @param text whether the text is wanted; some servers tell the structure unasked */
    static Letter of(long uid, FetchResponse answer, boolean text) throws MessagingException {
        BODY headers = answer.getItem(BODY.class);
        INTERNALDATE arrived = answer.getItem(INTERNALDATE.class);
        BODYSTRUCTURE structure = answer.getItem(BODYSTRUCTURE.class);
        return new Letter(
                uid,
                arrived == null || arrived.getDate() == null
                        ? Instant.EPOCH
                        : arrived.getDate().toInstant(),
                new InternetHeaders(Optional.<InputStream>ofNullable(headers.getByteArrayInputStream())
                        .orElseGet(() -> new ByteArrayInputStream(new byte[0]))),
                structure == null || !text ? Optional.empty() : TextPart.of(structure));
    }

    /**
     * Tells messages apart by what stays the same wherever a message lies and however it is read: its id, or the time of
     * its arrival, and three more headers, since some mailers give all their messages one id. Only a fingerprint is kept.
     */
    String key() {
        String id = raw("Message-ID").strip();
        return Fingerprint.of(16, id.isEmpty() ? arrived.toString() : id, raw("Date"), raw("From"), raw("Subject"));
    }

    @Nullable
    Object value(MailColumn column, String body, ZoneId zone) {
        return switch (column) {
            case UID -> uid;
            case MESSAGE_ID -> present(HeaderText.decoded(raw("Message-ID")));
            case DATE -> LocalDateTime.ofInstant(sent(), zone);
            case FROM -> sender().map(Correspondent::address).orElse(null);
            case FROM_NAME -> present(sender().map(Correspondent::name).orElse(""));
            case TO -> present(recipients());
            case SUBJECT -> present(HeaderText.decoded(raw("Subject")));
            case BODY -> present(body);
        };
    }

    /** As the sender says; where that is no date, the time of arrival. */
    private Instant sent() {
        try {
            return new MailDateFormat().parse(raw("Date").strip()).toInstant();
        } catch (ParseException e) {
            return arrived;
        }
    }

    private Optional<Correspondent> sender() {
        return Correspondent.of(raw("From")).stream().findFirst();
    }

    private String recipients() {
        return Correspondent.of(raw("To")).stream().map(Correspondent::address).collect(Collectors.joining(", "));
    }

    /** Unfolded, one character a byte; empty where there is none. */
    private String raw(String name) {
        String value = headers.getHeader(name, ", ");
        return value == null ? "" : MimeUtility.unfold(value);
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }
}
