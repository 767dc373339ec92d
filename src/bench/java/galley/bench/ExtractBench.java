package galley.bench;

import galley.ingest.extract.ArticleScore;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;

/// How well articles are found in pages: `-Dbench=Extract -Dbench.args=../shared/data/articles`. A line a page, then the means.
public final class ExtractBench {

    private ExtractBench() {}

    public static void main(String[] args) {
        var pages = ArticleScore.of(Path.of(args.length == 0 ? "../shared/data/articles" : args[0]));
        pages.forEach(p -> System.out.printf(Locale.ROOT, "%.3f  precision %.3f  recall %.3f  %s%s%n", p.f1(), p.precision(), p.recall(), p.name(),
                p.facts().containsValue(false) ? "  wrong: " + String.join(", ", p.facts().entrySet().stream().filter(f -> !f.getValue()).map(f -> f.getKey()).toList()) : ""));
        System.out.printf(Locale.ROOT, "%npages %d  mean F1 %.4f  precision %.4f  recall %.4f  above 0.8: %.1f %%%n", pages.size(), pages.stream().mapToDouble(p -> p.f1()).average().orElse(0),
                pages.stream().mapToDouble(p -> p.precision()).average().orElse(0), pages.stream().mapToDouble(p -> p.recall()).average().orElse(0),
                100.0 * pages.stream().filter(p -> p.f1() > 0.8).count() / pages.size());
        var half = new double[2];
        var count = new int[2];
        for (var page : pages) {
            int side = Math.floorMod(page.name().hashCode(), 2);
            half[side] += page.f1();
            count[side]++;
        }
        System.out.printf(Locale.ROOT, "one half %.4f, the other %.4f%n", half[0] / count[0], half[1] / count[1]);
        for (var fact : new TreeSet<>(pages.stream().flatMap(p -> p.facts().keySet().stream()).toList())) {
            var asked = pages.stream().filter(p -> p.facts().containsKey(fact)).toList();
            System.out.printf(Locale.ROOT, "%-10s %d of %d%n", fact, asked.stream().filter(p -> p.facts().get(fact)).count(), asked.size());
        }
    }
}
