package dev.kenshin.source.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * Why a server could not be read.
 *
 * @param words what the server or the network says of it
 */
record Failure(Kind kind, String words) {
    /** Codes by which servers say that another time would do (RFC 5530). */
    private static final Pattern PASSING = Pattern.compile("\\[(UNAVAILABLE|INUSE|SERVERBUG|LIMIT)\\]");

    /** What a person, or time, has to mend. */
    enum Kind {
        UNREACHABLE(true),
        UNTRUSTED(false),
        LOGIN(false),
        BUSY(true),
        REFUSED(false),
        LOST(true);

        private final boolean passing;

        Kind(boolean passing) {
            this.passing = passing;
        }

        /** Whether time may mend it. */
        boolean isPassing() {
            return passing;
        }
    }

    static Failure of(MessagingException thrown) {
        List<Throwable> chain = chain(thrown);
        Throwable root = chain.get(chain.size() - 1);
        String words = Objects.requireNonNullElse(root.getMessage(), root.toString());
        return new Failure(kind(thrown, chain, root, String.valueOf(thrown.getMessage())), words.strip());
    }

    Failure with(UnaryOperator<String> redaction) {
        return new Failure(kind, redaction.apply(words));
    }

    private static Kind kind(MessagingException thrown, List<Throwable> chain, Throwable root, String words) {
        if (PASSING.matcher(words).find()) {
            return Kind.BUSY;
        }
        if (thrown instanceof AuthenticationFailedException) {
            return Kind.LOGIN;
        }
        if ((isAny(chain, SSLException.class) && !isNetwork(root)) || words.contains("STARTTLS")) {
            return Kind.UNTRUSTED;
        }
        if (thrown instanceof MailConnectException) {
            return Kind.UNREACHABLE;
        }
        boolean lost = isAny(chain, ConnectionException.class)
                || thrown instanceof FolderClosedException
                || thrown instanceof StoreClosedException
                || isAny(chain, IOException.class);
        return lost ? Kind.LOST : Kind.REFUSED;
    }

    private static boolean isNetwork(Throwable root) {
        return root instanceof SocketException
                || root instanceof SocketTimeoutException
                || root instanceof EOFException;
    }

    private static boolean isAny(List<Throwable> chain, Class<?> kind) {
        return chain.stream().anyMatch(kind::isInstance);
    }

    private static List<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).toList();
    }
}
