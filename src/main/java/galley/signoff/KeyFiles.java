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
import java.time.Clock;
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
    private final Patience patience;

    public KeyFiles(Path folder) {
        this(folder, Clock.systemUTC());
    }

    public KeyFiles(Path folder, Clock clock) {
        this.folder = folder;
        this.patience = new Patience(folder, clock);
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
    /// @throws Trouble when the file is missing or damaged, or after several wrong passphrases, for a while
    public Optional<OpenKey> open(UUID owner, char[] passphrase) {
        var wait = patience.left(owner);
        if (!wait.isZero()) {
            throw Trouble.of("Too many wrong passphrases for this key.", "Nothing was signed; everybody else can go on signing.",
                    "Wait " + Math.max(1, wait.toSeconds()) + " seconds and try again.");
        }
        var key = open(file(owner), owner, passphrase);
        if (key.isPresent()) {
            patience.right(owner);
        } else {
            patience.wrong(owner);
        }
        return key;
    }

    /// Writes a copy of the person's key file. It is as safe as their passphrase.
    public void copyTo(UUID owner, Path copy) {
        try {
            if (Files.exists(copy)) {
                throw Trouble.of("There is already a file " + copy + ".", "It was not touched.", "Name another file.");
            }
            OwnerOnly.replace(copy, Files.readAllBytes(file(owner)));
        } catch (IOException e) {
            throw new Trouble(galley.notice.Notice.of("The key file could not be copied to " + copy + ".", "No key was changed.",
                    "See that the file can be written."), e);
        }
    }

    /// Opens a key file that lies elsewhere. Empty when the passphrase is wrong.
    public Optional<OpenKey> openCopy(UUID owner, Path copy, char[] passphrase) {
        return open(copy, owner, passphrase);
    }

    /// Puts a copy in the place of the person's key file; what was there is kept beside it.
    public void putBack(UUID owner, Path copy) {
        try {
            var bytes = Files.readAllBytes(copy);
            setAside(owner);
            OwnerOnly.folder(folder);
            OwnerOnly.replace(file(owner), bytes);
            patience.right(owner);
        } catch (IOException e) {
            throw new Trouble(galley.notice.Notice.of("The key file " + copy + " could not be put in place.", "The key file that was there is kept.",
                    "See that the disk has room and the folder may be written."), e);
        }
    }

    /// Moves the person's key file out of the way, if there is one; it is never thrown away.
    void setAside(UUID owner) {
        try {
            var file = file(owner);
            for (int i = 1; Files.exists(file); i++) {
                var aside = folder.resolve(owner + "." + i + ".old.p12");
                if (!Files.exists(aside)) {
                    Files.move(file, aside);
                }
            }
        } catch (IOException e) {
            throw new Trouble(galley.notice.Notice.of("The old key file could not be moved out of the way.", "No key was changed.",
                    "See that the folder " + folder + " may be written."), e);
        }
    }

    private static Optional<OpenKey> open(Path file, UUID owner, char[] passphrase) {
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

    static void checkLength(char[] passphrase) {
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
