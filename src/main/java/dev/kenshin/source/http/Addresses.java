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
            case 168 -> isTheMachinesOwn(bytes, start);
            case 169 -> second == 254;
            case 172 -> second >= 16 && second < 32;
            case 192 -> second == 168 || (second == 0 && bytes[start + 2] == 0);
            case 198 -> second == 18 || second == 19;
            default -> first >= 224;
        };
    }

    /** 168.63.129.16 looks public; from a machine in Azure it is the service that knows the machine's secrets. */
    private static boolean isTheMachinesOwn(byte[] bytes, int start) {
        return bytes[start + 1] == 63 && (bytes[start + 2] & 0xff) == 129 && bytes[start + 3] == 16;
    }

    /** Unique local ones, and all that hold, or may hold, a private address of version 4. */
    private static boolean isPrivateV6(byte[] bytes) {
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        boolean tunnelled = bytes[0] == 0x20 && bytes[1] == 0x02 && isPrivateV4(bytes, 2);
        boolean teredo = startsWith(bytes, 0x20, 0x01, 0, 0);
        return uniqueLocal || tunnelled || teredo || isTranslated(bytes) || isOfVersion4(bytes);
    }

    /** 64:ff9b::/96 is for public addresses, 64:ff9b:1::/48 is a network's own affair. */
    private static boolean isTranslated(byte[] bytes) {
        boolean translated = startsWith(bytes, 0, 0x64, 0xff, 0x9b);
        return translated && (!startsWith(bytes, 0, 0x64, 0xff, 0x9b, 0, 0) || isPrivateV4(bytes, 12));
    }

    /** ::a.b.c.d, which is out of use, and the last half of ISATAP's. */
    private static boolean isOfVersion4(byte[] bytes) {
        boolean compatible = startsWith(bytes, new int[12]);
        boolean isatap = (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && (bytes[11] & 0xff) == 0xfe;
        return (compatible || isatap) && isPrivateV4(bytes, 12);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
