package dev.kenshin.reliability;

import java.util.List;
import java.util.stream.Collectors;

/** One fault after the other: the night itself, and then each attempt to go on with it. */
record Repeated(String name, List<Fault> faults) implements Fault {
    @Override
    public String detail() {
        return faults.stream().map(Fault::detail).collect(Collectors.joining(", then "));
    }

    @Override
    public boolean strike(Round round) throws Exception {
        boolean struck = true;
        for (Fault fault : faults) {
            struck &= fault.strike(round);
            round.readersSeeOldOrNew();
        }
        return struck;
    }
}
