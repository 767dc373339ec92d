package galley.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Runs contenders in turn, A B A B, and tells their medians and what the others take against the first, which is the floor.
///
/// Counted is the processor time of the calling thread, so that a machine that others use as well tells the same. Whoever works with
/// several threads asks for [#byTheClock()].
final class Rounds {

    /// What is measured. What it answers is compared with the other contenders' answers.
    interface Job {
        Object run() throws Exception;
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private boolean clock;
    private final Map<String, Job> contenders = new LinkedHashMap<>();
    private final LinkedHashMap<String, List<Double>> millis = new LinkedHashMap<>();

    Rounds contender(String name, Job job) {
        contenders.put(name, job);
        millis.put(name, new ArrayList<>());
        return this;
    }

    Rounds byTheClock() {
        clock = true;
        return this;
    }

    private long now() {
        return clock ? System.nanoTime() : THREADS.getCurrentThreadCpuTime();
    }

    /// @param warmUps rounds that do not count
    Rounds run(int rounds, int warmUps) throws Exception {
        for (int round = -warmUps; round < rounds; round++) {
            for (var contender : contenders.entrySet()) {
                long start = now();
                contender.getValue().run();
                double took = (now() - start) / 1e6;
                if (round >= 0) {
                    millis.get(contender.getKey()).add(took);
                }
            }
        }
        return this;
    }

    Set<String> names() {
        return millis.keySet();
    }

    double median(String name) {
        return median(millis.get(name));
    }

    /// One line for each contender: median, least, most, and the ratio to the floor.
    void print(String job) {
        double floor = median(millis.firstEntry().getValue());
        System.out.println(job);
        millis.forEach((name, times) -> System.out.printf(Locale.ROOT, "  %-24s median %9.3f ms   least %9.3f   most %9.3f   %5.2fx%n", name, median(times),
                Collections.min(times), Collections.max(times), median(times) / floor));
    }

    static double median(List<Double> times) {
        var sorted = times.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
