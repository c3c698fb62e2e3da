package dev.kenshin.mapping;

import dev.kenshin.config.LinkConfig;
import dev.kenshin.mapping.Link.Ambiguous;
import dev.kenshin.mapping.Link.Candidate;
import dev.kenshin.mapping.Link.Linked;
import dev.kenshin.mapping.Link.Unknown;
import dev.kenshin.mapping.Link.Unlinked;
import dev.kenshin.mapping.Link.Unnamed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One search for one record's account; remembers what the links tried so far came to. */
final class LinkSearch {
    private final AccountDirectory directory;
    private final String source;
    private @Nullable Unknown unknown;
    private @Nullable Ambiguous ambiguous;

    LinkSearch(AccountDirectory directory, String source) {
        this.directory = directory;
        this.source = source;
    }

    /** The ids of the accounts that go by a value, and how they were found. */
    record Match(List<String> ids, String by) {}

    /** Tries one link with a value that is not empty. */
    Optional<Linked> attempt(LinkConfig link, String value) {
        Match match = directory.match(link.by(), source, value);
        if (match.ids().size() == 1 && plausible(match.ids().get(0))) {
            return Optional.of(new Linked(match.ids().get(0), match.by()));
        }
        remember(link, value, match);
        return Optional.empty();
    }

    /** Why none of the links found the account. */
    Unlinked failure(List<LinkConfig> links) {
        if (ambiguous != null) {
            return ambiguous;
        }
        return unknown == null ? new Unnamed(links.get(0).from()) : unknown;
    }

    /** After an ambiguous value, a later one may decide between its candidates but not contradict them. */
    private boolean plausible(String accountId) {
        return ambiguous == null
                || ambiguous.candidates().stream().map(Candidate::accountId).anyMatch(accountId::equals);
    }

    private void remember(LinkConfig link, String value, Match match) {
        if (match.ids().size() > 1 && ambiguous == null) {
            ambiguous = new Ambiguous(link.from(), value, source, directory.candidates(match.ids()));
        } else if (link.by().equals(AccountLinks.NAME)) {
            unknown = new Unknown(link.from(), value, source, directory.nearest(value));
        } else if (unknown == null) {
            unknown = new Unknown(link.from(), value, source, List.of());
        }
    }
}
