package dev.kenshin.sandbox;

import java.util.Optional;

/**
 * Something that goes wrong on purpose, so many times in a row.
 *
 * @param service the word of a service, or {@code all}
 * @param argument as the kind understands it
 * @param times how many calls it befalls
 * @param from the first of them, counted from 1, among the calls to a service since the fault was armed
 */
record Fault(String service, FaultKind kind, Optional<String> argument, int times, int from) {
    static final String ALL = "all";

    boolean befalls(String called, long call) {
        return (service.equals(ALL) || service.equals(called)) && call >= from && call < (long) from + times;
    }

    /** A number that the argument states; the kind's own where there is none. */
    long number(long otherwise) {
        return argument.map(Long::parseLong).orElse(otherwise);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return service + ":" + kind.word() + argument.map(text -> ":" + text).orElse("")
                + (times == 1 ? "" : "*" + times) + (from == 1 ? "" : "@" + from);
    }
}
