package org.jiaogongti.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** One person at one browser, who goes by what the page shows and presses what a person would. */
final class Walk implements AutoCloseable {

    private static final int PATIENCE_MS = 10_000;

    private final String base;
    private final BrowserContext profile;
    private final List<String> complaints;
    private Page page;

    Walk(Chromium chromium, Browser.NewContextOptions window, String base) {
        this.base = base;
        profile = chromium.profile(window);
        profile.setDefaultTimeout(PATIENCE_MS);
        page = profile.newPage();
        complaints = PageCheck.watch(page, base);
    }

    Page page() {
        return page;
    }

    BrowserContext profile() {
        return profile;
    }

    /** Whatever the browser complained of so far: script errors, refused content, other hosts. */
    List<String> complaints() {
        return complaints;
    }

    /** Signs in by the sample button that names the person or the role. */
    Walk signIn(String name) {
        page.navigate(base + "/sign-in");
        page.locator("button[name=account]").filter(new Locator.FilterOptions().setHasText(name)).first().click();
        page.locator(".hd details.menu").waitFor();
        return this;
    }

    Walk open(String path) {
        page.navigate(base + path);
        return this;
    }

    /** Does something, and waits until the page shows the answer to what was last sent. */
    void untilAnswered(String path, String sent, Runnable deed) {
        page.waitForResponse(
                answer -> answer.url().equals(base + path)
                        && String.valueOf(answer.request().postData()).contains(sent),
                deed);
        // Not a condition in script: asked a second time, the page's policy refuses to evaluate it.
        page.locator(".htmx-request, .htmx-swapping, .htmx-settling").first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Leaves the page and comes back to another, as if the phone had been put away. */
    Walk leaveAndReturn(String path) {
        page.close();
        page = profile.newPage();
        return open(path);
    }

    String path() {
        return page.url().substring(base.length());
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Chooses the school whose name begins so, as the eye does. */
    void chooseSchool(String field, String name) {
        String value = page.locator(field + " option").filter(new Locator.FilterOptions().setHasText(name)).first()
                .getAttribute("value");
        page.locator(field).selectOption(value);
    }

    void picture(String name) {
        new PageCheck(page, List.of()).picture("journeys/" + name);
    }

    /** An older preview that a newer one puts aside is no complaint, though htmx writes it down as one. */
    void hadNothingToComplainOf() {
        assertThat(complaints)
                .filteredOn(complaint -> !complaint.matches("(?s).*console: htmx:(sendAbort|afterRequest),.*"))
                .isEmpty();
    }

    @Override
    public void close() {
        profile.close();
    }
}
