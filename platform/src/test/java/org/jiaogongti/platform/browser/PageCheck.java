package org.jiaogongti.platform.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What every page must withstand; each finding names the page, the view and the thing. */
final class PageCheck {

    private static final String SIZE_AND_PLACE = "{\"runOnly\": {\"type\": \"rule\", \"values\": [\"scrollable-region-focusable\", \"target-size\"]}}";

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

    /** Every rule, on the page as it stands. */
    void isAccessible(String where) {
        page.evaluate(AxeBuilder.getAxeScript());
        note(where, "{}");
    }

    /**
     * The large dress is the same page with larger letters and colours further apart ({@code LeanStylesTest}), so only what
     * rests on size and place has to be looked at again.
     */
    void isAccessibleInLarge(String where) {
        page.evaluate("document.body.classList.add('elder')");
        note(where, SIZE_AND_PLACE);
        page.evaluate("document.body.classList.remove('elder')");
    }

    /** With the bar that only the large dress has. */
    void isAccessibleAsSentInLarge(String where) {
        page.evaluate(AxeBuilder.getAxeScript());
        note(where, "{}");
    }

    /** The dark dress is one attribute of the same page, so only what rests on colour has to be looked at again. */
    void isReadableInTheDark(String where) {
        page.evaluate("document.documentElement.dataset.bsTheme = 'dark'");
        note(where, "{\"runOnly\": {\"type\": \"rule\", \"values\": [\"color-contrast\", \"link-in-text-block\"]}}");
        page.evaluate("document.documentElement.dataset.bsTheme = 'light'");
    }

    /** The finding is worded in the page: sending every passed rule here takes longer than looking for it. */
    private void note(String where, String options) {
        Object found = page.evaluate("""
                async options => {
                    const result = await axe.run(document,
                        {resultTypes: ['violations'], preload: false, ...JSON.parse(options)});
                    return result.violations.filter(rule => ['serious', 'critical'].includes(rule.impact))
                        .map(rule => `${rule.id} (${rule.impact}) at `
                            + rule.nodes.slice(0, 3).map(node => node.target + ' ' + node.html).join(', '));
                }""", options);
        if (found instanceof List<?> violations) {
            violations.forEach(violation -> findings.add(where + ": " + violation));
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

    /** For people to look at; as PNG a whole page takes the browser several times as long. */
    void picture(String name) {
        Path file = Chromium.SCREENSHOTS.resolve(name + ".jpg");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setType(ScreenshotType.JPEG).setQuality(75)
                .setFullPage(true));
    }

    /** Collects what the browser itself complains of: script errors, refused content, requests to other hosts. */
    static List<String> watch(Page page, String base) {
        List<String> complaints = new ArrayList<>();
        watch(page, base, complaints);
        return complaints;
    }

    static void watch(Page page, String base, List<String> complaints) {
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
    }
}
