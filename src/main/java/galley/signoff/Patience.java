package galley.signoff;

import galley.story.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Slows guessing: after a few wrong passphrases one key waits, longer each time, while every other key opens as ever. The count lies beside
/// the key file, so that closing the program does not help; a right passphrase clears it.
final class Patience {

    private static final int FREE = 3;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Path folder;
    private final Clock clock;

    private record Tries(int wrong, Instant last) {}

    Patience(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// How long this key still waits; zero when it may be tried. A clock that was set does not make it wait longer than the longest time.
    Duration left(UUID owner) {
        var tries = read(owner);
        if (tries.wrong() < FREE) {
            return Duration.ZERO;
        }
        var wait = Duration.ofSeconds(Math.min(LONGEST.toSeconds(), 1L << Math.min(20, tries.wrong() - FREE + 1)));
        var passed = Duration.between(tries.last(), clock.instant());
        if (passed.isNegative()) {
            passed = Duration.ZERO;
        }
        var left = wait.minus(passed);
        return left.isNegative() ? Duration.ZERO : left;
    }

    void wrong(UUID owner) {
        try {
            OwnerOnly.folder(folder);
            OwnerOnly.replace(file(owner), Json.write(new Tries(read(owner).wrong() + 1, clock.instant())).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void right(UUID owner) {
        try {
            Files.deleteIfExists(file(owner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Tries read(UUID owner) {
        try {
            return Files.exists(file(owner)) ? Json.read(Files.readString(file(owner)), Tries.class) : new Tries(0, Instant.EPOCH);
        } catch (IOException | RuntimeException unreadable) {
            // A count that cannot be read is taken for a full one: guessing must not become easier by damaging it.
            return new Tries(FREE, clock.instant());
        }
    }

    private Path file(UUID owner) {
        return folder.resolve(owner + ".tries");
    }
}
