package io.foyer.simulators.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** CPU time of processes, from Linux's {@code /proc/PID/stat}, to a hundredth of a second. */
final class CpuTime {
    private static final double TICKS_A_SECOND = 100;
    static final int OWN = 11;
    static final int ENDED_CHILDREN = 13;

    private CpuTime() {}

    /** Seconds that a process has used, user and system; 0 where it is gone or the system tells none. */
    static double of(long pid) {
        return stat(pid).map(text -> seconds(text, OWN)).orElse(0.0);
    }

    /** The same of a process and all that it has started, the ended ones included. */
    static double ofTree(long pid) {
        double own = stat(pid)
                .map(text -> seconds(text, OWN) + seconds(text, ENDED_CHILDREN))
                .orElse(0.0);
        return own
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToDouble(child -> ofTree(child.pid()))
                        .sum();
    }

    private static Optional<String> stat(long pid) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The sum of two neighbouring fields; the name of the program, in parentheses, may itself hold blanks. */
    static double seconds(String stat, int field) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) / TICKS_A_SECOND;
    }
}
