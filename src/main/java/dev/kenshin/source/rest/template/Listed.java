package dev.kenshin.source.rest.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as it is written: a new one wherever it is looked at. */
record Listed(List<Expression> items) implements Expression {

    @Override
    public List<@Nullable Object> value(Frame frame) {
        List<@Nullable Object> values = new ArrayList<>(items.size());
        for (Expression item : items) {
            values.add(item.value(frame));
        }
        return values;
    }

    boolean isConstant() {
        return items.stream().allMatch(Constant.class::isInstance);
    }

    /** What it holds where it is constant. */
    List<@Nullable Object> constants() {
        List<@Nullable Object> constants = new ArrayList<>();
        items.forEach(item -> constants.add(((Constant) item).known()));
        return constants;
    }
}
