package galley.publish.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// What both kinds of SFTP server in the tests share: their files lie in a folder of this machine.
final class SftpServers {

    private SftpServers() {}

    static Map<String, byte[]> in(Path root) throws IOException {
        var found = new TreeMap<String, byte[]>();
        if (!Files.isDirectory(root)) {
            return found;
        }
        try (var all = Files.walk(root)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var path = root.relativize(file).toString();
                if (!path.startsWith(".galley")) {
                    found.put(path, Files.readAllBytes(file));
                }
            }
        }
        return found;
    }

    static void lay(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
