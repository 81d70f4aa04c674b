package io.foyer.simulators.bench;

/** CPU seconds that a server, its PostgreSQL and this client have used. */
record Cpu(double server, double database, double client) {
    static final Cpu NONE = new Cpu(0, 0, 0);

    static Cpu now(ServerProcess server) {
        return new Cpu(
                server.cpu(),
                server.databaseCpu(),
                CpuTime.of(ProcessHandle.current().pid()));
    }

    Cpu plus(Cpu other) {
        return new Cpu(server + other.server, database + other.database, client + other.client);
    }

    Cpu minus(Cpu other) {
        return new Cpu(server - other.server, database - other.database, client - other.client);
    }

    Cpu per100k(long messages) {
        double parts = messages / 100_000.0;
        return new Cpu(server / parts, database / parts, client / parts);
    }
}
