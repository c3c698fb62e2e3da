package dev.kenshin.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where a command speaks.
 *
 * @param interactive whether a person looks on, who likes progress bars and colours
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {

    /** The process's own. UTF-8 wherever a terminal can show it, since names of customers are Japanese. */
    static Terminal ofProcess() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Charset charset = windows ? Charset.defaultCharset() : StandardCharsets.UTF_8;
        return new Terminal(writer(FileDescriptor.out, charset), writer(FileDescriptor.err, charset), isInteractive());
    }

    private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset), true);
    }

    /** Since JDK 22 there is a console even without a terminal, and a method that says so. */
    @SuppressWarnings("SystemConsoleNull") // that is what the second half is for
    private static boolean isInteractive() {
        if (System.console() == null) {
            return false;
        }
        try {
            return Runtime.version().feature() < 22
                    || (Boolean)
                            System.console().getClass().getMethod("isTerminal").invoke(System.console());
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
