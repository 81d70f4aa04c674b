package io.foyer.hub.store;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.groupingBy;

import io.foyer.hub.domain.access.Credential;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the credentials of older tables into the form in which they are found today. Where several turn out to be one,
 * one is left, which opens no more than each of them did: blocked where one was, until the first of their ends, and
 * blocked too where they are different members', since nobody can tell from here who has the card. The trail has a row
 * for each that went, and for each PIN: it is sealed for the form that its card had, and must be set anew.
 */
final class CanonicalForms {
    private static final Comparator<Credential.Key> ORDER =
            comparing(Credential.Key::type).thenComparing(Credential.Key::value);

    private final CredentialRows rows;
    private final UnaryOperator<Credential.Key> form;

    private CanonicalForms(CredentialRows rows, UnaryOperator<Credential.Key> form) {
        this.rows = rows;
        this.form = form;
    }

    /** For tables in which everything stands as it was typed. */
    static void ofTyped(Connection connection) throws SQLException {
        bring(connection, CanonicalForms::typed);
    }

    /** For tables in which some stand as they were typed, and others in their form already. */
    static void ofMixed(Connection connection) throws SQLException {
        bring(connection, key -> key.isCanonical() ? key : typed(key));
    }

    private static Credential.Key typed(Credential.Key key) {
        return Credential.Key.of(key.type(), key.value());
    }

    private static void bring(Connection connection, UnaryOperator<Credential.Key> form) throws SQLException {
        for (CredentialRows rows : CredentialRows.ofEachSite(connection)) {
            new CanonicalForms(rows, form).bring();
        }
    }

    private void bring() throws SQLException {
        Map<Credential.Key, List<Credential>> byForm = rows.all().stream()
                .collect(groupingBy(
                        credential -> form.apply(credential.key()), () -> new TreeMap<>(ORDER), Collectors.toList()));
        List<Credential> before = new ArrayList<>();
        List<Credential> after = new ArrayList<>();
        for (Map.Entry<Credential.Key, List<Credential>> each : byForm.entrySet()) {
            List<Credential> twins =
                    each.getValue().stream().sorted(shutFirst(each.getKey())).toList();
            Credential one = one(each.getKey(), twins);
            if (!twins.equals(List.of(one))) {
                before.addAll(twins);
                after.add(one);
                audit(one, twins);
            }
        }
        rows.replace(before, after);
    }

    /** The first one's member and PIN are kept. */
    private static Comparator<Credential> shutFirst(Credential.Key key) {
        return comparing((Credential credential) -> !credential.blocked())
                .thenComparing(Credential::until, nullsLast(naturalOrder()))
                .thenComparing(credential -> !credential.key().equals(key))
                .thenComparing(credential -> credential.key().value());
    }

    private static Credential one(Credential.Key key, List<Credential> twins) {
        Credential first = twins.get(0);
        return new Credential(
                key,
                first.member(),
                first.blocked() || isContested(twins),
                firstEnd(twins.stream()),
                first.key().equals(key) ? first.pin() : null);
    }

    private static boolean isContested(List<Credential> twins) {
        return twins.stream().map(Credential::member).distinct().count() > 1;
    }

    /** Null where none of them ends. */
    static @Nullable Instant firstEnd(Stream<Credential> credentials) {
        return credentials
                .map(Credential::until)
                .filter(Objects::nonNull)
                .min(naturalOrder())
                .orElse(null);
    }

    private void audit(Credential one, List<Credential> twins) throws SQLException {
        Credential first = twins.get(0);
        for (Credential gone : twins.subList(1, twins.size())) {
            rows.audit(
                    "merge-credential",
                    one.key(),
                    gone.key().ending() + " of " + gone.member() + " is the same as "
                            + first.key().ending() + " of " + first.member() + ", which is kept"
                            + how(one, isContested(twins) && !first.blocked()));
        }
        if (one.pin() == null && twins.stream().anyMatch(twin -> twin.pin() != null)) {
            rows.audit("forget-pin", one.key(), "it was sealed for another way of writing the card: set it anew");
        }
    }

    private static String how(Credential one, boolean nowBlocked) {
        if (nowBlocked) {
            return ", blocked: unblock it once it is known whose it is";
        }
        return (one.blocked() ? ", blocked as it was" : "") + (one.until() == null ? "" : ", until " + one.until());
    }
}
