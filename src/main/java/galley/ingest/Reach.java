package galley.ingest;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/// Where an address leads: out into the world, into the network around this machine, or into this machine itself.
/// What a feed says must not lead in, unless the feed itself lives there.
enum Reach {

    WORLD, NETWORK, MACHINE;

    /// The innermost of the host's addresses.
    ///
    /// @throws UnknownHostException when nobody knows the host
    static Reach of(URI uri) throws UnknownHostException {
        var host = uri.getHost();
        if (host == null) {
            throw new UnknownHostException(String.valueOf(uri));
        }
        var innermost = WORLD;
        for (var address : InetAddress.getAllByName(host)) {
            var reach = of(address);
            innermost = reach.compareTo(innermost) > 0 ? reach : innermost;
        }
        return innermost;
    }

    static boolean isPrivate(URI uri) throws UnknownHostException {
        return of(uri) != WORLD;
    }

    /// Whether somebody who lives here may lead there.
    boolean mayLeadTo(Reach there) {
        return there == WORLD || there == this;
    }

    static Reach of(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return MACHINE;
        }
        if (address.isLinkLocalAddress() || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return NETWORK;
        }
        return switch (address) {
            case Inet4Address four -> of(four.getAddress());
            case Inet6Address six -> ofSix(six.getAddress());
            default -> MACHINE;
        };
    }

    /// This network, carriers' networks, protocol assignments, test nets, benchmarking, reserved.
    private static Reach of(byte[] b) {
        int first = b[0] & 0xFF;
        int second = b[1] & 0xFF;
        int third = b[2] & 0xFF;
        if (first == 0 || first == 127) {
            return MACHINE;
        }
        return first == 100 && second >= 64 && second < 128 || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 198 && (second == 18 || second == 19 || second == 51 && third == 100) || first == 203 && second == 0 && third == 113
                || first >= 240 ? NETWORK : WORLD;
    }

    /// Unique local addresses, and whatever carries an IPv4 address inside.
    private static Reach ofSix(byte[] b) {
        if ((b[0] & 0xFE) == 0xFC) {
            return NETWORK;
        }
        boolean translated = b[0] == 0 && b[1] == 0x64 && b[2] == (byte) 0xFF && b[3] == (byte) 0x9B;
        boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
        boolean mapped = true;
        for (int i = 0; i < 10; i++) {
            mapped &= b[i] == 0;
        }
        return translated || sixToFour || mapped ? ofFour(b, sixToFour ? 2 : 12) : WORLD;
    }

    private static Reach ofFour(byte[] b, int at) {
        try {
            return of(InetAddress.getByAddress(new byte[] {b[at], b[at + 1], b[at + 2], b[at + 3]}));
        } catch (UnknownHostException never) {
            return MACHINE;
        }
    }
}
