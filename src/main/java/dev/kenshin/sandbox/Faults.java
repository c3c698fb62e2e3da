package dev.kenshin.sandbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The faults that are armed, and the calls since. By count and never by chance. For several threads. */
final class Faults {
    private List<Fault> armed = List.of();
    private final Map<String, Long> calls = new LinkedHashMap<>();
    private final Map<Fault, Integer> befallen = new HashMap<>();
    private final Set<String> expired = new LinkedHashSet<>();

    /** From now on these and no others; calls are counted anew. */
    synchronized void arm(List<Fault> faults) {
        armed = List.copyOf(faults);
        calls.clear();
        befallen.clear();
        expired.clear();
    }

    /** What befalls a call, if anything; where several would, the first does. */
    synchronized Optional<Fault> next(String service, Call call) {
        long number = calls.merge(service, 1L, Long::sum);
        Optional<Fault> fault =
                armed.stream().filter(it -> it.befalls(service, number)).findFirst();
        if (fault.filter(it -> it.kind() == FaultKind.EXPIRED_TOKEN).isPresent()) {
            expired.add(service);
            fault = Optional.empty();
        } else if (call.asksForToken()) {
            expired.remove(service);
        }
        if (expired.contains(service) && !call.asksForToken()) {
            fault = expiry(service);
        }
        fault.ifPresent(it -> befallen.merge(it, 1, Integer::sum));
        return fault;
    }

    private Optional<Fault> expiry(String service) {
        return armed.stream()
                .filter(it -> it.kind() == FaultKind.EXPIRED_TOKEN)
                .filter(it -> it.service().equals(service) || it.service().equals(Fault.ALL))
                .findFirst();
    }

    /** For people and tests. */
    synchronized Map<String, Object> state() {
        Map<String, Object> faults = new LinkedHashMap<>();
        armed.forEach(fault -> faults.put(fault.toString(), befallen.getOrDefault(fault, 0)));
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("calls", new LinkedHashMap<>(calls));
        state.put("faults", faults);
        return state;
    }
}
