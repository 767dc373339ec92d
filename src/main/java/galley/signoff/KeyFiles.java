package galley.signoff;

import galley.notice.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The private keys: one PKCS#12 file a person, which only their passphrase opens, in a folder that only its owner may enter.
public final class KeyFiles {

    /// The shortest passphrase taken. Its length is all that protects a copied file.
    public static final int SHORTEST_PASSPHRASE = 8;

    private static final String ALIAS = "signing";
    private final Path folder;

    public KeyFiles(Path folder) {
        this.folder = folder;
    }

    /// A private key, open for signing.
    ///
    /// @param kid thumbprint of its public half
    /// @param x its public half, as JWK member
    public record OpenKey(UUID owner, String kid, String x, PrivateKey key) {}

    /// Makes a key pair, writes it under the passphrase and answers the public half as JWK `x`.
    /// The owner must not have a key file yet.
    public String create(UUID owner, String printedName, char[] passphrase) {
        checkLength(passphrase);
        if (Files.exists(file(owner))) {
            throw Trouble.of(printedName + " already has a key file.", "It was not touched.", "Use it, or move " + file(owner) + " away first.");
        }
        var pair = Ed25519.newPair();
        write(file(owner), pair, certificate(pair, printedName), passphrase);
        return Ed25519.x(pair.getPublic());
    }

    /// Opens a key. Empty when the passphrase is wrong.
    ///
    /// @throws Trouble when the file is missing or damaged
    public Optional<OpenKey> open(UUID owner, char[] passphrase) {
        var file = file(owner);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Trouble(galley.notice.Notice.of("There is no key file that could be read at " + file + ".", "Nothing was signed.",
                    "Put the key file back from a copy, or have a new key enrolled."), e);
        }
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), passphrase);
            var key = (PrivateKey) store.getKey(ALIAS, passphrase);
            var x = Ed25519.x(store.getCertificate(ALIAS).getPublicKey());
            return Optional.of(new OpenKey(owner, Ed25519.thumbprint(x), x, key));
        } catch (IOException | GeneralSecurityException e) {
            if (e instanceof UnrecoverableKeyException || e.getCause() instanceof UnrecoverableKeyException) {
                return Optional.empty();
            }
            throw damaged(file, e);
        } catch (RuntimeException e) {
            throw damaged(file, e);
        }
    }

    /// Writes the same key under a new passphrase. False when the old one is wrong.
    public boolean changePassphrase(UUID owner, char[] old, char[] fresh) {
        checkLength(fresh);
        var open = open(owner, old);
        if (open.isEmpty()) {
            return false;
        }
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Files.readAllBytes(file(owner))), old);
            var certificate = (X509Certificate) store.getCertificate(ALIAS);
            write(file(owner), new KeyPair(certificate.getPublicKey(), open.get().key()), certificate, fresh);
            return true;
        } catch (IOException | GeneralSecurityException e) {
            throw damaged(file(owner), e);
        }
    }

    private static void checkLength(char[] passphrase) {
        if (passphrase.length < SHORTEST_PASSPHRASE) {
            throw Trouble.of("The passphrase is too short.", "No key was made or changed.",
                    "Choose one of at least " + SHORTEST_PASSPHRASE + " characters; four words are better.");
        }
    }

    public Path file(UUID owner) {
        return folder.resolve(owner + ".p12");
    }

    private static Trouble damaged(Path file, Exception e) {
        return new Trouble(galley.notice.Notice.of("The key file " + file + " is damaged.", "Nothing was signed; stories are untouched.",
                "Put the key file back from a copy, or have a new key enrolled."), e);
    }

    private void write(Path file, KeyPair pair, X509Certificate certificate, char[] passphrase) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, pair.getPrivate(), passphrase, new X509Certificate[] {certificate});
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, passphrase);
            OwnerOnly.folder(folder);
            OwnerOnly.replace(file, bytes.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new Trouble(galley.notice.Notice.of("The key file " + file + " could not be written.", "No key was changed.",
                    "See that the disk has room and the folder may be written."), e);
        }
    }

    /// PKCS#12 wants a certificate beside a key. Nobody checks it; the key is known by its thumbprint.
    private static X509Certificate certificate(KeyPair pair, String printedName) {
        try {
            var name = new X500Principal("CN=" + printedName.replaceAll("[\\\\,+\"<>;=#\\r\\n]", " "));
            var from = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            var builder = new JcaX509v3CertificateBuilder(name, new BigInteger(64, new java.security.SecureRandom()).abs().add(BigInteger.ONE),
                    Date.from(from), Date.from(from.plus(36_500, ChronoUnit.DAYS)), name, pair.getPublic());
            return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("A certificate for a new key could not be made.", e);
        }
    }
}
