package org.jiaogongti.platform.api.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** ApiAnswers with their entity tags, so that what has not changed is not sent again; and pages of long lists. */
@Component
final class ApiAnswers {

    static final int MOST = 200;

    private final JsonMapper json = JsonMapper.builder().build();

    /** One page of a list. */
    record Listing<T>(List<T> items, @Nullable String next) {}

    /** The tag is the content's own digest. */
    ResponseEntity<byte[]> of(Object body, ServletWebRequest request) {
        byte[] bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        return tagged(bytes, "\"" + digest(bytes) + "\"", request);
    }

    /** The tag is the version, which a change has to name. */
    ResponseEntity<byte[]> of(Object body, int version, ServletWebRequest request) {
        return tagged(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8), "\"" + version + "\"", request);
    }

    private static ResponseEntity<byte[]> tagged(byte[] bytes, String tag, ServletWebRequest request) {
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).build();
        }
        return ResponseEntity.ok().eTag(tag).header("Cache-Control", "private, no-cache")
                .contentType(MediaType.APPLICATION_JSON).body(bytes);
    }

    byte[] bytes(Map<String, ?> body) {
        return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    /** The part of an ordered list behind a cursor, which is the last key that was given. */
    static <T> Listing<T> page(List<T> all, Function<T, String> key, @Nullable String cursor, int limit) {
        int from = 0;
        if (cursor != null) {
            String last = key(cursor);
            int at = all.stream().map(key).toList().indexOf(last);
            if (at < 0) {
                throw ApiException.of(400, "query", "cursor");
            }
            from = at + 1;
        }
        int to = Math.min(all.size(), from + limit(limit));
        List<T> items = all.subList(from, to);
        return new Listing<>(items, to < all.size() ? cursor(key.apply(items.getLast())) : null);
    }

    static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw ApiException.of(400, "query", "limit");
        }
        return asked;
    }

    static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    static String key(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException none) {
            throw ApiException.of(400, "query", "cursor");
        }
    }
}
