package org.jiaogongti.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;

/** What a browser is told about the session's cookie. */
final class CookieTest {

    private static List<String> attributes(boolean https, String bundle, String address) {
        CookieSerializer cookies = new SecurityConfiguration().cookieSerializer(https, bundle, address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookies.writeCookieValue(
                new CookieSerializer.CookieValue(new MockHttpServletRequest(), response, "a-session"));
        return List.of(Objects.requireNonNull(response.getHeader("Set-Cookie")).split("; "));
    }

    /** The name alone makes a browser insist: this host only, https only, the whole site. */
    @Test
    void overHttpsTheCookieIsBoundToThisHost() {
        for (List<String> told : List.of(attributes(true, "", ""), attributes(false, "lan", ""),
                attributes(false, "", "https://jgt.example.org"))) {
            assertThat(told.getFirst()).startsWith("__Host-jgt=");
            assertThat(told).contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                    .noneMatch(each -> each.toLowerCase(Locale.ROOT).startsWith("domain"))
                    .noneMatch(each -> each.startsWith("Max-Age") || each.startsWith("Expires"));
        }
    }

    @Test
    void overPlainHttpItIsStillOutOfScriptsReach() {
        List<String> told = attributes(false, "", "http://localhost:8080");
        assertThat(told.getFirst()).startsWith("jgt=");
        assertThat(told).contains("Path=/", "HttpOnly", "SameSite=Lax").doesNotContain("Secure");
    }
}
