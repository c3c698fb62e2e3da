package dev.kenshin.source.rest.slice;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.python.Dpath;
import dev.kenshin.source.rest.record.Visitor;
import dev.kenshin.source.rest.request.RequestOption;
import dev.kenshin.source.rest.request.RequestParts;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A partition for each record of the parent streams, one parent after the other. */
final class SubstreamRouter implements Router {
    private final List<Branch> branches;

    /**
     * What becomes of the records of one parent.
     *
     * @param extra paths of further fields that templates may refer to
     * @param dependent whether only those records count that changed since the last night
     */
    private record Branch(
            Parent parent,
            Expression key,
            Expression field,
            List<List<String>> extra,
            Optional<RequestOption> option,
            boolean dependent) {}

    private SubstreamRouter(List<Branch> branches) {
        this.branches = branches;
    }

    static SubstreamRouter of(Component component, ParentFactory parents) throws Unsupported {
        List<Branch> branches = new ArrayList<>();
        for (Component branch : component.children("parent_stream_configs")) {
            if (!branch.type().equals("ParentStreamConfig")) {
                throw branch.unsupported();
            }
            Parent parent = parents.parent(branch.required("stream"));
            Optional<Component> option = branch.child("request_option");
            branches.add(new Branch(
                    parent,
                    branch.requiredExpression("parent_key"),
                    branch.requiredExpression("partition_field"),
                    paths(branch),
                    option.isEmpty() ? Optional.empty() : Optional.of(RequestOption.of(option.get())),
                    branch.flag("incremental_dependency") && parent.incremental()));
        }
        if (branches.isEmpty()) {
            throw component.missing("parent_stream_configs");
        }
        return new SubstreamRouter(branches);
    }

    private static List<List<String>> paths(Component branch) {
        List<?> written = branch.get("extra_fields").orElse(List.of()) instanceof List<?> list ? list : List.of();
        return written.stream()
                .map(path -> path instanceof List<?> steps
                        ? steps.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(path)))
                .toList();
    }

    @Override
    public void partitions(Progress progress, Variables scope, Visitor<Slice> partitions)
            throws SourceUnavailable, RateLimitSpent {
        for (Branch branch : branches) {
            Progress ofParent =
                    branch.dependent() ? progress.parent(branch.parent().name()) : Progress.none();
            List<String> key = List.of(branch.key().text(scope).split("/"));
            String field = branch.field().text(scope);
            branch.parent().read(ofParent, scope, found -> {
                Optional<Object> value = Dpath.find(found.record(), key);
                if (value.isPresent()) {
                    partitions.visit(slice(branch, field, value.get(), found));
                }
            });
        }
    }

    private static Slice slice(Branch branch, String field, Object value, Parent.Found found) {
        Map<String, @Nullable Object> partition = new LinkedHashMap<>();
        partition.put(field, value);
        partition.put("parent_slice", found.slice().partition());
        Map<String, @Nullable Object> extra = new LinkedHashMap<>();
        for (List<String> path : branch.extra()) {
            extra.put(String.join(".", path), Dpath.find(found.record(), path).orElse(null));
        }
        return new Slice(partition, Map.of(), extra);
    }

    @Override
    public void inject(Slice slice, RequestParts parts, Variables scope) throws SourceUnavailable {
        for (Branch branch : branches) {
            Object value = slice.partition().get(branch.field().text(scope));
            if (branch.option().isPresent() && value != null && !value.equals("")) {
                branch.option().get().inject(value, parts, scope);
            }
        }
    }
}
