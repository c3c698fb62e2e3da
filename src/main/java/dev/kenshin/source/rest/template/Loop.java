package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Truth;
import dev.kenshin.source.rest.python.Undefined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Renders its body for every item that meets the condition, or the alternative if there is none.
 *
 * @param counted whether anything asks for {@code loop}
 */
record Loop(
        List<String> targets,
        boolean counted,
        Expression items,
        Optional<Expression> condition,
        List<Statement> body,
        List<Statement> otherwise)
        implements Statement {

    @Override
    public void render(Frame frame, Output out) {
        List<@Nullable Object> chosen = chosen(frame);
        for (int i = 0; i < chosen.size(); i++) {
            frame.step();
            Frame inner = frame.inner();
            assign(targets, chosen.get(i), inner);
            if (counted) {
                inner.set("loop", state(chosen, i));
            }
            StatementReader.render(body, inner, out);
        }
        if (chosen.isEmpty()) {
            StatementReader.render(otherwise, frame, out);
        }
    }

    private List<@Nullable Object> chosen(Frame frame) {
        List<@Nullable Object> all = Items.of(items.value(frame));
        return condition.isEmpty() ? all : chosen(all, condition.get(), frame);
    }

    private List<@Nullable Object> chosen(List<@Nullable Object> all, Expression wanted, Frame frame) {
        List<@Nullable Object> chosen = new ArrayList<>();
        for (Object item : all) {
            frame.step();
            Frame inner = frame.inner();
            assign(targets, item, inner);
            if (Truth.of(wanted.value(inner))) {
                chosen.add(item);
            }
        }
        return chosen;
    }

    /** Several names take the elements of the value. */
    static void assign(List<String> names, @Nullable Object value, Frame frame) {
        if (names.size() == 1) {
            frame.set(names.get(0), value);
            return;
        }
        List<?> parts = value instanceof List<?> list ? list : Items.of(value);
        if (parts.size() != names.size()) {
            throw PythonError.unsuitable(String.join(", ", names), value);
        }
        for (int i = 0; i < parts.size(); i++) {
            frame.set(names.get(i), parts.get(i));
        }
    }

    private static Map<String, @Nullable Object> state(List<@Nullable Object> items, int index) {
        int size = items.size();
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("index", index + 1L);
        state.put("index0", (long) index);
        state.put("revindex", (long) size - index);
        state.put("revindex0", size - index - 1L);
        state.put("first", index == 0);
        state.put("last", index == size - 1);
        state.put("length", (long) size);
        state.put("previtem", index == 0 ? new Undefined("'previtem'") : items.get(index - 1));
        state.put("nextitem", index == size - 1 ? new Undefined("'nextitem'") : items.get(index + 1));
        return state;
    }
}
