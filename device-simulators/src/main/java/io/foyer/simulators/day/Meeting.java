package io.foyer.simulators.day;

import java.util.List;

/** So many people in one room; seconds of the day. */
public record Meeting(String id, String zone, int from, int until, List<Member> members) {
    public Meeting {
        members = List.copyOf(members);
    }
}
