package io.foyer.hub.domain.access;

import java.time.Instant;

/** What a genuine QR code says. Its signature has been checked before it comes here. */
public sealed interface Pass {

    /** Of a visit, good for the visit's window. */
    record OfVisit(String visit, Instant issued) implements Pass {}

    /** Of a member, shown on their own screen. {@code until} is the first instant at which it no longer counts. */
    record OfMember(String member, Instant until) implements Pass {}
}
