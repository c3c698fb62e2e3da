package dev.kenshin.source.rest.slice;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.record.Visitor;
import dev.kenshin.source.rest.request.RequestParts;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.List;

/** Makes the partition router of a retriever. */
public final class Routers {
    private Routers() {}

    /**
     * The router of a retriever; one that does not divide where it has none.
     *
     * @param parents makes the streams that others depend on
     */
    public static Router of(Component retriever, ParentFactory parents) throws Unsupported {
        List<Router> routers = new ArrayList<>();
        for (Component component : retriever.children("partition_router")) {
            routers.add(one(component, parents));
        }
        return switch (routers.size()) {
            case 0 -> Router.NONE;
            case 1 -> routers.get(0);
            default -> new Product(routers);
        };
    }

    static Router one(Component component, ParentFactory parents) throws Unsupported {
        return switch (component.type()) {
            case "ListPartitionRouter" -> ListRouter.of(component);
            case "SubstreamPartitionRouter" -> SubstreamRouter.of(component, parents);
            case "GroupingPartitionRouter" -> GroupingRouter.of(component, parents);
            default -> throw component.unsupported();
        };
    }

    /**
     * Every partition of one router with every partition of the others. Only the first is read once, so only its parents
     * may be read from where they ended last.
     */
    private record Product(List<Router> routers) implements Router {
        @Override
        public void partitions(Progress progress, Variables scope, Visitor<Slice> partitions)
                throws SourceUnavailable, RateLimitSpent {
            combine(0, Slice.WHOLE, progress, scope, partitions);
        }

        private void combine(int at, Slice sofar, Progress progress, Variables scope, Visitor<Slice> partitions)
                throws SourceUnavailable, RateLimitSpent {
            if (at == routers.size()) {
                partitions.visit(sofar);
            } else {
                Progress own = at == 0 ? progress : Progress.none();
                routers.get(at)
                        .partitions(own, scope, slice -> combine(at + 1, sofar.and(slice), own, scope, partitions));
            }
        }

        @Override
        public void inject(Slice slice, RequestParts parts, Variables scope) throws SourceUnavailable {
            for (Router router : routers) {
                router.inject(slice, parts, scope);
            }
        }
    }
}
