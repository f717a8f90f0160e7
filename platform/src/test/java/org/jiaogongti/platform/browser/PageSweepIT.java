package org.jiaogongti.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Follows every link that every sample role can come to, one page of each shape, and holds each against what every page must
 * withstand: axe without serious findings in light, dark and 老年版, 320 px (which is 400 % zoom), print, no script, and
 * no complaint of the browser (CSP, script errors, other hosts). A shape is held in full once, by the first role that
 * comes to it. With {@code --deep} no shape is left out. Pictures lie in {@code target/screenshots/sweep}.
 */
@PlatformTest
final class PageSweepIT {

    private static final boolean DEEP = Boolean.getBoolean("jgt.deep");

    /** Pages a role goes to: enough for the shapes that most of its work is done on, or all there are. */
    private static final int MOST_PAGES = DEEP ? Integer.MAX_VALUE : 60;

    /** No role comes to as many: beyond it something varies that {@link Route} does not know. */
    private static final int MOST_SHAPES = 300;
    private static final String AGAINST_THE_POLICY = "[style], style, script:not([src]):not([type=application/json]),"
            + " [^on], [src^=http], link[href^=http]";

    /** How duties and readings are told apart in files; people are given clauses and names. */
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z/-])[QA]\\d{1,2}(?![0-9A-Za-z-])");

    private final List<String> findings = new ArrayList<>();
    private final Set<String> heldInFull = new HashSet<>();
    private final Map<String, Set<String>> shapesByRole = new LinkedHashMap<>();
    private final List<String> watchedHomes = new ArrayList<>();

    @Test
    void everyPageWithstandsEveryView(Visitor visitor) {
        try (Chromium chromium = new Chromium(); Browsers browsers = Browsers.of(chromium, visitor.base())) {
            Map<String, String> roles = holdSignInPage(browsers);
            roles.forEach((account, role) -> crawl(browsers, account, role));
            findings.addAll(browsers.complaints());
            assertThat(watchedHomes).as("homes seen by a whole browser").containsExactlyElementsOf(roles.values());
        }
        assertThat(shapesByRole).as("sample roles").hasSizeGreaterThanOrEqualTo(12);
        assertThat(heldInFull).as("page shapes").hasSizeGreaterThanOrEqualTo(DEEP ? 200 : 130);
        assertThat(findings).as(String.join("\n", findings)).isEmpty();
    }

    /** That nobody complains means something only if complaints are heard. */
    @Test
    void whatTheBrowserComplainsOfIsHeard(Visitor visitor) {
        try (Chromium chromium = new Chromium(); Browsers browsers = Browsers.of(chromium, visitor.base())) {
            Page page = browsers.page();
            page.navigate(visitor.base() + "/sign-in");
            page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'x = 1'}))");
            page.evaluate("setTimeout(() => { throw new Error('broken') })");
            page.evaluate("fetch('https://elsewhere.invalid/').catch(() => 0)");
            assertThat(browsers.complaints()).anyMatch(each -> each.contains("Content Security Policy"))
                    .anyMatch(each -> each.contains("script: ") && each.contains("broken"))
                    .anyMatch(each -> each.contains("elsewhere.invalid"));
        }
    }

    /** Two browsers that go through all roles: as everybody has it, and in 老年版. */
    private record Browsers(String base, BrowserContext usual, BrowserContext large, Page page, Page largePage,
            List<String> complaints) implements AutoCloseable {

        static Browsers of(Chromium chromium, String base) {
            BrowserContext usual = chromium.profile(Chromium.desktop());
            BrowserContext large = chromium.profile(Chromium.desktop());
            Page page = usual.newPage();
            Page largePage = large.newPage();
            List<String> complaints = PageCheck.watch(page, base);
            PageCheck.watch(largePage, base, complaints);
            return new Browsers(base, usual, large, page, largePage, complaints);
        }

        void forget() {
            usual.clearCookies();
        }

        /** Whoever signed in with the first is signed in with the other. */
        void share() {
            large.clearCookies();
            large.addCookies(usual.cookies());
            large.addCookies(List.of(new Cookie("size", "large").setUrl(base)));
        }

        @Override
        public void close() {
            usual.close();
            large.close();
        }
    }

    /** Who can be signed in as: the account, and how its button names it. */
    private Map<String, String> holdSignInPage(Browsers browsers) {
        Page page = browsers.page();
        Response answer = page.navigate(browsers.base() + "/sign-in");
        browsers.share();
        holdInFull(browsers, "sign-in", browsers.base() + "/sign-in", Jsoup.parse(answer.text()));
        Map<String, String> roles = new LinkedHashMap<>();
        page.locator("button[name=account]").all().forEach(
                button -> roles.put(button.getAttribute("value"), button.innerText().replaceAll("\\s+", " ")));
        return roles;
    }

    /** Goes to one page of every shape that the role can come to, or of the first {@link #MOST_PAGES}. */
    private void crawl(Browsers browsers, String account, String role) {
        Deque<Route> waiting = new ArrayDeque<>(List.of(home(browsers, account, role)));
        Set<String> known = new HashSet<>(Set.of(waiting.getFirst().shape()));
        for (int pages = 0; !waiting.isEmpty() && pages < MOST_PAGES && known.size() < MOST_SHAPES; pages++) {
            for (Route link : visit(browsers, role, waiting.removeFirst(), browsers.base())) {
                if (link.isPage() && known.add(link.shape())) {
                    waiting.add(link);
                }
            }
        }
        assertThat(known).as("shapes for " + role).hasSizeLessThan(MOST_SHAPES);
        shapesByRole.put(role, known);
    }

    /** Every role's own home comes up in a whole browser with its complaints watched, whoever showed the shape before. */
    private Route home(Browsers browsers, String account, String role) {
        Page page = browsers.page();
        browsers.forget();
        page.navigate(browsers.base() + "/sign-in");
        page.locator("button[name=account][value='" + account + "']").click();
        page.waitForURL(address -> !address.contains("/sign-in"));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        new PageCheck(page, findings).hasOneHeading(role + " home");
        watchedHomes.add(role);
        browsers.share();
        browsers.largePage().navigate(page.url());
        new PageCheck(browsers.largePage(), findings).isAccessibleAsSentInLarge(role + " home elder");
        return Route.of(page.url().substring(browsers.base().length()));
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
        Document shown = Jsoup.parse(page.content(), base + "/");
        namesNoCodes(where, shown);
        holdInFull(browsers, route.fileName(), base + route.address(), Jsoup.parse(answer.text()));
        return links(shown, base);
    }

    private List<Route> visitAgain(Browsers browsers, String where, String address, String base) {
        APIResponse answer = browsers.usual().request().get(address);
        if (answer.status() != 200) {
            findings.add(where + ": a link that answers " + answer.status());
            return List.of();
        }
        Document html = Jsoup.parse(answer.text(), base + "/");
        if (html.select("h1").size() != 1) {
            findings.add(where + ": %d level-one headings".formatted(html.select("h1").size()));
        }
        if (!html.select(AGAINST_THE_POLICY).isEmpty()) {
            findings.add(where + ": what the policy refuses: " + html.select(AGAINST_THE_POLICY).first());
        }
        namesNoCodes(where, html);
        return links(html, base);
    }

    private void namesNoCodes(String where, Document html) {
        Matcher code = CODE.matcher(html.text());
        if (code.find()) {
            String text = html.text();
            findings.add(where + ": shows a code where people need words: "
                    + text.substring(Math.max(0, code.start() - 20), Math.min(text.length(), code.end() + 20)));
        }
    }

    /** @param sent the page as the server sent it, which is all that a browser without script has */
    private void holdInFull(Browsers browsers, String name, String address, Document sent) {
        PageCheck check = new PageCheck(browsers.page(), findings);
        check.isAccessible(name + " light");
        check.picture("sweep/" + name);
        check.isReadableInTheDark(name + " dark");
        check.isAccessibleInLarge(name + " elder");
        check.fitsWithoutSidewaysScrolling(name);
        check.picture("sweep/" + name + "-320");
        check.printsWithoutNavigation(name);
        worksWithoutScript(sent, name);
        Document elder = Jsoup.parse(browsers.large().request().get(address).text());
        if (elder.select("body.elder").isEmpty() || elder.select("h1").size() != 1) {
            findings.add(name + ": 老年版 was chosen and is not shown");
        }
    }

    private void worksWithoutScript(Document sent, String name) {
        if (sent.select("h1").size() != 1) {
            findings.add(name + ": shows nothing without script");
        }
        if (sent.select("form[method=post]").stream().anyMatch(form -> !canBeSent(form, sent))) {
            findings.add(name + ": a form that cannot be sent without script");
        }
    }

    /** By a button in it, or by one elsewhere on the page that names it. */
    private static boolean canBeSent(Element form, Document sent) {
        return form.hasAttr("action") && sent.select("button, input[type=submit]").stream()
                .anyMatch(button -> button.hasAttr("form")
                        ? button.attr("form").equals(form.id())
                        : form.equals(button.closest("form")));
    }

    private static List<Route> links(Document html, String base) {
        return html.select("a[href]").eachAttr("abs:href").stream()
                .filter(link -> link.startsWith(base + "/"))
                .map(link -> Route.of(link.substring(base.length()).replaceFirst("#.*", ""))).toList();
    }
}
