package org.jiaogongti.platform.activity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is too large to be read is answered with the limit in words, and nothing is lost by it. */
@PlatformTest
class UploadLimitTest {

    private static final District DISTRICT = new District("330213");
    private static final String BOUNDARY = "----jgt-large-91be";
    private static final int MEGABYTE = 1 << 20;
    private static final String TOPIC = "太大的照片";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    UploadLimitTest(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void aRecordWithTooLargeAFileIsRefusedInWordsAndCanBeSentAgain(Visitor visitor) {
        signIn(visitor);
        Page form = visitor.get("/activities/new");
        Map<String, String> fields = fields(form);
        int files = count("SELECT count(*) FROM evidence.item");
        // One file over its own limit, and a whole form over the limit of forms.
        for (int megabytes : new int[]{21, 61}) {
            Page answer = visitor.send(request(visitor, fields, megabytes * MEGABYTE));
            assertThat(answer.status()).as(megabytes + " MB: " + answer).isEqualTo(413);
            assertThat(answer.html().select("html").attr("lang")).startsWith("zh");
            assertThat(answer.html().select("h1").text()).isEqualTo("文件太大");
            assertThat(answer.html().select("main, body").text()).contains("一个文件最多 20 MB，一次最多 60 MB")
                    .contains("什么也没有保存").contains("草稿还在这台设备上");
            assertThat(saved()).isZero();
        }
        Page again = visitor.send(request(visitor, fields, 0));
        assertThat(again.status()).as(again.toString()).isEqualTo(303);
        assertThat(saved()).as("the same form, without the file").isEqualTo(1);
        assertThat(count("SELECT count(*) FROM evidence.item")).isEqualTo(files);
        Page occasion = visitor.get(again.location());
        assertThat(visitor.submit(occasion, "form[action$=/withdrawal]", Map.of("reason", "试过了")).status())
                .isEqualTo(303);
    }

    @Test
    void tooLongATextIsRefusedInWordsToo(Visitor visitor) {
        signIn(visitor);
        Page form = visitor.get("/activities/batch");
        Page answer = visitor.submit(form, "form:has(textarea[name=rows])", Map.of("rows", "x".repeat(3 * MEGABYTE)));
        assertThat(answer.status()).as(answer.html().text()).isEqualTo(413);
        assertThat(answer.html().text()).contains("一次粘贴的文字最多 2 MB");
    }

    @Test
    void aFormWithoutItsTokenIsStillForbidden(Visitor visitor) {
        signIn(visitor);
        Map<String, String> fields = fields(visitor.get("/activities/new"));
        fields.remove("_csrf");
        assertThat(visitor.send(request(visitor, fields, 0)).status()).isEqualTo(403);
        assertThat(visitor.post("/activities", fields).status()).isEqualTo(403);
    }

    private int saved() {
        return count("SELECT count(*) FROM activity.occasion WHERE topic = '" + TOPIC + "'");
    }

    private int count(String select) {
        return Scope.call(DISTRICT,
                () -> transaction.execute(status -> jdbc.sql(select).query(Integer.class).single()));
    }

    private static void signIn(Visitor visitor) {
        Page door = visitor.get("/sign-in");
        String account = door.html().select("button[name=account]").stream()
                .filter(button -> button.text().contains("示例教师03")).findFirst().orElseThrow().val();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status())
                .isEqualTo(303);
    }

    private static Map<String, String> fields(Page page) {
        FormElement form = (FormElement) Optional.ofNullable(page.html().selectFirst("form#record")).orElseThrow();
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(data -> fields.put(data.key(), data.value()));
        fields.remove("files");
        String host = page.html().select("#host option").stream().filter(option -> option.text().startsWith("育才学校"))
                .findFirst().map(Element::val).orElseThrow();
        fields.putAll(Map.of("date", "2024-11-12", "host", host, "leader", fields.get("school"), "leaderRank",
                "BACKBONE", "people", "示例教师03", "mainKind", "demonstration-lesson", "lessons_demonstration-lesson",
                "1", "subject", "数学", "topic", TOPIC));
        fields.putAll(Map.of("grades", "五", "same", "no"));
        return fields;
    }

    private static HttpRequest request(Visitor person, Map<String, String> fields, int size) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(size + 16_384);
        fields.forEach(
                (name, value) -> text(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"\r\n\r\n" + value + "\r\n"));
        if (size > 0) {
            text(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"课堂.mp4\""
                    + "\r\nContent-Type: video/mp4\r\n\r\n");
            body.writeBytes(new byte[size]);
            text(body, "\r\n");
        }
        text(body, "--" + BOUNDARY + "--\r\n");
        return person.request("/activities", "Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build();
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
