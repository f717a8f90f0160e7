package org.jiaogongti.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.platform.shell.LocalAddress;
import org.jiaogongti.platform.shell.Visitors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Language, dark, large type: one button each, always reversible, without script. */
@Controller
final class PreferenceController {

    private static final String NORMAL = "normal";
    private static final Map<String, Set<String>> CHOICES = Map.of(PreferenceCookies.LANGUAGE, Set.of("zh", "en"),
            PreferenceCookies.THEME, Set.of("light", "dark"), PreferenceCookies.SIZE,
            Set.of(NORMAL, "large", "larger"), PreferenceCookies.KEYS, Set.of("on", "off"));

    private final ObjectProvider<Visitors> visitors;

    PreferenceController(ObjectProvider<Visitors> visitors) {
        this.visitors = visitors;
    }

    /**
     * The public pages have an address of their own, for which no form token is asked: a token would need a session, a session a
     * cookie, and somebody who only reads needs neither. All that a strange site could do is change how big the type is.
     */
    @PostMapping({"/preferences", "/public/look"})
    String choose(@RequestParam("choice") String choice, @RequestParam("back") String back, HttpServletRequest request,
            HttpServletResponse response) {
        int split = choice.indexOf(':');
        String name = split < 0 ? "" : choice.substring(0, split);
        String value = choice.substring(split + 1);
        boolean known = CHOICES.getOrDefault(name, Set.of()).contains(value);
        if (known && !keptWithAccount(request, name, value)) {
            response.addHeader(HttpHeaders.SET_COOKIE,
                    PreferenceCookies.cookie(name, value, request.isSecure()).toString());
        }
        return "redirect:" + LocalAddress.orHome(back);
    }

    /**
     * Large type goes along with whoever is signed in, and not with a browser that several people use; ordinary type is left
     * to the browser, which is told so.
     */
    private boolean keptWithAccount(HttpServletRequest request, String name, String value) {
        if (!name.equals(PreferenceCookies.SIZE) || request.getRequestURI().startsWith(PreferenceCookies.PUBLIC)) {
            return false;
        }
        boolean large = !value.equals(NORMAL);
        Visitors known = visitors.getIfAvailable();
        return known != null && known.keepSize(request, large ? value : null) && large;
    }
}
