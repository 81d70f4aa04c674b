package io.foyer.hub.domain.statement;

import java.time.Instant;
import java.time.YearMonth;

/**
 * A statement as it was issued. It is a record: a later one of the same month gets the next version, and this one stays.
 *
 * @param version from 1
 * @param hash of what it says is owed. A statement that would say the same is the same version
 * @param body the statement as the API tells it
 */
public record IssuedStatement(String payer, YearMonth month, int version, Instant issued, String hash, String body) {}
