package org.jiaogongti.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/**
 * Follows every link from every sample role's home, one page of each shape, and holds each against what every page must
 * withstand: axe without serious findings in light, dark and 老年版, 320 px (which is 400 % zoom), print, no script, and
 * no complaint of the browser (CSP, script errors, other hosts). A shape is held in full once, by the first role that
 * comes to it. Pictures lie in {@code target/screenshots/sweep}.
 */
@PlatformTest
final class PageSweepIT {

    private static final int PAGES_PER_ROLE = 60;
    private static final String AGAINST_THE_POLICY = "[style], style, script:not([src]):not([type=application/json]),"
            + " [^on], [src^=http], link[href^=http]";

    private final List<String> findings = new ArrayList<>();
    private final Set<String> heldInFull = new HashSet<>();
    private final Map<String, Set<String>> shapesByRole = new LinkedHashMap<>();

    @Test
    void everyPageWithstandsEveryView(Visitor visitor) {
        try (Chromium chromium = new Chromium()) {
            List<String> accounts = holdSignInPage(chromium, visitor.base());
            for (String account : accounts) {
                crawl(chromium, visitor.base(), account);
            }
        }
        assertThat(shapesByRole).as("sample roles").hasSizeGreaterThanOrEqualTo(12);
        assertThat(heldInFull).as("page shapes").hasSizeGreaterThanOrEqualTo(30);
        assertThat(findings).as(String.join("\n", findings)).isEmpty();
    }

    /** One person's three browsers: as everybody has it, in 老年版, and without script. */
    private record Browsers(BrowserContext usual, BrowserContext large, BrowserContext scriptless, Page page,
            Page largePage, Page scriptlessPage) implements AutoCloseable {

        static Browsers of(Chromium chromium) {
            BrowserContext usual = chromium.profile(Chromium.desktop());
            BrowserContext large = chromium.profile(Chromium.desktop());
            BrowserContext scriptless = chromium.profile(Chromium.desktop().setJavaScriptEnabled(false));
            return new Browsers(usual, large, scriptless, usual.newPage(), large.newPage(), scriptless.newPage());
        }

        /** Whoever signed in with the first is signed in with the others. */
        void share(String base) {
            large.addCookies(usual.cookies());
            large.addCookies(List.of(new Cookie("size", "large").setUrl(base)));
            scriptless.addCookies(usual.cookies());
        }

        @Override
        public void close() {
            usual.close();
            large.close();
            scriptless.close();
        }
    }

    private List<String> holdSignInPage(Chromium chromium, String base) {
        try (Browsers browsers = Browsers.of(chromium)) {
            List<String> complaints = PageCheck.watch(browsers.page(), base);
            browsers.share(base);
            browsers.page().navigate(base + "/sign-in");
            holdInFull(browsers, "sign-in", base + "/sign-in");
            findings.addAll(complaints);
            return browsers.page().locator("button[name=account]").all().stream()
                    .map(button -> button.getAttribute("value")).toList();
        }
    }

    private void crawl(Chromium chromium, String base, String account) {
        try (Browsers browsers = Browsers.of(chromium)) {
            Page page = browsers.page();
            List<String> complaints = PageCheck.watch(page, base);
            page.navigate(base + "/sign-in");
            Locator button = page.locator("button[name=account][value='" + account + "']");
            String role = button.innerText().replaceAll("\\s+", " ");
            button.click();
            browsers.share(base);
            Deque<Route> waiting = new ArrayDeque<>(List.of(Route.of(page.url().substring(base.length()))));
            Set<String> known = new HashSet<>(Set.of(waiting.getFirst().shape()));
            for (int visits = 0; !waiting.isEmpty() && visits < PAGES_PER_ROLE; visits++) {
                for (Route link : visit(browsers, role, waiting.removeFirst(), base)) {
                    if (link.isPage() && known.add(link.shape())) {
                        waiting.add(link);
                    }
                }
            }
            shapesByRole.put(role, known);
            findings.addAll(complaints.stream().map(complaint -> role + " " + complaint).toList());
        }
    }

    /** A shape's first page in the browser, from every side; further roles' pages of the same shape as they are sent. */
    private List<Route> visit(Browsers browsers, String role, Route route, String base) {
        String where = role + " " + route.address();
        if (!heldInFull.add(route.shape())) {
            return visitAgain(browsers, where, base + route.address(), base);
        }
        Page page = browsers.page();
        Response answer = page.navigate(base + route.address());
        if (answer == null || answer.status() != 200) {
            findings.add(where + ": a link that answers " + (answer == null ? "nothing" : answer.status()));
            return List.of();
        }
        new PageCheck(page, findings).hasOneHeading(where);
        holdInFull(browsers, route.fileName(), base + route.address());
        return links(page.content(), base);
    }

    private List<Route> visitAgain(Browsers browsers, String where, String address, String base) {
        APIResponse answer = browsers.usual().request().get(address);
        if (answer.status() != 200) {
            findings.add(where + ": a link that answers " + answer.status());
            return List.of();
        }
        Document html = Jsoup.parse(answer.text(), address);
        if (html.select("h1").size() != 1) {
            findings.add(where + ": %d level-one headings".formatted(html.select("h1").size()));
        }
        if (!html.select(AGAINST_THE_POLICY).isEmpty()) {
            findings.add(where + ": what the policy refuses: " + html.select(AGAINST_THE_POLICY).first());
        }
        return links(answer.text(), base);
    }

    private void holdInFull(Browsers browsers, String name, String address) {
        PageCheck check = new PageCheck(browsers.page(), findings);
        check.isAccessible(name + " light");
        check.picture("sweep/" + name);
        check.isReadableInTheDark(name + " dark");
        check.fitsWithoutSidewaysScrolling(name);
        check.picture("sweep/" + name + "-320");
        check.printsWithoutNavigation(name);
        Page large = browsers.largePage();
        large.navigate(address);
        PageCheck elder = new PageCheck(large, findings);
        if (!elder.isLarge()) {
            findings.add(name + ": 老年版 was chosen and is not shown");
        }
        elder.isAccessible(name + " elder");
        elder.picture("sweep/" + name + "-elder");
        holdWithoutScript(browsers.scriptlessPage(), address, name);
    }

    private void holdWithoutScript(Page page, String address, String name) {
        Response answer = page.navigate(address);
        if (answer == null || answer.status() != 200 || page.locator("h1").count() != 1) {
            findings.add(name + ": shows nothing without script");
        }
        int unsendable = page.locator("form[method=post]:not([action]), form[method=post]:not(:has(button, "
                + "input[type=submit]))").count();
        if (unsendable > 0) {
            findings.add(name + ": a form that cannot be sent without script");
        }
    }

    private static List<Route> links(String html, String base) {
        return Jsoup.parse(html, base + "/").select("a[href]").eachAttr("abs:href").stream()
                .filter(link -> link.startsWith(base + "/"))
                .map(link -> Route.of(link.substring(base.length()).replaceFirst("#.*", ""))).toList();
    }
}
