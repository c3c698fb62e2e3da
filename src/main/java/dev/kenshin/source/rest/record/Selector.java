package dev.kenshin.source.rest.record;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.python.Copies;
import dev.kenshin.source.rest.python.Dpath;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the records in an answer, leaves out those that the manifest filters, and transforms the others. */
public final class Selector {
    private final Decoder decoder;
    private final List<Expression> path;
    private final Optional<Expander> expander;
    private final Optional<Expression> filter;
    private final boolean transformFirst;
    private final List<Transformation> transformations;

    private Selector(
            Decoder decoder,
            List<Expression> path,
            Optional<Expander> expander,
            Optional<Expression> filter,
            boolean transformFirst,
            List<Transformation> transformations) {
        this.decoder = decoder;
        this.path = path;
        this.expander = expander;
        this.filter = filter;
        this.transformFirst = transformFirst;
        this.transformations = transformations;
    }

    /**
     * The selector of a stream.
     *
     * @param selector the manifest's RecordSelector
     * @param stream holds the transformations
     */
    public static Selector of(Component selector, Component stream, Decoder decoder) throws Unsupported {
        if (!selector.type().equals("RecordSelector")) {
            throw selector.unsupported();
        }
        Component extractor = selector.required("extractor");
        if (!extractor.type().equals("DpathExtractor")) {
            throw extractor.unsupported();
        }
        Optional<Component> expander = extractor.child("record_expander");
        return new Selector(
                decoder,
                extractor.expressions("field_path"),
                expander.isEmpty() ? Optional.empty() : Optional.of(Expander.of(expander.get())),
                filter(selector),
                selector.flag("transform_before_filtering"),
                Transformations.of(stream, selector));
    }

    private static Optional<Expression> filter(Component selector) throws Unsupported {
        Optional<Component> filter = selector.child("record_filter");
        if (filter.isPresent() && !filter.get().type().equals("RecordFilter")) {
            throw filter.get().unsupported();
        }
        Optional<Expression> condition = filter.isPresent() ? filter.get().expression("condition") : Optional.empty();
        return condition.filter(it -> !it.toString().isBlank());
    }

    /** What a page held besides its records. */
    public record Page(Object response, long extracted) {}

    /**
     * Shows the records of an answer.
     *
     * @param scope holds the slice and the page's token
     * @param records is also shown values that are no objects, as they are
     * @return the first value of the answer, which templates call {@code response}, and how many records there were before
     *     any was filtered
     */
    public Page select(HttpAnswer answer, Variables scope, Visitor<Object> records)
            throws SourceUnavailable, RateLimitSpent {
        Extraction extraction = new Extraction(texts(scope), scope, records);
        decoder.decode(answer, extraction::body);
        return new Page(extraction.first == null ? Map.of() : extraction.first, extraction.extracted);
    }

    private List<String> texts(Variables scope) throws SourceUnavailable {
        List<String> texts = new ArrayList<>(path.size());
        for (Expression step : path) {
            texts.add(step.text(scope));
        }
        return texts;
    }

    private final class Extraction {
        private final List<String> steps;
        private final Variables scope;
        private final Visitor<Object> records;
        private @Nullable Object first;
        private long extracted;

        Extraction(List<String> steps, Variables scope, Visitor<Object> records) {
            this.steps = steps;
            this.scope = scope;
            this.records = records;
        }

        void body(Object body) throws SourceUnavailable, RateLimitSpent {
            first = first == null ? body : first;
            Object found = steps.contains("*")
                    ? Dpath.all(body, steps)
                    : Dpath.find(body, steps).orElse(List.of());
            if (found instanceof List<?> list) {
                for (Object record : list) {
                    found(record);
                }
            } else if (!(found instanceof Map<?, ?> map && map.isEmpty())) {
                found(found);
            }
        }

        private void found(@Nullable Object record) throws SourceUnavailable, RateLimitSpent {
            if (expander.isEmpty()) {
                extracted(record);
                return;
            }
            for (Object item : expander.get().expanded(record, scope)) {
                extracted(item);
            }
        }

        private void extracted(@Nullable Object found) throws SourceUnavailable, RateLimitSpent {
            extracted++;
            if (!(found instanceof Map<?, ?> map)) {
                records.visit(String.valueOf(found));
                return;
            }
            Map<String, @Nullable Object> record = transformations.isEmpty() ? asRecord(map) : Copies.of(map);
            if (transformFirst) {
                transform(record);
            }
            if (filter.isEmpty() || filter.get().holds(scope.with("record", record))) {
                if (!transformFirst) {
                    transform(record);
                }
                records.visit(record);
            }
        }

        @SuppressWarnings("unchecked")
        private static Map<String, @Nullable Object> asRecord(Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }

        private void transform(Map<String, @Nullable Object> record) throws SourceUnavailable {
            for (Transformation transformation : transformations) {
                transformation.apply(record, scope);
            }
        }
    }
}
