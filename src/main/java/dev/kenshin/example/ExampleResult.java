package dev.kenshin.example;

import java.util.List;

/** What became of an example. */
public record ExampleResult(Example example, List<Difference> differences) {

    public boolean passed() {
        return differences.isEmpty();
    }
}
