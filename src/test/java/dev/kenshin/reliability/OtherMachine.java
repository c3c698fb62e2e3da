package dev.kenshin.reliability;

import java.util.List;

/** The night runs to its end, but on a machine that is set up otherwise. */
record OtherMachine(String name, List<String> options) implements Fault {
    static final List<OtherMachine> ALL = List.of(
            new OtherMachine("half the heap", List.of("-Xmx512m")),
            new OtherMachine(
                    "another time zone and language",
                    List.of("-Duser.timezone=Pacific/Kiritimati", "-Duser.language=tr")),
            new OtherMachine(
                    "a time zone where clocks go back that night", List.of("-Duser.timezone=America/New_York")));

    @Override
    public String detail() {
        return String.join(" ", options);
    }

    @Override
    public boolean strike(Round round) throws Exception {
        try (Run run = round.start(options.toArray(String[]::new))) {
            round.expectExit(run, 0);
            return true;
        }
    }
}
