package galley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher itself, as a process, where something that it needs is not there.
@EnabledOnOs(OS.LINUX)
class LauncherTest {

    @TempDir
    Path folder;
    private Path launcher;

    private record Run(int exit, String out, String err) {}

    /// The launcher in a folder whose name has a space, looking for Java only where the test says.
    @BeforeEach
    void aProgram() throws IOException {
        var bin = Files.createDirectories(folder.resolve("a program/bin"));
        launcher = bin.resolve("galley");
        Files.writeString(launcher, Files.readString(Path.of("packaging/bin/galley")).replace("/usr/lib/jvm", folder.resolve("jvm").toString()).replace("/opt/jdk", folder.resolve("opt").toString()));
    }

    @Test
    void withoutAJavaItSaysWhichToInstall() throws Exception {
        var run = run(Map.of(), "--help");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no Java 25 or later was found", "Nothing was changed", "GALLEY_JAVA_HOME");
    }

    @Test
    void anOlderJavaIsPassedOver() throws Exception {
        var old = Files.createDirectories(folder.resolve("jvm/java-17/bin"));
        Files.writeString(old.resolve("java"), "#!/bin/sh\necho old\n").toFile().setExecutable(true);
        Files.writeString(folder.resolve("jvm/java-17/release"), "JAVA_VERSION=\"17.0.1\"\n");
        assertThat(run(Map.of(), "--help").err()).contains("no Java 25");
    }

    @Test
    void withoutADisplayItSaysWhatWorks() throws Exception {
        var run = run(Map.of("GALLEY_JAVA_HOME", System.getProperty("java.home")));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("there is no display", "Nothing was changed", "galley --help", "galley demo --to DIR");
    }

    @Test
    void missingSystemLibrariesAreNamedByTheirPackages() throws Exception {
        var fake = Files.createDirectories(folder.resolve("fake"));
        Files.writeString(fake.resolve("ldconfig"), "#!/bin/sh\necho '	libc.so.6 (libc6,x86-64) => /lib/libc.so.6'\necho '	libGL.so.1 (libc6) => /lib/libGL.so.1'\n").toFile().setExecutable(true);
        var run = run(Map.of("GALLEY_JAVA_HOME", System.getProperty("java.home"), "DISPLAY", ":9", "PATH", fake + ":/usr/bin:/bin"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("apt-get install libgtk-3-0 libxtst6 libpangoft2-1.0-0", "Nothing was changed").doesNotContain("libgl1");
    }

    @Test
    void whoMayNotInstallIsToldWhatToAskAnAdministratorFor() throws Exception {
        var fake = Files.createDirectories(folder.resolve("fake"));
        for (var program : Map.of("ldconfig", "echo '	libfreetype.so.6 (libc6) => /lib/x'", "id", "echo 1000", "sudo", "exit 1", "apt-get", "echo never >&2; exit 9").entrySet()) {
            Files.writeString(fake.resolve(program.getKey()), "#!/bin/sh\n" + program.getValue() + "\n").toFile().setExecutable(true);
        }
        launcher = Path.of("packaging/system-libraries").toAbsolutePath();
        var run = run(Map.of("PATH", fake + ":/usr/bin:/bin"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("Missing system libraries: libpangoft2-1.0-0 libfontconfig1\n");
        assertThat(run.err()).contains("Ask an administrator", "apt-get install -y --no-install-recommends libpangoft2-1.0-0 libfontconfig1").doesNotContain("never");
    }

    private Run run(Map<String, String> environment, String... args) throws Exception {
        var builder = new ProcessBuilder(Stream.concat(Stream.of("/bin/sh", launcher.toString()), List.of(args).stream()).toList());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
