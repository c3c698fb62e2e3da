package dev.kenshin.source.rest.auth;

import dev.kenshin.source.rest.template.TemplateProblem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a login of a manifest's {@code login_requester}. */
@FunctionalInterface
public interface LoginFactory {
    Login login(Map<String, @Nullable Object> requester) throws Unsupported, TemplateProblem;
}
