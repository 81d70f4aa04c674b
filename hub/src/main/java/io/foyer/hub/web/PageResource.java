package io.foyer.hub.web;

import io.foyer.hub.web.api.ReplyWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * A file for browsers, plain and, where packing is worth it, packed.
 *
 * @param packed empty where packing saves nothing
 */
record PageResource(String type, Buffer plain, Optional<Buffer> packed, String etag) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "map", "application/json",
            "woff2", "font/woff2",
            "png", "image/png",
            "txt", "text/plain; charset=utf-8");
    private static final int WORTH_PACKING = 1_024;
    private static final Pattern GZIP = Pattern.compile("(?i)\\bgzip\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))");

    /** The media type for the name of a file; empty where the hub serves no such files. */
    static Optional<String> typeOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.ofNullable(TYPES.get(name.substring(dot + 1)));
    }

    static PageResource of(String type, byte[] bytes) {
        boolean packs = bytes.length > WORTH_PACKING && !type.startsWith("font/") && !type.equals("image/png");
        return new PageResource(
                type,
                Buffer.buffer(bytes),
                packs ? Optional.of(Buffer.buffer(pack(bytes))) : Optional.empty(),
                '"' + HexFormat.of().formatHex(sha256(bytes), 0, 16) + '"');
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] pack(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Answers with the file, or with 304 where the browser has the file already. */
    void send(RoutingContext context, String cacheControl) {
        HttpServerRequest request = context.request();
        var response = request.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", cacheControl)
                .putHeader("ETag", etag)
                .putHeader("Vary", "Accept-Encoding");
        if (isKept(request.headers().getAll("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        boolean takesPacked = request.headers().getAll("Accept-Encoding").stream()
                .anyMatch(text -> GZIP.matcher(text).find());
        if (packed.isPresent() && takesPacked) {
            response.putHeader("Content-Encoding", "gzip");
            ReplyWriter.end(request, packed.get());
        } else {
            ReplyWriter.end(request, plain);
        }
    }

    /** True where the browser has the file. A packing proxy makes the tag weak; a weak tag counts too. */
    private boolean isKept(List<String> tags) {
        return tags.stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag));
    }
}
