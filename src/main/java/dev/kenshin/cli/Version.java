package dev.kenshin.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest has it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Kenshin.class.getPackage().getImplementationVersion();
        return new String[] {"kenshin " + (version == null ? "(unpackaged)" : version)};
    }
}
