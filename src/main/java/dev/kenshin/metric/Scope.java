package dev.kenshin.metric;

import dev.kenshin.model.Column;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns that an expression may use, beside {@code as_of}.
 *
 * @param name as in "unknown column 'x' of …"
 */
record Scope(Text name, Set<String> columns) {

    static Scope of(ModelTable table) {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        return new Scope(Text.same(table.name()), new LinkedHashSet<>(columns));
    }

    /** What is known of an account: its own columns, and what has been measured of it. */
    static Scope ofAccounts(ModelTable account, Set<String> measured) {
        List<String> columns = new ArrayList<>(Scope.of(account).columns());
        columns.addAll(measured);
        return new Scope(new Text("顧客", "the account"), new LinkedHashSet<>(columns));
    }

    boolean has(String column) {
        String folded = Words.fold(column);
        return folded.equals(Words.AS_OF)
                || columns.stream().anyMatch(name -> Words.fold(name).equals(folded));
    }
}
