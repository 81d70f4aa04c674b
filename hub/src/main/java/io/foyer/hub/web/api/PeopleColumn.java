package io.foyer.hub.web.api;

import io.foyer.hub.domain.TextMargins;
import io.foyer.hub.domain.definition.Code;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file of people. A row has a member and optionally one membership and one credential of the member. A
 * member with more of these has more rows. A blank cell counts as missing.
 */
enum PeopleColumn {
    MEMBER,
    NAME,
    COMPANY,
    /** The rules, separated by semicolons. */
    EXEMPT,
    /** The id of the membership; blank for MEMBER.PLAN. */
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
    /** An import reads this column, an export never writes it. */
    PIN;

    static final String SEPARATOR = ";";

    /** The title in the first line of a file. */
    String title() {
        return Code.of(this);
    }

    /** True where the cells are texts of people, which may have blanks on purpose. */
    boolean isText() {
        return this == NAME || this == COMPANY || this == TEAM;
    }

    /** True where the cells are days. A credential may also end at an instant. */
    boolean isDay() {
        return this == FROM || this == UNTIL || this == CREDENTIAL_UNTIL;
    }

    /** True where people or readers chose the cells' text, so that a spreadsheet must not rewrite it. */
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
