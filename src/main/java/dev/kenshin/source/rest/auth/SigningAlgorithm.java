package dev.kenshin.source.rest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.source.SourceUnavailable;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How tokens are signed (RFC 7518).
 *
 * @param name for example {@code RS256}
 * @param family {@code HS}, {@code RS}, {@code PS}, {@code ES} or {@code Ed}
 * @param bits of the digest
 */
record SigningAlgorithm(String name, String family, int bits) {

    /** Empty where it is not known, or Java does not have it. */
    static Optional<SigningAlgorithm> named(String name) {
        if (name.equals("EdDSA")) {
            return Optional.of(new SigningAlgorithm(name, "Ed", 0));
        }
        return name.matches("(HS|RS|PS|ES)(256|384|512)")
                ? Optional.of(new SigningAlgorithm(name, name.substring(0, 2), Integer.parseInt(name.substring(2))))
                : Optional.empty();
    }

    /**
     * The signature.
     *
     * @param key a shared secret for {@code HS}, else a private key in PEM form
     * @param passphrase of an encrypted key, or empty
     * @throws SourceUnavailable if the key is of another kind or damaged
     */
    byte[] sign(byte[] content, String key, String passphrase) throws SourceUnavailable {
        try {
            return family.equals("HS") ? mac(content, key) : signature(content, key, passphrase);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw AuthProblems.key(name);
        }
    }

    private byte[] mac(byte[] content, String key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA" + bits);
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), mac.getAlgorithm()));
        return mac.doFinal(content);
    }

    private byte[] signature(byte[] content, String key, String passphrase) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (family) {
                    case "RS" -> "SHA" + bits + "withRSA";
                    case "PS" -> "RSASSA-PSS";
                    case "ES" -> "SHA" + bits + "withECDSAinP1363Format";
                    default -> "Ed25519";
                });
        if (family.equals("PS")) {
            String digest = "SHA-" + bits;
            signature.setParameter(new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), bits / 8, 1));
        }
        signature.initSign(PrivateKeys.of(key, passphrase, keyType()));
        signature.update(content);
        return signature.sign();
    }

    private String keyType() {
        return switch (family) {
            case "ES" -> "EC";
            case "Ed" -> "Ed25519";
            default -> "RSA";
        };
    }
}
