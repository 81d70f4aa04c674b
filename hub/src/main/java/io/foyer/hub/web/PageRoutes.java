package io.foyer.hub.web;

import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.web.api.ReplyWriter;
import io.foyer.hub.web.api.SiteFiles;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.login.PublicAddress;
import io.foyer.hub.web.wire.Problem;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Serves the pages and their files. A page needs a session; without one, the hub leads the browser to the login.
 * Scripts, styles and fonts tell nothing about anybody and need no session. Plans of floors need one.
 */
final class PageRoutes {
    private static final String STATEMENTS = "statements.html";
    private static final Set<Role> MANAGERS = Set.of(Role.ENERGY, Role.ADMIN);
    private static final String FRESH = "no-cache";
    private static final Pattern FILE = Pattern.compile("\"(/_?static/)");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Vertx vertx;
    private final PageResources resources;
    private final PageEntry entry;
    private final SiteDirectory directory;
    private final SiteFiles files;
    private final String root;

    PageRoutes(
            Vertx vertx,
            PageResources resources,
            PageSessions sessions,
            SiteDirectory directory,
            SiteFiles files,
            PublicAddress address) {
        this.vertx = vertx;
        this.resources = resources;
        this.entry = new PageEntry(sessions, address);
        this.directory = directory;
        this.files = files;
        this.root = address.path();
    }

    void mount(Router router) {
        WebServer.get(router, "/login").handler(context -> page(context, "login.html"));
        WebServer.get(router, "/")
                .handler(context -> entry.enter(context, null, session -> page(context, "index.html")));
        WebServer.get(router, "/wall/:site")
                .handler(context -> entry.enter(
                        context,
                        context.request().getParam("screen"),
                        session -> sitePage(context, session, true, "wall.html")));
        console(router, "/energy/:site", "energy.html", Set.of(Role.ENERGY, Role.DESK, Role.ADMIN));
        console(router, "/energy/:site/statements", STATEMENTS, MANAGERS);
        console(router, "/desk/:site", "desk.html", Set.of(Role.DESK, Role.ADMIN));
        statements(router, "/api/v1/sites/:site/energy/statements");
        statements(router, "/api/v1/sites/:site/energy/statements/:tenant");
        WebServer.get(router, "/plans/:site/:file").handler(this::plan);
        WebServer.get(router, "/static/*").handler(context -> file(context, "/static/", "dashboards/static/", FRESH));
        WebServer.get(router, "/_static/*")
                .handler(context -> file(context, "/_static/", "META-INF/resources/_static/", FOR_EVER));
    }

    private void console(Router router, String path, String name, Set<Role> roles) {
        WebServer.get(router, path)
                .handler(context -> entry.enter(
                        context, null, session -> sitePage(context, session, roles.contains(session.role()), name)));
    }

    /** Who opens a statement's address in a browser sees the page. Programs get what they ask for. */
    private void statements(Router router, String path) {
        WebServer.get(router, path).handler(context -> {
            String accept = context.request().getHeader("Accept");
            if (accept == null
                    || !accept.startsWith("text/html")
                    || context.request().getParam("format") != null) {
                context.next();
                return;
            }
            entry.find(context, null, session -> {
                if (session.isPresent()) {
                    sitePage(
                            context,
                            session.get(),
                            MANAGERS.contains(session.get().role()),
                            STATEMENTS);
                } else {
                    context.next();
                }
            });
        });
    }

    private void sitePage(RoutingContext context, LoginSession session, boolean allowed, String name) {
        String site = context.pathParam("site");
        if (!allowed || !PageEntry.maySee(session, site)) {
            ReplyWriter.problem(
                    context, Problem.of(403, "The role or the sites of your account do not allow this page."));
        } else if (directory.definition(site).isEmpty()) {
            ReplyWriter.problem(context, Problem.of(404, "There is no such site."));
        } else {
            page(context, name);
        }
    }

    private void page(RoutingContext context, String name) {
        resources.find("dashboards/", name).onFailure(context::fail).onSuccess(found -> {
            if (found.isEmpty()) {
                context.fail(404);
                return;
            }
            String html = found.get().plain().toString(StandardCharsets.UTF_8);
            String rooted = root.isEmpty() ? html : FILE.matcher(html).replaceAll('"' + root + "$1");
            context.response().putHeader("Content-Security-Policy", ContentSecurity.policyOf(rooted));
            PageResource page = root.isEmpty()
                    ? found.get()
                    : PageResource.of(found.get().type(), rooted.getBytes(StandardCharsets.UTF_8));
            page.send(context, FRESH);
        });
    }

    private void file(RoutingContext context, String prefix, String folder, String cacheControl) {
        String path = context.normalizedPath();
        String name = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
        resources.find(folder, name).onFailure(context::fail).onSuccess(found -> {
            if (found.isEmpty()) {
                context.fail(404);
            } else {
                found.get().send(context, cacheControl);
            }
        });
    }

    private void plan(RoutingContext context) {
        entry.find(context, null, session -> {
            String site = context.pathParam("site");
            String file = context.pathParam("file");
            if (session.isEmpty()) {
                ReplyWriter.problem(context, Problem.of(401, "Log in first: there is no session, or it has ended."));
                return;
            }
            if (!PageEntry.maySee(session.get(), site)) {
                ReplyWriter.problem(context, Problem.of(403, "Your account does not have this site."));
                return;
            }
            Optional<Path> path = file.endsWith(".svg")
                    ? files.plan(site, file.substring(0, file.length() - ".svg".length()))
                    : Optional.empty();
            if (path.isEmpty()) {
                ReplyWriter.problem(context, Problem.of(404, "There is no such plan."));
                return;
            }
            vertx.executeBlocking(() -> PageResource.of("image/svg+xml", Files.readAllBytes(path.get())), false)
                    .onFailure(context::fail)
                    .onSuccess(svg -> {
                        context.response().putHeader("Content-Security-Policy", "default-src 'none'; sandbox");
                        svg.send(context, FRESH);
                    });
        });
    }
}
