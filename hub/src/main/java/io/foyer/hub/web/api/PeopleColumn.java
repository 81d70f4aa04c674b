package io.foyer.hub.web.api;

import io.foyer.hub.domain.TextMargins;
import io.foyer.hub.domain.definition.Code;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file of people. A row has a member and, at will, one membership and one credential of theirs; who has
 * more has more rows. What is blank is not there.
 */
enum PeopleColumn {
    MEMBER,
    NAME,
    COMPANY,
    /** With a semicolon between two. */
    EXEMPT,
    /** Blank for MEMBER.PLAN. */
    MEMBERSHIP,
    PLAN,
    FROM,
    UNTIL,
    MEMBERSHIP_STATUS,
    ZONE,
    TEAM,
    STARTS_ON_FIRST_USE,
    CREDENTIAL_TYPE,
    CREDENTIAL,
    CREDENTIAL_STATUS,
    CREDENTIAL_UNTIL,
    /** Read, never written. */
    PIN;

    static final String SEPARATOR = ";";

    /** As the first line of a file calls it. */
    String title() {
        return Code.of(this);
    }

    /** Whether its cells are texts of people, where a blank may be meant. */
    boolean isText() {
        return this == NAME || this == COMPANY || this == TEAM;
    }

    /** Whether its cells are a day; a credential may end at an instant as well. */
    boolean isDay() {
        return this == FROM || this == UNTIL || this == CREDENTIAL_UNTIL;
    }

    /** Whether its cells are what people or readers have chosen, so that a spreadsheet must not write them otherwise. */
    boolean isOwn() {
        return isText()
                || this == MEMBER
                || this == EXEMPT
                || this == MEMBERSHIP
                || this == PLAN
                || this == ZONE
                || this == CREDENTIAL;
    }

    static @Nullable PeopleColumn of(String title) {
        String plain = TextMargins.off(title).replaceAll("[\\s_]+", "-");
        return Stream.of(values())
                .filter(column -> column.title().equalsIgnoreCase(plain))
                .findFirst()
                .orElse(null);
    }
}
