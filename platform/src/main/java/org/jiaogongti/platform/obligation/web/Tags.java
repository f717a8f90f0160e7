package org.jiaogongti.platform.obligation.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jiaogongti.platform.shell.Preferences;

/** Digests of what is shown: for asking whether a page has changed, and as the check code on paper. */
final class Tags {

    private Tags() {}

    /** Everything that makes the page look as it does: its content, and the visitor's session and preferences. */
    static String of(Object view, HttpServletRequest request) {
        StringBuilder all = new StringBuilder(view.toString());
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                all.append('\n').append(cookie.getName()).append('=').append(cookie.getValue());
            }
        }
        all.append('\n').append(request.getAttribute(Preferences.SIZE_OF_ACCOUNT));
        // Weak, since a page with a strong one is never compressed.
        return "W/\"" + digest(all.toString()).substring(0, 32) + "\"";
    }

    /** Eight digits that change with any figure. */
    static String check(Object view) {
        return digest(view.toString()).substring(0, 8);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.\nUse a complete JDK.", e);
        }
    }
}
