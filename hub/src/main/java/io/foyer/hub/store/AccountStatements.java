package io.foyer.hub.store;

/**
 * The statements for accounts and sessions. A statement that changes an account or a screen also writes the line of the
 * trail.
 */
final class AccountStatements {
    static final String GET = "SELECT name, password_hash, role, sites FROM account WHERE name = $1";
    static final String LIST = """
            SELECT name, password_hash, role, sites FROM account
            WHERE name > $1 AND ($2::text IS NULL OR cardinality(sites) = 0 OR $2 = ANY (sites)) ORDER BY name LIMIT $3""";

    /** Sets an order between a login and a change: the change ends the new session, or the login finds the change. */
    static final String LOCK = "SELECT FROM account WHERE name = $1 FOR UPDATE";

    /** All parts of the statement see the account as it was before the change. */
    static final String PUT = """
            WITH before AS (SELECT * FROM account WHERE name = $1),
            ended AS (
              DELETE FROM session WHERE user_name = $1 AND EXISTS (
                SELECT FROM before
                WHERE (password_hash, role, sites) IS DISTINCT FROM ($2::text, $3::text, $4::text[]))),
            noted AS (
              INSERT INTO audit (site, at, actor, action, subject, detail)
              SELECT key, $5::timestamptz, $6::text, 'put-account', $1::text || ' ' || $3::text, '' FROM site
              WHERE retired_at IS NULL AND (cardinality($4::text[]) = 0 OR id = ANY ($4) OR EXISTS (
                SELECT FROM before WHERE cardinality(sites) = 0 OR site.id = ANY (sites))))
            INSERT INTO account (name, password_hash, role, sites) VALUES ($1, $2, $3, $4)
            ON CONFLICT (name) DO UPDATE SET
              password_hash = excluded.password_hash, role = excluded.role, sites = excluded.sites""";

    static final String REMOVE = """
            WITH gone AS (DELETE FROM account WHERE name = $1 RETURNING sites),
            ended AS (DELETE FROM session WHERE user_name = $1),
            noted AS (
              INSERT INTO audit (site, at, actor, action, subject, detail)
              SELECT key, $2::timestamptz, $3::text, 'remove-account', $1::text, '' FROM site, gone
              WHERE retired_at IS NULL AND (cardinality(gone.sites) = 0 OR id = ANY (gone.sites)))
            SELECT true FROM gone""";

    static final String LOG_IN = """
            INSERT INTO session (token_hash, user_name, role, sites, until)
            SELECT $1::bytea, name, role, sites, $2::timestamptz FROM account
            WHERE name = $3 AND (password_hash, role, sites) = ($4::text, $5::text, $6::text[]) FOR SHARE
            RETURNING user_name""";
    static final String OPEN =
            "INSERT INTO session (token_hash, user_name, role, sites, until) VALUES ($1, $2, $3, $4, $5)";
    static final String SESSIONS = """
            WITH used AS (
              UPDATE session SET last_used = $2 WHERE token_hash = ANY ($1) AND created IS NOT NULL
                AND (last_used IS NULL OR last_used <= $3::timestamptz))
            SELECT s.user_name, s.role, s.sites, s.until
            FROM unnest($1::bytea[]) WITH ORDINALITY asked(hash, place)
            LEFT JOIN session s ON s.token_hash = asked.hash AND (s.until IS NULL OR s.until > $2)
            ORDER BY asked.place""";
    static final String OPEN_SCREEN = """
            WITH noted AS (
              INSERT INTO audit (site, at, actor, action, subject, detail)
              SELECT key, $4::timestamptz, $5::text, 'open-screen', $2::text, coalesce($6::text, '') FROM site WHERE id = $3)
            INSERT INTO session (token_hash, user_name, role, sites, created, name)
            VALUES ($1, $2, 'wall', ARRAY[$3::text], $4, $6)""";
    static final String SCREENS = """
            SELECT user_name, name, created, last_used FROM session WHERE created IS NOT NULL AND sites = ARRAY[$1::text]
              AND user_name > $2 COLLATE "C" ORDER BY user_name COLLATE "C" LIMIT $3""";
    static final String CLOSE_SCREEN = """
            WITH gone AS (
              DELETE FROM session WHERE user_name = $1 AND created IS NOT NULL AND sites = ARRAY[$2::text]
              RETURNING user_name),
            noted AS (
              INSERT INTO audit (site, at, actor, action, subject, detail)
              SELECT key, $3::timestamptz, $4::text, 'close-screen', $1::text, '' FROM site WHERE id = $2 AND EXISTS (SELECT FROM gone))
            SELECT true FROM gone""";
    static final String CLOSE = "DELETE FROM session WHERE token_hash = $1";

    private AccountStatements() {}
}
