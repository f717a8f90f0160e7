package org.jiaogongti.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a phone is given to keep, and what it is told when it sends a form later. */
@PlatformTest
class OfflinePagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern BUILD = Pattern.compile("const BUILD = (\\{.*});\\s+importScripts\\((\".*\")\\);");

    private static Visitor signedIn(Visitor visitor, String name) {
        Page door = visitor.get("/sign-in");
        String account = door.html().select("button[name=account]:contains(" + name + ")").val();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status())
                .isEqualTo(303);
        return visitor;
    }

    @Test
    void theWorkerNamesFilesThatAreThere(Visitor visitor) {
        Page worker = visitor.get("/sw.js");
        assertThat(worker.header("Content-Type")).startsWith("text/javascript");
        assertThat(worker.header("Cache-Control")).contains("no-cache");
        assertThat(worker.header("Set-Cookie")).isEmpty();
        Matcher found = BUILD.matcher(worker.text());
        assertThat(found.find()).isTrue();
        JsonNode build = JSON.readTree(found.group(1));
        assertThat(build.get("version").asString()).hasSize(36);
        assertThat(visitor.get(JSON.readTree(found.group(2)).asString()).status()).isEqualTo(200);
        build.get("files").forEach(file -> assertThat(visitor.get(file.asString()).status()).as(file.asString())
                .isEqualTo(200));
        List<String> kept = build.get("files").valueStream().map(JsonNode::asString).toList();
        signedIn(visitor, "示例教师03");
        assertThat(kept).as("all a kept form needs").containsAll(
                visitor.get("/activities/new").html().select("link[rel=stylesheet],script[src]").stream()
                        .map(each -> each.attr("src") + each.attr("href")).toList());
    }

    @Test
    void theManifestHasIconsThatAreThere(Visitor visitor) {
        String address = visitor.get("/sign-in").html().select("link[rel=manifest]").attr("href");
        JsonNode manifest = JSON.readTree(visitor.get(address).text());
        assertThat(manifest.get("display").asString()).isEqualTo("standalone");
        assertThat(manifest.get("icons").valueStream().map(icon -> icon.get("purpose").asString()))
                .contains("maskable");
        manifest.get("icons").forEach(icon -> assertThat(visitor.get(icon.get("src").asString()).header("Content-Type"))
                .startsWith(icon.get("type").asString()));
    }

    @Test
    void onlyMarkedPagesOfOnesOwnAccountMayBeKept(Visitor visitor) {
        assertThat(visitor.get("/waiting").header("X-Keep")).isEmpty();
        assertThat(visitor.get("/waiting/pass").text()).isEqualTo("{\"account\":\"\"}");
        assertThat(visitor.get("/waiting").html().select("h1,[data-list]")).hasSize(2);
        signedIn(visitor, "示例教师03");
        JsonNode pass = JSON.readTree(visitor.get("/waiting/pass").text());
        String account = pass.get("account").asString();
        Page form = visitor.get("/activities/new");
        assertThat(form.header("X-Keep")).isEqualTo(account).hasSize(36);
        assertThat(form.html().body().attr("data-account")).isEqualTo(account);
        assertThat(form.html().body().attr("data-keep")).contains("/waiting", "/activities/new");
        assertThat(form.html().select("input[name=" + pass.get("field").asString() + "]").val()).isNotEmpty();
        String occasion = visitor.get("/activities").html().select("main a[href~=^/activities/[0-9a-f-]{36}$]")
                .attr("href");
        assertThat(visitor.get(occasion).header("X-Keep")).isEqualTo(account);
        for (String unmarked : List.of("/activities", "/school", "/board", "/me", "/activities/" + account)) {
            assertThat(visitor.get(unmarked).header("X-Keep")).as(unmarked).isEmpty();
        }
    }

    @Test
    void aScriptIsToldWhereTheAnswerIsAndWhoIsNotSignedInAnyMore(Visitor visitor) {
        signedIn(visitor, "示例教师03");
        Page page = visitor.get("/waiting");
        String field = page.html().select("form[action=/sign-out] input[type=hidden]").attr("name");
        Map<String, String> sent = Map.of(field,
                page.html().select("form[action=/sign-out] input[type=hidden]").val(), "choice", "theme:dark",
                "back", "/waiting");
        Page told = visitor.post("/preferences", sent, "X-Outbox", "1");
        assertThat(told.status()).isEqualTo(204);
        assertThat(told.location()).isEqualTo("/waiting");
        assertThat(visitor.post("/preferences", sent).status()).as("everybody else").isEqualTo(303);
        Page refused = visitor.another().get("/activities", "X-Outbox", "1");
        assertThat(refused.status()).isEqualTo(204);
        assertThat(refused.location()).startsWith("/sign-in");
    }
}
