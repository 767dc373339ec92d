package galley.ingest;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/// Which addresses belong to this machine or its own network. What a feed says must not lead there, unless the feed
/// itself lives there.
final class Reach {

    private Reach() {}

    /// @throws UnknownHostException when nobody knows the host
    static boolean isPrivate(URI uri) throws UnknownHostException {
        var host = uri.getHost();
        if (host == null) {
            throw new UnknownHostException(String.valueOf(uri));
        }
        for (var address : InetAddress.getAllByName(host)) {
            if (isPrivate(address)) {
                return true;
            }
        }
        return false;
    }

    static boolean isPrivate(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        return switch (address) {
            case Inet4Address four -> isPrivate(four.getAddress());
            case Inet6Address six -> isPrivateSix(six.getAddress());
            default -> true;
        };
    }

    /// This network, carriers' networks, protocol assignments, test nets, benchmarking, reserved.
    private static boolean isPrivate(byte[] b) {
        int first = b[0] & 0xFF;
        int second = b[1] & 0xFF;
        int third = b[2] & 0xFF;
        return first == 0 || first == 100 && second >= 64 && second < 128 || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 198 && (second == 18 || second == 19 || second == 51 && third == 100) || first == 203 && second == 0 && third == 113 || first >= 240;
    }

    /// Unique local addresses, and whatever carries a private IPv4 address inside.
    private static boolean isPrivateSix(byte[] b) {
        if ((b[0] & 0xFE) == 0xFC) {
            return true;
        }
        boolean translated = b[0] == 0 && b[1] == 0x64 && b[2] == (byte) 0xFF && b[3] == (byte) 0x9B;
        boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
        boolean mapped = true;
        for (int i = 0; i < 10; i++) {
            mapped &= b[i] == 0;
        }
        int at = sixToFour ? 2 : 12;
        return (translated || sixToFour || mapped) && isPrivateFour(b, at);
    }

    private static boolean isPrivateFour(byte[] b, int at) {
        try {
            return isPrivate(InetAddress.getByAddress(new byte[] {b[at], b[at + 1], b[at + 2], b[at + 3]}));
        } catch (UnknownHostException never) {
            return true;
        }
    }
}
