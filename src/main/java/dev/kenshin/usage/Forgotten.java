package dev.kenshin.usage;

/** Whose events are not to be kept. */
public interface Forgotten {
    /** Nobody's. */
    Forgotten NOBODY = new Forgotten() {
        @Override
        public boolean user(String id) {
            return false;
        }

        @Override
        public boolean account(String key) {
            return false;
        }
    };

    boolean user(String id);

    /**
     * Whether an account is to be passed over.
     *
     * @param key the account's name in the product
     */
    boolean account(String key);
}
