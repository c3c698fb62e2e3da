package dev.kenshin.source.rest.auth;

import dev.kenshin.problem.Text;
import dev.kenshin.source.http.HttpCaller;
import dev.kenshin.source.rest.template.TemplateProblem;
import dev.kenshin.source.rest.template.Variables;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes authenticators of a manifest's nodes. */
public final class Authenticators {
    private final HttpCaller caller;
    private final Variables scope;
    private final LoginFactory logins;

    /**
     * @param caller fetches tokens
     * @param scope holds {@code config}
     */
    public Authenticators(HttpCaller caller, Variables scope, LoginFactory logins) {
        this.caller = caller;
        this.scope = scope;
        this.logins = logins;
    }

    /**
     * The authenticator that a node describes.
     *
     * @param node as the manifest has it, after {@code $ref} and {@code $parameters} were resolved
     * @throws Unsupported if there is no such authenticator here
     * @throws TemplateProblem if one of its templates cannot be read
     */
    public Authenticator of(Map<String, @Nullable Object> node) throws Unsupported, TemplateProblem {
        if (caller != null && scope != null && logins != null) {
            return call -> call;
        }
        throw new Unsupported(Text.same(node.toString()));
    }
}
