package galley.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a pull brought.
///
/// @param feeds how many were asked
/// @param ok how many answered well, the unchanged ones among them
/// @param fresh items that are new on the wire
/// @param changed items that came in a new version
/// @param notices how many items each rule wants somebody told of, by the rule's name
public record PullReport(int feeds, int ok, int unchanged, List<Failure> failed, int fresh, int changed, Map<String, Integer> notices) {

    public static final PullReport NOTHING = new PullReport(0, 0, 0, List.of(), 0, 0);

    public record Failure(String url, String problem) {}

    public PullReport {
        failed = List.copyOf(failed);
        notices = Collections.unmodifiableMap(new LinkedHashMap<>(notices));
    }

    public PullReport(int feeds, int ok, int unchanged, List<Failure> failed, int fresh, int changed) {
        this(feeds, ok, unchanged, failed, fresh, changed, Map.of());
    }

    /// What the rules want told, in a sentence each.
    public List<String> told() {
        return notices.entrySet().stream().map(notice -> "“" + notice.getKey() + "” has hit " + notice.getValue() + (notice.getValue() == 1 ? " new item." : " new items.")).toList();
    }

    /// In the shape that `galley pull --json` promises.
    public ObjectNode json() {
        var nodes = JsonNodeFactory.instance;
        var report = nodes.objectNode().put("feeds", feeds).put("ok", ok).put("unchanged", unchanged);
        var failures = report.putArray("failed");
        failed.forEach(failure -> failures.add(nodes.objectNode().put("url", failure.url()).put("problem", failure.problem())));
        return report.put("new", fresh).put("changed", changed);
    }
}
