package galley.publish;

import java.util.ArrayList;
import java.util.List;

/// Says which blocks of a part are not as they were signed: changed, added, missing, or moved.
final class BlockDifferences {

    private BlockDifferences() {}

    /// @param signed digests in the order signed
    /// @param printed digests in the order printed
    /// @param texts the printed blocks' texts
    static void between(String part, List<String> signed, List<String> printed, List<String> texts, List<String> wrong) {
        if (signed.equals(printed)) {
            return;
        }
        int before = wrong.size();
        var missing = new ArrayList<>(signed);
        printed.forEach(missing::remove);
        var added = new ArrayList<>(printed);
        signed.forEach(added::remove);
        if (missing.isEmpty() && added.isEmpty()) {
            for (int i = 0; i < printed.size(); i++) {
                if (!printed.get(i).equals(signed.get(i))) {
                    wrong.add(name(part, i, printed.size()) + " was moved: “" + Excerpt.of(texts.get(i)) + "”.");
                }
            }
            return;
        }
        var changed = changedInPlace(signed, printed, missing, added);
        for (int i = 0; i < printed.size(); i++) {
            if (added.remove(printed.get(i))) {
                wrong.add(name(part, i, Math.max(signed.size(), printed.size())) + (changed.contains(i) ? " differs: “" : " was added: “")
                        + Excerpt.of(texts.get(i)) + "”.");
            }
        }
        for (int i = 0; i < signed.size(); i++) {
            if (!changed.contains(i) && missing.remove(signed.get(i))) {
                wrong.add(name(part, i, Math.max(signed.size(), printed.size())) + " is missing.");
            }
        }
        if (wrong.size() == before) {
            wrong.add(part + " is not as it was signed.");
        }
    }

    /// Where a block stands in the place of another: as many missing as added, or the same position.
    private static List<Integer> changedInPlace(List<String> signed, List<String> printed, List<String> missing, List<String> added) {
        var changed = new ArrayList<Integer>();
        for (int i = 0; i < Math.min(signed.size(), printed.size()); i++) {
            boolean neighboursStand = signed.size() == printed.size() || i + 1 < signed.size() && i + 1 < printed.size()
                    && signed.get(i + 1).equals(printed.get(i + 1));
            if (missing.contains(signed.get(i)) && added.contains(printed.get(i)) && neighboursStand) {
                changed.add(i);
            }
        }
        return changed;
    }

    static void links(List<String> signed, List<String> printed, List<String> wrong) {
        int before = wrong.size();
        for (int i = 0; i < Math.max(signed.size(), printed.size()); i++) {
            if (i >= signed.size()) {
                wrong.add("A link was added: " + printed.get(i) + ".");
            } else if (i >= printed.size()) {
                wrong.add("A link is missing: " + signed.get(i) + ".");
            } else if (!signed.get(i).equals(printed.get(i))) {
                wrong.add("Link " + (i + 1) + " leads to " + printed.get(i) + " instead of " + signed.get(i) + ".");
            }
        }
        if (wrong.size() == before) {
            wrong.add("The links are not those that were signed.");
        }
    }

    /// `body block 2`, or the part's name alone when it is single.
    private static String name(String part, int index, int count) {
        return count == 1 ? part : part + " block " + (index + 1);
    }
}
