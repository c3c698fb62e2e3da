package dev.kenshin.job;

/** An account and what it is called; the id again where it has no name. */
public record AccountName(String id, String name) {
    @Override
    public String toString() {
        return id + " " + name;
    }
}
