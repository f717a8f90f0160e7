package org.jiaogongti.platform.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What every page must withstand; each finding names the page, the view and the thing. */
final class PageCheck {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final Page page;
    private final List<String> findings;

    PageCheck(Page page, List<String> findings) {
        this.page = page;
        this.findings = findings;
    }

    void hasOneHeading(String where) {
        int headings = page.locator("h1").count();
        if (headings != 1) {
            findings.add("%s: %d level-one headings".formatted(where, headings));
        }
    }

    void isAccessible(String where) {
        note(where, new AxeBuilder(page).setLegacyMode(true));
    }

    /** The dark dress is one attribute of the same page, so only what rests on colour has to be looked at again. */
    void isReadableInTheDark(String where) {
        page.evaluate("document.documentElement.dataset.bsTheme = 'dark'");
        note(where, new AxeBuilder(page).setLegacyMode(true)
                .withRules(List.of("color-contrast", "link-in-text-block")));
        page.evaluate("document.documentElement.dataset.bsTheme = 'light'");
    }

    boolean isLarge() {
        return page.locator("body.elder").count() == 1;
    }

    private void note(String where, AxeBuilder axe) {
        for (Rule rule : axe.analyze().getViolations()) {
            if (SERIOUS.contains(rule.getImpact())) {
                findings.add("%s: %s (%s) at %s".formatted(where, rule.getId(), rule.getImpact(), rule.getNodes()
                        .stream().limit(3).map(node -> node.getTarget() + " " + node.getHtml()).toList()));
            }
        }
    }

    /** 320 CSS pixels, which is also what 400 % zoom leaves of a 1,280 pixel screen. */
    void fitsWithoutSidewaysScrolling(String where) {
        page.setViewportSize(320, 640);
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (width > 320) {
            Object culprit = page.evaluate("""
                    () => [...document.querySelectorAll('body *')]
                        .filter(e => e.getBoundingClientRect().right > 321 && e.getBoundingClientRect().width > 0)
                        .slice(0, 4).map(e => e.tagName + '.' + e.className).join(' | ')""");
            findings.add("%s: %d px wide in a window of 320 (%s)".formatted(where, width, culprit));
        }
    }

    void printsWithoutNavigation(String where) {
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Object shown = page.evaluate("""
                () => [...document.querySelectorAll('nav, .no-print, form button')]
                    .filter(e => e.checkVisibility()).map(e => e.tagName + '.' + e.className).slice(0, 4)""");
        if (shown instanceof List<?> left && !left.isEmpty()) {
            findings.add("%s: printed although only for the screen: %s".formatted(where, left));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    void picture(String name) {
        Path file = Chromium.SCREENSHOTS.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** Collects what the browser itself complains of: script errors, refused content, requests to other hosts. */
    static List<String> watch(Page page, String base) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": script: " + error));
        page.onRequest(request -> {
            String url = request.url();
            if (!url.startsWith(base) && !url.startsWith("data:") && !url.startsWith("blob:")) {
                complaints.add(page.url() + ": asks another host: " + url);
            }
        });
        return complaints;
    }
}
