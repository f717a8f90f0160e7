package org.jiaogongti.platform.shell.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.Preferences;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Display preferences as three cookies of one browser. */
final class PreferenceCookies {

    static final String LANGUAGE = "language";
    static final String THEME = "theme";
    static final String SIZE = "size";
    static final String KEYS = "keys";
    static final String PUBLIC = "/public";

    private PreferenceCookies() {}

    static Preferences read(HttpServletRequest request) {
        Language language = "en".equals(value(request, LANGUAGE)) ? Language.EN : Language.ZH;
        String size = size(request);
        boolean larger = "larger".equals(size);
        return new Preferences(language, "dark".equals(value(request, THEME)), larger || "large".equals(size), larger,
                !"off".equals(value(request, KEYS)));
    }

    /** What the public reads is kept by caches for everybody alike, so there no account has a say. */
    private static String size(HttpServletRequest request) {
        return request.getAttribute(Preferences.SIZE_OF_ACCOUNT) instanceof String chosen
                && !request.getRequestURI().startsWith(PUBLIC)
                        ? chosen
                        : value(request, SIZE);
    }

    static ResponseCookie cookie(String name, String value, boolean secure) {
        return ResponseCookie.from(name, value).path("/").maxAge(Duration.ofDays(365)).httpOnly(true).secure(secure)
                .sameSite("Lax").build();
    }

    private static String value(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? "" : cookie.getValue();
    }
}
