package galley.publish;

import galley.story.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What exports wrote into a folder: the one way to read it, for whoever writes a site, checks it or sends it on.
///
/// The list lies there whole ([#MANIFEST]). Beside it may lie notes ([#NOTES]) of what was written since: those of an export under way or
/// cut off, and in a large site those of the last exports, so that one changed story does not write megabytes of list. Notes count for more
/// than the list; a line that was cut off counts for nothing.
///
/// @param newsroom thumbprint of the newsroom's key
/// @param files what is known of each file of ours, by path
/// @param notes how many notes there are; 0 when the list is whole
public record SiteList(String newsroom, Map<String, Written> files, int notes) {

    /// Lists what was written here, by whom, and from what.
    public static final String MANIFEST = ".galley-site.json";
    /// What was noted since the list was written.
    public static final String NOTES = ".galley-site.notes";

    /// A note that the file is gone.
    static final String GONE = "-";

    /// @param sha SHA-256 of the file as it was written, lower-case hex
    /// @param key what it was made from, see [SitePlan]; 0 when that is not known
    public record Written(String sha, long key) {}

    /// @param made what each file was made from; an older list has none
    private record Manifest(String newsroom, Map<String, String> files, @Nullable Map<String, String> made) {}

    /// @return null when nobody has exported into this folder
    /// @throws IOException when the list cannot be read
    /// @throws RuntimeException when it is no list
    public static @Nullable SiteList in(Path root) throws IOException {
        var list = root.resolve(MANIFEST);
        var notes = root.resolve(NOTES);
        boolean listed = Files.exists(list);
        if (!listed && !Files.exists(notes)) {
            return null;
        }
        var files = new LinkedHashMap<String, Written>();
        var newsroom = "";
        if (listed) {
            var manifest = Json.read(Files.readString(list), Manifest.class);
            var made = manifest.made() == null ? Map.<String, String>of() : manifest.made();
            manifest.files().forEach((path, sha) -> files.put(path, new Written(sha, Long.parseUnsignedLong(made.getOrDefault(path, "0"), 16))));
            newsroom = manifest.newsroom();
        }
        int noted = 0;
        if (Files.exists(notes)) {
            var text = Files.readString(notes);
            for (var line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                var note = line.split("\t");
                if (note.length == 1 && !line.isEmpty()) {
                    newsroom = line;
                } else if (note.length == 3) {
                    noted++;
                    if (note[1].equals(GONE)) {
                        files.remove(note[0]);
                    } else {
                        files.put(note[0], new Written(note[1], Long.parseUnsignedLong(note[2], 16)));
                    }
                }
            }
        }
        return new SiteList(newsroom, files, noted);
    }

    /// SHA-256 of each file by path, in order.
    public Map<String, String> digests() {
        var all = new TreeMap<String, String>();
        files.forEach((path, written) -> all.put(path, written.sha()));
        return all;
    }

    /// The list as it stands in a folder where it is whole.
    public byte[] bytes() {
        var sorted = files.keySet().toArray(String[]::new);
        java.util.Arrays.sort(sorted);
        var json = new StringBuilder(sorted.length * 220 + 200).append("{\n  \"newsroom\" : ").append(quoted(newsroom)).append(",\n  \"files\" : {");
        for (int i = 0; i < sorted.length; i++) {
            json.append(i == 0 ? "\n" : ",\n").append("    ").append(quoted(sorted[i])).append(" : \"").append(files.get(sorted[i]).sha()).append('"');
        }
        json.append("\n  },\n  \"made\" : {");
        for (int i = 0; i < sorted.length; i++) {
            json.append(i == 0 ? "\n" : ",\n").append("    ").append(quoted(sorted[i])).append(" : \"")
                    .append(Long.toHexString(files.get(sorted[i]).key())).append('"');
        }
        return json.append("\n  }\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /// As JSON. Nearly every path is plain, and there are tens of thousands.
    private static String quoted(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return Json.write(path);
            }
        }
        return '"' + path + '"';
    }
}
