package org.jiaogongti.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;

/** A passkey from the making to the removal, in a real browser with a device of its own that verifies the person. */
@PlatformTest
final class PasskeyIT {

    @Test
    void aPasskeyIsMadeSignsInAndIsRemoved(Visitor visitor) {
        try (Chromium chromium = new Chromium(); BrowserContext profile = chromium.profile(Chromium.desktop())) {
            Page page = profile.newPage();
            List<String> complaints = PageCheck.watch(page, visitor.base());
            CDPSession tools = profile.newCDPSession(page);
            tools.send("WebAuthn.enable");
            JsonObject device = new JsonObject();
            device.addProperty("protocol", "ctap2");
            device.addProperty("transport", "internal");
            device.addProperty("hasResidentKey", true);
            device.addProperty("hasUserVerification", true);
            device.addProperty("isUserVerified", true);
            device.addProperty("automaticPresenceSimulation", true);
            JsonObject options = new JsonObject();
            options.add("options", device);
            tools.send("WebAuthn.addVirtualAuthenticator", options);

            page.navigate(visitor.base() + "/sign-in");
            page.locator("button[name=account]").nth(1).click();
            String name = page.navigate(visitor.base() + "/me").ok() ? page.locator("h1").innerText() : "";
            page.navigate(visitor.base() + "/me/passkeys");
            assertThat(page.locator("[data-passkey-none]").isVisible()).isFalse();
            page.locator("#name").fill("示例电脑");
            page.locator("form[action='/me/passkeys'] button").click();
            page.waitForSelector("text=通行密钥建好了");
            assertThat(page.locator(".li").innerText()).contains("示例电脑", "还没有用过");

            page.locator("#name").fill("同一台");
            page.locator("form[action='/me/passkeys'] button").click();
            page.waitForSelector("[data-passkey-known]:visible");

            profile.clearCookies();
            page.navigate(visitor.base() + "/sign-in?next=/me");
            page.locator("form[action='/sign-in/passkey'] button").click();
            page.waitForURL(visitor.base() + "/me");
            assertThat(page.locator("h1").innerText()).isEqualTo(name);

            page.navigate(visitor.base() + "/me/passkeys");
            page.locator(".li details summary").click();
            page.locator(".li form button:not([data-close])").click();
            page.waitForSelector("text=通行密钥已删去");
            profile.clearCookies();
            page.navigate(visitor.base() + "/sign-in");
            page.locator("form[action='/sign-in/passkey'] button").click();
            page.waitForSelector("text=通行密钥没有通过");
            assertThatCode(() -> page.locator("#password").fill("x")).doesNotThrowAnyException();
            assertThat(complaints).filteredOn(each -> !each.contains("401")).isEmpty();
        }
    }
}
