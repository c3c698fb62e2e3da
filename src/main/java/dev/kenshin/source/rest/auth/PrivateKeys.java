package dev.kenshin.source.rest.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads private keys in PEM form: PKCS#8, encrypted or not, and RSA's own PKCS#1. */
final class PrivateKeys {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----(.*?)-----END", Pattern.DOTALL);
    /** Version 0, and that what follows is a key for RSA: how PKCS#8 begins. */
    private static final byte[] RSA_PREFIX = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private PrivateKeys() {}

    /** @throws GeneralSecurityException if it is no key, of another type, or the passphrase is wrong */
    static PrivateKey of(String pem, String passphrase, String type) throws GeneralSecurityException {
        // In environment variables, line breaks are often written out.
        Matcher matcher = PEM.matcher(pem.replace("\\n", "\n"));
        if (!matcher.find()) {
            throw new GeneralSecurityException("no PEM");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(matcher.group(2));
        KeySpec spec =
                switch (matcher.group(1)) {
                    case "ENCRYPTED " -> decrypted(bytes, passphrase);
                    case "RSA " -> new PKCS8EncodedKeySpec(wrapped(bytes));
                    default -> new PKCS8EncodedKeySpec(bytes);
                };
        return KeyFactory.getInstance(type).generatePrivate(spec);
    }

    private static KeySpec decrypted(byte[] bytes, String passphrase) throws GeneralSecurityException {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(bytes);
            String algorithm = info.getAlgParameters() == null
                    ? info.getAlgName()
                    : info.getAlgParameters().toString();
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(passphrase.toCharArray())),
                    info.getAlgParameters());
            return info.getKeySpec(cipher);
        } catch (IOException e) {
            throw new GeneralSecurityException("no encrypted key", e);
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        byte[] octets = element(0x04, pkcs1);
        byte[] content = new byte[RSA_PREFIX.length + octets.length];
        System.arraycopy(RSA_PREFIX, 0, content, 0, RSA_PREFIX.length);
        System.arraycopy(octets, 0, content, RSA_PREFIX.length, octets.length);
        return element(0x30, content);
    }

    /** A tag, a length of three bytes' notation, and the content. */
    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.write(0x82);
        out.write(content.length >> 8);
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
