package dev.kenshin.guess;

/**
 * A file of the configuration as it might be.
 *
 * @param folder below {@code config}: {@code sources}, {@code mappings} or {@code usage}
 * @param name of what it configures, and of the file
 * @param text YAML with a comment for each guess
 */
public record Draft(String folder, String name, String text) {

    /** The file's place below {@code config}. */
    public String file() {
        return folder + "/" + name + ".yaml";
    }
}
