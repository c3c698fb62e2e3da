package dev.kenshin.cli;

/**
 * What {@code java.util.logging} is configured by, which is not at all: nobody listens. Drivers log through it, and PostgreSQL's
 * writes a url that it cannot read to standard error, with the password. What goes wrong comes as an exception, too.
 */
public final class SilentDrivers {
    private static final String CLASS = "java.util.logging.config.class";
    private static final String FILE = "java.util.logging.config.file";

    /** Made by {@code java.util.logging} when somebody logs for the first time. */
    public SilentDrivers() {}

    /** Whoever configures it himself gets what he wants. */
    static void install() {
        if (System.getProperty(FILE) == null && System.getProperty(CLASS) == null) {
            System.setProperty(CLASS, SilentDrivers.class.getName());
        }
    }
}
