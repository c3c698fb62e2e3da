package dev.kenshin.source.http;

import java.net.InetAddress;

/** Which addresses are not on the public internet. */
final class Addresses {
    private Addresses() {}

    static boolean isPrivate(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isPrivateV4(bytes, 0) : isPrivateV6(bytes);
    }

    private static boolean isPrivateV4(byte[] bytes, int start) {
        int first = bytes[start] & 0xff;
        int second = bytes[start + 1] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> true;
            case 100 -> second >= 64 && second < 128; // a provider's own network
            case 169 -> second == 254;
            case 172 -> second >= 16 && second < 32;
            case 192 -> second == 168 || (second == 0 && bytes[start + 2] == 0);
            case 198 -> second == 18 || second == 19;
            default -> first >= 224;
        };
    }

    /** Unique local ones, and those that hold a private address of version 4. */
    private static boolean isPrivateV6(byte[] bytes) {
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        boolean translated = bytes[0] == 0 && (bytes[1] & 0xff) == 0x64 && (bytes[2] & 0xff) == 0xff;
        boolean tunnelled = bytes[0] == 0x20 && bytes[1] == 0x02;
        return uniqueLocal || (translated && isPrivateV4(bytes, 12)) || (tunnelled && isPrivateV4(bytes, 2));
    }
}
