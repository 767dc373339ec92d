package galley.bench;

import java.util.HashMap;
import java.util.Map;

/// `--name value` pairs.
record Arguments(Map<String, String> named) {

    static Arguments of(String... args) {
        var named = new HashMap<String, String>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            named.put(args[i].replaceFirst("^--", ""), args[i + 1]);
        }
        return new Arguments(named);
    }

    String text(String name, String otherwise) {
        return named.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, "" + otherwise));
    }
}
