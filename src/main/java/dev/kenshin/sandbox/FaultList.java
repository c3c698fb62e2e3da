package dev.kenshin.sandbox;

import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads faults as people write them: {@code zendesk:429*5,kintone:truncate@3}. */
final class FaultList {
    private static final Pattern FORM =
            Pattern.compile("([a-z]+):([a-z0-9-]+)(?::(.+?))?(?:\\*([1-9]\\d{0,5}))?(?:@([1-9]\\d{0,5}))?");

    private FaultList() {}

    /**
     * The faults, in their order.
     *
     * @param text empty for none
     * @param services the words of those there are
     */
    static List<Fault> parse(String text, Set<String> services) throws FaultMistake {
        List<Fault> faults = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*", -1)) {
            faults.add(fault(part, services));
        }
        return faults;
    }

    private static Fault fault(String part, Set<String> services) throws FaultMistake {
        Matcher matcher = FORM.matcher(part);
        if (!matcher.matches()) {
            throw new FaultMistake(new Text(
                    "「%s」は サービス:障害[:値][*回数][@何回目から] の形ではありません。".formatted(part),
                    "'%s' is not of the form SERVICE:FAULT[:VALUE][*TIMES][@CALL].".formatted(part)));
        }
        String service = matcher.group(1);
        if (!service.equals(Fault.ALL) && !services.contains(service)) {
            throw unknown(part, service, "all, " + String.join(", ", services));
        }
        FaultKind kind = FaultKind.of(matcher.group(2)).orElseThrow(() -> unknown(part, matcher.group(2), words()));
        Optional<String> argument = Optional.ofNullable(matcher.group(3));
        if (argument.isPresent() && !kind.takes(argument.get())) {
            throw new FaultMistake(new Text(
                    "「%s」の「%s」は使えません。".formatted(part, argument.get()),
                    "'%s' in '%s' cannot be used.".formatted(argument.get(), part)));
        }
        return new Fault(service, kind, argument, number(matcher.group(4)), number(matcher.group(5)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    private static FaultMistake unknown(String part, String word, String known) {
        return new FaultMistake(new Text(
                "「%s」の「%s」はありません。使えるもの: %s".formatted(part, word, known),
                "There is no '%s' (in '%s'). Take one of: %s".formatted(word, part, known)));
    }

    private static String words() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::word).collect(Collectors.joining(", "));
    }
}
