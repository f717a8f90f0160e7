package org.jiaogongti.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What every page carries: headers, static files, display preferences, error pages. */
@EmptyPlatformTest
class PageFrameTest {

    private static Page anyPage(Visitor visitor) {
        return visitor.open("/sign-in");
    }

    @Test
    void nothingInlineAndNothingFromElsewhereMayRun(Visitor visitor) {
        Page page = anyPage(visitor);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'",
                "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'").doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.html().select("[style],style,script:not([src])")).isEmpty();
        assertThat(page.html().select("[src^=http],link[href^=http]")).isEmpty();
    }

    @Test
    void staticFilesAreThereUnderVersionedAddressesForAYear(Visitor visitor) {
        for (Element file : anyPage(visitor).html().select("link[rel=stylesheet],link[rel=icon],script[src]")) {
            String path = file.hasAttr("href") ? file.attr("href") : file.attr("src");
            assertThat(path).matches(".*-[0-9a-f]{32}\\.(css|js|svg)");
            Page answer = visitor.get(path, "Accept-Encoding", "gzip");
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).contains("max-age=31536000").doesNotContain("no-store");
            assertThat(answer.header("Set-Cookie")).isEmpty();
            if (answer.bytes().length > 2000) {
                assertThat(answer.header("Content-Encoding")).as(path).isEqualTo("gzip");
            }
        }
    }

    @Test
    void aPreferenceIsKeptAndTakenBackWithoutScript(Visitor visitor) {
        Page page = anyPage(visitor);
        Page large = visitor.open(choose(visitor, page, "size:large").location());
        assertThat(large.html().body().hasClass("elder")).isTrue();
        Page normal = visitor.open(choose(visitor, large, "size:normal").location());
        assertThat(normal.html().body().hasClass("elder")).isFalse();
        Page english = visitor.open(choose(visitor, normal, "language:en").location());
        assertThat(english.html().select("html").attr("lang")).isEqualTo("en");
        assertThat(choose(visitor, english, "theme:<script>").headers().allValues("Set-Cookie")
                .stream().filter(cookie -> cookie.startsWith("theme"))).isEmpty();
    }

    private static Page choose(Visitor visitor, Page page, String choice) {
        String token = page.html().select("input[name=_csrf]").val();
        return visitor.post("/preferences", Map.of("_csrf", token, "choice", choice, "back", "/sign-in"));
    }

    @Test
    void anErrorPageSaysWhatToDoAndNothingOfTheInside(Visitor visitor) {
        anyPage(visitor);
        Page page = visitor.get("/link/not-a-link");
        assertThat(page.status()).isIn(302, 303, 404);
        Page refused = visitor.post("/preferences", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.html().select("h1").text()).isNotBlank();
        assertThat(refused.text()).doesNotContain("Exception", "at org.", "SQLState", "Whitelabel");
    }
}
