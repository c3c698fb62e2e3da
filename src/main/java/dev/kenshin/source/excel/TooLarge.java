package dev.kenshin.source.excel;

import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A workbook is larger, or would unpack to more, than is ever read; carried through streams of bytes. */
final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    /** @param measure what there is too much of, with its limit: {@code rows > 1048576} */
    TooLarge(String measure) {
        super(measure);
    }

    static void refuse(String what, long count, long limit) throws TooLarge {
        if (count > limit) {
            throw new TooLarge(what + " > " + limit);
        }
    }

    /** Finds it behind a failure, since parsers wrap what their streams throw. */
    static Optional<TooLarge> behind(@Nullable Throwable failure) {
        if (failure instanceof TooLarge tooLarge) {
            return Optional.of(tooLarge);
        }
        if (failure == null) {
            return Optional.empty();
        }
        if (failure instanceof XMLStreamException unreadable && unreadable.getNestedException() != null) {
            return behind(unreadable.getNestedException()); // which is not its cause
        }
        return String.valueOf(failure.getMessage()).startsWith("Zip bomb") // the library has no type for it
                ? Optional.of(new TooLarge("unpacked bytes > 200 MiB or > 200 × packed bytes"))
                : behind(failure.getCause());
    }
}
