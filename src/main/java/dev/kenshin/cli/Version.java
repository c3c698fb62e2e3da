package dev.kenshin.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest has it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"kenshin " + number()};
    }

    static String number() {
        String version = Kenshin.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
