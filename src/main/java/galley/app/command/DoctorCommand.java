package galley.app.command;

import galley.app.Doctor;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `galley doctor`: is everything in the newsroom as it was written?
@Command(name = "doctor", description = "Check store, audit chain, digests, signatures, keys, disk and feeds.")
final class DoctorCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Override
    public Integer call() {
        try (var room = galley.open()) {
            var findings = new Doctor(room).examine();
            boolean sound = findings.stream().allMatch(Doctor.Finding::sound);
            if (galley.json) {
                galley.terminal.json(Map.of("sound", sound, "findings", findings));
            } else {
                findings.forEach(f -> galley.terminal.out.println((switch (f.state()) {
                    case "ok" -> "ok      ";
                    case "look" -> "LOOK    ";
                    default -> "BROKEN  ";
                }) + f.about() + ": " + f.words()));
            }
            return sound ? Exit.DONE : Exit.REFUSED;
        }
    }
}
