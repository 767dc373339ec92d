package galley.publish.send;

import galley.notice.Trouble;
import java.net.SocketAddress;
import java.security.PublicKey;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.jspecify.annotations.Nullable;

/// Sees that a server is the one it was the first time. The first key is taken on trust and kept; another one later is refused.
final class KnownHost implements ServerKeyVerifier {

    private final Destination.Sftp to;
    private final SiteLogins logins;
    private final boolean keep;
    private volatile @Nullable String firstSeen;
    private volatile @Nullable Trouble refused;

    /// @param keep whether a first key is kept; a dry run keeps nothing
    KnownHost(Destination.Sftp to, SiteLogins logins, boolean keep) {
        this.to = to;
        this.logins = logins;
        this.keep = keep;
    }

    static String name(Destination.Sftp to) {
        return to.host() + ":" + to.port();
    }

    @Override
    public synchronized boolean verifyServerKey(ClientSession session, SocketAddress from, PublicKey key) {
        var shown = PublicKeyEntry.toString(key);
        var known = logins.host(name(to));
        if (known.isEmpty()) {
            firstSeen = KeyUtils.getFingerPrint(key);
            if (keep) {
                logins.keepHost(name(to), shown);
            }
            return true;
        }
        if (known.get().equals(shown)) {
            return true;
        }
        refused = Trouble.of("The server " + to.host() + " shows another key than before (" + KeyUtils.getFingerPrint(key) + "). Somebody may stand between you and it.",
                "Nothing was sent, your password neither.",
                "Ask its people. If they changed its key, forget the old one: galley destination forget-key " + to.address());
        return false;
    }

    /// The fingerprint of a key seen for the first time, or null.
    @Nullable String firstSeen() {
        return firstSeen;
    }

    /// Why the server was refused, or null.
    @Nullable Trouble refused() {
        return refused;
    }
}
