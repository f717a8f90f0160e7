package org.jiaogongti.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a phone in a village school does to the form: no network, large photos, an input method. */
@PlatformTest
final class PhoneIT {

    private static final String TEACHER = "示例教师03";
    private static final int MOST_BYTES = 500_000;
    private static final int LONGEST_EDGE = 1920;

    private static Chromium chromium;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PhoneIT(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void aDraftWithoutNetworkIsKeptAndSentOnce(Visitor visitor) {
        try (Walk teacher = new Walk(chromium, Chromium.phone(), visitor.base()).signIn(TEACHER)) {
            teacher.open("/activities/new");
            teacher.profile().setOffline(true);
            PlaywrightAssertions.assertThat(teacher.at("[data-net=offline]")).isVisible();
            RecordingIT.fill(teacher, "2024-11-06", "断网时记的一课");
            teacher.at(".actbar [data-draft-save]").tap();
            PlaywrightAssertions.assertThat(teacher.at("#draft-kept")).isVisible();
            assertThat(teacher.path()).isEqualTo("/activities/new");
            teacher.picture("phone-offline-kept");
            teacher.profile().setOffline(false);
            teacher.leaveAndReturn("/activities/new");
            PlaywrightAssertions.assertThat(teacher.at("#draft-found")).isVisible();
            assertThat(teacher.at("#topic").inputValue()).isEmpty();
            teacher.picture("phone-draft-found");
            teacher.at("[data-draft-use]").tap();
            assertThat(teacher.at("#topic").inputValue()).isEqualTo("断网时记的一课");
            assertThat(teacher.at("#date").inputValue()).isEqualTo("2024-11-06");
            assertThat(teacher.at("input[name=lessons_lesson-observation]").inputValue()).isEqualTo("2");
            assertThat(teacher.at(".part[data-kind=outreach-lesson] input[type=checkbox]").isChecked()).isTrue();
            teacher.at(".actbar .btn-primary").tap();
            teacher.at("[data-recorded]").waitFor();
            String saved = teacher.path();
            teacher.open("/activities/new");
            assertThat(teacher.at("#draft-found").isHidden()).as("a sent draft has done its work").isTrue();
            teacher.open("/activities?q=断网时记的一课");
            assertThat(teacher.at("main a[href='" + saved + "']").count()).isEqualTo(1);
            assertThat(teacher.at("main a[href^='/activities/']:has-text('断网时记的一课')").count()).isEqualTo(1);
        }
    }

    @Test
    void aPhotoIsShrunkBeforeItIsSentAndBlurredBeforeItIsPublic(Visitor visitor) {
        byte[] original = CameraPicture.withPlace(3200, 2400);
        assertThat(original.length).isGreaterThan(MOST_BYTES);
        assertThat(CameraPicture.tellsAPlace(original)).isTrue();
        try (Walk teacher = new Walk(chromium, Chromium.phone(), visitor.base()).signIn(TEACHER)) {
            teacher.profile().addInitScript(KEEPS_WHAT_IS_SENT);
            teacher.open("/activities/new");
            assertThat(teacher.at("#files").boundingBox().width).as("one button only").isLessThanOrEqualTo(1);
            teacher.at("#files").setInputFiles(new FilePayload("课堂.jpg", "image/jpeg", original));
            PlaywrightAssertions.assertThat(teacher.at("#sent small")).hasText("已上传");
            byte[] sent = Base64.getDecoder().decode(String.valueOf(teacher.page().evaluate("window.sent[0]")));
            holdsNoPlaceAndLittle(sent);
            teacher.picture("phone-photo-sent");
            RecordingIT.fill(teacher, "2024-11-05", "带照片的一课");
            teacher.at(".actbar .btn-primary").tap();
            teacher.at("[data-recorded]").waitFor();
            assertThat(teacher.at("#files .ev").count()).isEqualTo(1);
            String occasion = teacher.path();
            blurAndPublish(teacher);
            assertThat(teacher.path()).startsWith(occasion);
            PlaywrightAssertions.assertThat(teacher.at("#files .ev .tag.ok")).isVisible();
            teacher.picture("phone-photo-public");
            String file = Objects.requireNonNull(teacher.at("#files .ev .tx > a").getAttribute("href"));
            String item = file.replaceFirst(".*/", "");
            assertThat(copyOf(item)).as("what the public sees is another picture").isNotEqualTo(originalOf(item));
            byte[] kept = teacher.page().request().get(visitor.base() + file).body();
            assertThat(greyAtCentre(kept)).as("the school keeps the picture as it was").isFalse();
            teacher.hadNothingToComplainOf();
        }
    }

    private String copyOf(String item) {
        return inDistrict("SELECT copy_sha256 FROM evidence.publication WHERE item = '" + item + "'");
    }

    private String originalOf(String item) {
        return inDistrict("SELECT sha256 FROM evidence.item WHERE id = '" + item + "'");
    }

    private String inDistrict(String select) {
        return Scope.call(new District("330213"),
                () -> transaction.execute(_ -> jdbc.sql(select).query(String.class).single()));
    }

    private static final String KEEPS_WHAT_IS_SENT = """
            window.sent = [];
            const keep = (file) => { const reader = new FileReader();
              reader.onload = () => window.sent.push(reader.result.split(',')[1]); reader.readAsDataURL(file); };
            const send = XMLHttpRequest.prototype.send;
            XMLHttpRequest.prototype.send = function (body) {
              if (body instanceof FormData && body.get('file')) keep(body.get('file'));
              return send.call(this, body);
            };
            """;

    private static void holdsNoPlaceAndLittle(byte[] sent) {
        assertThat(sent.length).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(CameraPicture.tellsAPlace(sent)).isFalse();
        BufferedImage picture = CameraPicture.read(sent);
        assertThat(Math.max(picture.getWidth(), picture.getHeight())).isLessThanOrEqualTo(LONGEST_EDGE);
    }

    private static void blurAndPublish(Walk teacher) {
        teacher.at("#files .ev a[href$='/publication']").tap();
        Locator canvas = teacher.at("#canvas");
        PlaywrightAssertions.assertThat(canvas).isVisible();
        canvas.scrollIntoViewIfNeeded();
        BoundingBox box = canvas.boundingBox();
        teacher.page().mouse().move(box.x + box.width / 2 - 10, box.y + box.height / 2);
        teacher.page().mouse().down();
        teacher.page().mouse().move(box.x + box.width / 2 + 10, box.y + box.height / 2);
        teacher.page().mouse().up();
        teacher.picture("phone-photo-blurred");
        assertThat(teacher.page().evaluate("""
                () => { const c = document.getElementById('canvas'), s = c.width / 2, d = c.height / 2;
                  const p = c.getContext('2d').getImageData(s - 4, d - 4, 8, 8).data;
                  return new Set(Array.from({ length: 64 }, (_, i) => p.slice(i * 4, i * 4 + 3).join())).size; }"""))
                .as("colours left under the brush").isEqualTo(1);
        teacher.at("#blur .btn-primary").tap();
        assertThat(teacher.at("#blur").count()).as("without the tick nothing is public").isEqualTo(1);
        teacher.at("input[name=confirmed]").check();
        teacher.at("#blur .btn-primary").tap();
        teacher.at("[data-recorded]").waitFor();
    }

    /** Whether the middle is one flat colour, as the brush leaves it. */
    private static boolean greyAtCentre(byte[] jpeg) {
        BufferedImage picture = CameraPicture.read(jpeg);
        int x = picture.getWidth() / 2;
        int y = picture.getHeight() / 2;
        List<Integer> colours = new ArrayList<>();
        for (int i = -4; i <= 4; i++) {
            colours.add(picture.getRGB(x + i * 3, y) & 0xF0F0F0);
        }
        return colours.stream().distinct().count() == 1;
    }

    @Test
    void nothingFiresWhileAnInputMethodIsComposing(Visitor visitor) {
        try (Walk teacher = new Walk(chromium, Chromium.desktop(), visitor.base()).signIn(TEACHER)) {
            teacher.open("/activities/new");
            RecordingIT.fill(teacher, "2024-11-07", "");
            Page page = teacher.page();
            page.waitForTimeout(800);
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            teacher.at("#topic").focus();
            CDPSession method = teacher.profile().newCDPSession(page);
            compose(method, "yuan");
            page.waitForTimeout(900);
            compose(method, "yuanzhou");
            page.waitForTimeout(900);
            assertThat(asked).as("while composing").isEmpty();
            assertThat(page.evaluate("""
                    document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
                        { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))"""))
                    .as("Enter sends nothing").isEqualTo(false);
            assertThat(teacher.path()).isEqualTo("/activities/new");
            page.waitForRequest("**/activities/preview", () -> commit(method, "圆周"));
            assertThat(asked).as("once, at the end of the composition").hasSize(1);
            assertThat(teacher.at("#topic").inputValue()).isEqualTo("圆周");
            staysOpenWhileComposing(page);
            teacher.hadNothingToComplainOf();
        }
    }

    private static void staysOpenWhileComposing(Page page) {
        page.locator(".hd details.menu summary").click();
        page.evaluate(
                """
                        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true }))
                        """);
        assertThat(page.locator(".hd details.menu[open]").count()).as("Escape of an input method").isEqualTo(1);
        page.keyboard().press("Escape");
        assertThat(page.locator(".hd details.menu[open]").count()).isZero();
    }

    private static void compose(CDPSession method, String letters) {
        JsonObject typed = new JsonObject();
        typed.addProperty("text", letters);
        typed.addProperty("selectionStart", letters.length());
        typed.addProperty("selectionEnd", letters.length());
        method.send("Input.imeSetComposition", typed);
    }

    private static void commit(CDPSession method, String words) {
        JsonObject chosen = new JsonObject();
        chosen.addProperty("text", words);
        method.send("Input.insertText", chosen);
    }

    /** A picture as a telephone takes it: large, and with the place in it. */
    private static final class CameraPicture {

        private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

        private CameraPicture() {}

        static byte[] withPlace(int width, int height) {
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int noise = ((x * 7919 + y * 104_729) * 31) ^ (x * y);
                    int green = ((noise >> 4) & 0x7F) + 40;
                    picture.setRGB(x, y, ((x * 255 / width) << 16) | (green << 8) | (y * 255 / height));
                }
            }
            var out = new java.io.ByteArrayOutputStream();
            try {
                ImageIO.write(picture, "jpg", out);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            byte[] plain = out.toByteArray();
            byte[] place = place();
            byte[] with = new byte[plain.length + place.length];
            System.arraycopy(plain, 0, with, 0, 2);
            System.arraycopy(place, 0, with, 2, place.length);
            System.arraycopy(plain, 2, with, 2 + place.length, plain.length - 2);
            return with;
        }

        /** APP1 with one entry that leads to a GPS directory with the letter N. */
        private static byte[] place() {
            int[] tiff = {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, 1,
                    0, 1, 0, 2, 0, 2, 0, 0, 0, 'N', 0, 0, 0, 0, 0, 0, 0};
            byte[] segment = new byte[4 + EXIF.length + tiff.length];
            segment[0] = (byte) 0xFF;
            segment[1] = (byte) 0xE1;
            segment[2] = 0;
            segment[3] = (byte) (2 + EXIF.length + tiff.length);
            System.arraycopy(EXIF, 0, segment, 4, EXIF.length);
            for (int i = 0; i < tiff.length; i++) {
                segment[4 + EXIF.length + i] = (byte) tiff[i];
            }
            return segment;
        }

        static boolean tellsAPlace(byte[] jpeg) {
            return new String(jpeg, StandardCharsets.ISO_8859_1).contains("Exif");
        }

        static BufferedImage read(byte[] jpeg) {
            try {
                return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
