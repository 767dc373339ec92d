package galley.publish.send;

/// How to sign in at a destination.
///
/// @param name the access key of a bucket; empty for a server, whose address names the user
/// @param secret the password, the secret of the access key, or the passphrase of the key file; empty for none
/// @param keyFile a private key; empty for none
public record Login(String name, String secret, String keyFile) {

    public static final Login NONE = new Login("", "", "");

    /// Never what is secret.
    @Override
    public String toString() {
        return "Login of " + name + (keyFile.isEmpty() ? "" : " with " + keyFile);
    }
}
