package dev.kenshin.job;

import dev.kenshin.job.ComparedAccount.State;
import dev.kenshin.job.Comparison.Part;
import dev.kenshin.job.Comparison.Summary;
import dev.kenshin.job.Comparison.Transition;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Counts accounts by what they were and are. */
final class ComparedParts {
    private final List<ComparedAccount> accounts;

    ComparedParts(List<ComparedAccount> accounts) {
        this.accounts = accounts;
    }

    Part total() {
        return part("", new Text("全体", "All"), state -> true);
    }

    /** One part a name, of the accounts whose state has it. */
    List<Part> by(Collection<String> names, Function<State, String> name, Function<String, Text> label) {
        return names.stream()
                .map(each ->
                        part(each, label.apply(each), state -> name.apply(state).equals(each)))
                .toList();
    }

    /** Between all levels; also where nobody went that way. */
    List<Transition> transitions(List<String> levels) {
        List<Transition> transitions = new ArrayList<>();
        for (String from : levels) {
            for (String to : levels) {
                long count = accounts.stream()
                        .filter(account ->
                                account.then().known() && account.now().known())
                        .filter(account -> account.then().level().equals(from)
                                && account.now().level().equals(to))
                        .count();
                transitions.add(new Transition(from, to, (int) count));
            }
        }
        return transitions;
    }

    private interface Belongs {
        boolean test(State state);
    }

    private Part part(String name, Text label, Belongs belongs) {
        return new Part(
                name,
                label,
                summary(accounts.stream().map(ComparedAccount::then).toList(), belongs),
                summary(accounts.stream().map(ComparedAccount::now).toList(), belongs));
    }

    private static Summary summary(List<State> states, Belongs belongs) {
        List<State> members = states.stream()
                .filter(state -> state.known() && belongs.test(state))
                .toList();
        double[] healths = members.stream()
                .filter(state -> state.health().isPresent())
                .mapToDouble(state -> state.health().getAsDouble())
                .sorted()
                .toArray();
        return new Summary(
                members.size(),
                healths.length,
                mean(healths),
                median(healths),
                members.stream().mapToDouble(State::arr).sum());
    }

    private static OptionalDouble mean(double[] sorted) {
        double sum = 0;
        for (double each : sorted) {
            sum += each;
        }
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / sorted.length);
    }

    private static OptionalDouble median(double[] sorted) {
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
    }
}
