package dev.kenshin.privacy;

import dev.kenshin.config.ConfigException;
import dev.kenshin.file.PrivateFile;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a home without which nobody can tell who stands behind a hash: HMAC-SHA-256. It never changes, since what
 * was hashed with another key is known to nobody. For several threads.
 */
public final class PersonalKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] secret;
    private final Mac mac;

    PersonalKey(byte[] secret) {
        this.secret = secret.clone();
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** A new one, which nobody will ever know again unless it is written. */
    static PersonalKey passing() {
        return new PersonalKey(random());
    }

    /**
     * The key of a file, or empty where there is none.
     *
     * @throws ConfigException if the file is damaged (KEN-F11)
     */
    static Optional<PersonalKey> find(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] secret = HexFormat.of().parseHex(Files.readString(file).strip());
            if (secret.length == BYTES) {
                return Optional.of(new PersonalKey(secret));
            }
            throw damaged(file);
        } catch (IllegalArgumentException notHexadecimal) {
            throw damaged(file);
        }
    }

    /** The key of a file; makes one where there is none. To be called by the run that holds the lock of the home. */
    static PersonalKey findOrCreate(Path file) throws IOException {
        Optional<PersonalKey> known = find(file);
        if (known.isPresent()) {
            return known.get();
        }
        PersonalKey fresh = passing();
        fresh.write(file);
        return fresh;
    }

    /** Keeps it for good. */
    void write(Path file) throws IOException {
        PrivateFile.write(file, (HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** 64 hexadecimal digits. */
    String sign(String kind, String value) {
        return HexFormat.of().formatHex(digest(kind + '\0' + value));
    }

    private byte[] digest(String text) {
        try {
            return ((Mac) mac.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's own can be cloned", impossible);
        }
    }

    private static byte[] random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    static ConfigException damaged(Path file) {
        return new ConfigException(List.of(Problem.error(
                "KEN-F11",
                Location.file(file.toString()),
                new Text("ファイルが壊れています。", "the file is damaged."),
                new Text(
                        "バックアップから戻してください。消すと、忘れたはずのデータが戻ります。",
                        "Restore it from a backup. Without it, what was forgotten would come back."))));
    }

    @Override
    public String toString() {
        return "PersonalKey";
    }
}
