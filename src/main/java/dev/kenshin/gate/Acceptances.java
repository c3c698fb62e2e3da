package dev.kenshin.gate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a person has accepted of the night at hand, each as {@code KEN-Q07}, or {@code KEN-L02:crm.contracts} for one
 * subject only. They count for one run and are kept with what they let pass.
 */
public record Acceptances(List<String> given) {
    public static final Acceptances NONE = new Acceptances(List.of());

    public Acceptances {
        given = List.copyOf(given);
    }

    public boolean isEmpty() {
        return given.isEmpty();
    }

    /** Whether it may pass although it is blocked. */
    public boolean cover(Judgement judgement) {
        String code = judgement.gate().code();
        return judgement.gate().isAcceptable()
                && (given.contains(code) || given.contains(code + ":" + judgement.subject()));
    }

    /** Those that no gate could ever need, so that they were mistyped. */
    public List<String> unknown() {
        return given.stream()
                .filter(text -> Gate.of(code(text)).filter(Gate::isAcceptable).isEmpty())
                .toList();
    }

    /** Those that a person may accept. */
    public static String codes() {
        return Arrays.stream(Gate.values())
                .filter(Gate::isAcceptable)
                .map(Gate::code)
                .collect(Collectors.joining(", "));
    }

    private static String code(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }
}
