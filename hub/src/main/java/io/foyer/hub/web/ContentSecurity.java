package io.foyer.hub.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what a page may load and run: the files of its own host, and the page's own import map, known by its hash. */
final class ContentSecurity {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private ContentSecurity() {}

    static String policyOf(String page) {
        StringBuilder scripts = new StringBuilder("script-src 'self'");
        Matcher maps = IMPORT_MAP.matcher(page);
        while (maps.find()) {
            byte[] hash = PageResource.sha256(maps.group(1).getBytes(StandardCharsets.UTF_8));
            scripts.append(" 'sha256-")
                    .append(Base64.getEncoder().encodeToString(hash))
                    .append('\'');
        }
        return "default-src 'self'; " + scripts
                + "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'"
                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}
