package dev.kenshin.cli;

import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands; those of ours get the session they run in. */
final class CommandFactory implements IFactory {
    private final Session session;

    CommandFactory(Session session) {
        this.session = session;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        return type.getPackage().equals(Kenshin.class.getPackage()) && hasSession(type)
                ? type.getDeclaredConstructor(Session.class).newInstance(session)
                : CommandLine.defaultFactory().create(type);
    }

    private static boolean hasSession(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(
                        constructor -> Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Session.class}));
    }
}
