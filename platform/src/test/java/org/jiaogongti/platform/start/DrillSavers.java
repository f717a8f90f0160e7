package org.jiaogongti.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** People who record one lesson after the other until the server is gone. */
final class DrillSavers implements AutoCloseable {

    static final String TOPIC = "停电演练";
    private static final String BOUNDARY = "----jgt-drill-5c1d";

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
    private final DrillLedger ledger;
    private final int before;
    private volatile boolean databaseGone;

    DrillSavers(String base, int number, DrillLedger ledger) {
        this.ledger = ledger;
        this.before = ledger.withPhoto().size();
        for (int saver = 0; saver < number; saver++) {
            Visitor person = signedIn(base);
            int mine = saver;
            threads.add(Thread.ofVirtual().start(() -> save(person, mine)));
        }
    }

    /** Waits until one has been saved with a photo, so that a kill always falls into the saving; returns no further wait. */
    long firstSaved() throws InterruptedException {
        for (int waits = 0; waits < 1_200 && ledger.withPhoto().size() == before; waits++) {
            TimeUnit.MILLISECONDS.sleep(50);
            if (wrong.get() != null) {
                break;
            }
        }
        assertThat(ledger.withPhoto().size()).as("saved before the kill, " + wrong.get()).isGreaterThan(before);
        return 0;
    }

    /** From now on a page that says nothing was saved is no refusal. */
    void databaseGoes() {
        databaseGone = true;
    }

    private void save(Visitor person, int saver) {
        try {
            for (int number = 0; !Thread.interrupted(); number++) {
                Page form = person.get("/activities/new");
                if (saysItIsGone(form)) {
                    return;
                }
                boolean photo = (number + saver) % 3 == 0;
                Map<String, List<String>> fields = filled(form, saver + "-" + number + "-" + UUID.randomUUID());
                UUID token = UUID.fromString(one(fields, "token"));
                ledger.sending(token);
                Page answer = person.send(request(person, fields, photo ? picture() : null));
                if (saysItIsGone(answer)) {
                    return;
                }
                if (answer.status() != 303 || !answer.location().startsWith("/activities/")) {
                    throw new AssertionError("not saved: " + answer);
                }
                UUID occasion = UUID.fromString(answer.location().substring("/activities/".length()));
                ledger.acknowledged(token, occasion, photo);
            }
        } catch (UncheckedIOException gone) {
            // The kill.
        } catch (RuntimeException | Error e) {
            wrong.compareAndSet(null, e);
        }
    }

    /** Said on the platform's own page: the container's would be a failure of the drill. */
    private boolean saysItIsGone(Page answer) {
        return databaseGone && answer.status() >= 500 && answer.text().contains("请把这个编号告诉管理员");
    }

    private static Map<String, List<String>> filled(Page page, String topic) {
        if (!(page.html().selectFirst("form#record") instanceof FormElement form)) {
            throw new AssertionError("no form on " + page);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.formData().forEach(
                data -> fields.computeIfAbsent(data.key(), name -> new ArrayList<>()).add(data.value()));
        fields.remove("files");
        String own = one(fields, "school");
        // The first group are the schools of the own community: a lesson held at one of them counts, elsewhere it does not.
        Element near = Objects.requireNonNull(form.selectFirst("[data-ask=PARTICIPANTS] .seats"),
                "schools of the own community");
        List<String> hosts = near.select("input[name^=p_]").eachAttr("name").stream().map(name -> name.substring(2))
                .filter(school -> !school.equals(own)).toList();
        Map<String, String> said = Map.of("host", hosts.get(new Random().nextInt(hosts.size())), "leader", own,
                "leaderRank", "BACKBONE", "people", "示例教师03", "mainKind", "demonstration-lesson",
                "lessons_demonstration-lesson", "1", "subject", "数学", "topic", TOPIC + topic, "same", "no");
        said.forEach((name, value) -> fields.put(name, List.of(value)));
        fields.put("grades", List.of("五"));
        return fields;
    }

    private static HttpRequest request(Visitor person, Map<String, List<String>> fields, byte @Nullable [] picture) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, values) -> values.forEach(value -> text(body, "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
        if (picture != null) {
            text(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"课堂.jpg\""
                    + "\r\nContent-Type: image/jpeg\r\n\r\n");
            body.writeBytes(picture);
            text(body, "\r\n");
        }
        text(body, "--" + BOUNDARY + "--\r\n");
        return person.request("/activities", "Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build();
    }

    private static String one(Map<String, List<String>> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name).getFirst();
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A picture like no other. */
    private static byte[] picture() {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Random chance = new Random();
        for (int x = 0; x < 320; x++) {
            for (int y = 0; y < 240; y++) {
                image.setRGB(x, y, chance.nextInt(1 << 24));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Visitor signedIn(String base) {
        Visitor person = new Visitor(base);
        Page door = person.get("/sign-in");
        String account = door.html().select("button[name=account]").stream()
                .filter(button -> button.text().contains("示例教师03")).findFirst()
                .orElseThrow(() -> new AssertionError("no teacher on " + door)).val();
        Page in = person.submit(door, "form[action=/sign-in/sample]", Map.of("account", account));
        assertThat(in.status()).as(in.toString()).isEqualTo(303);
        return person;
    }

    /** Somebody who looks afterwards. */
    static final class Reader {

        private final Visitor person;

        Reader(String base) {
            this.person = signedIn(base);
        }

        int status(String path) {
            return person.get(path).status();
        }
    }

    /** Waits for the savers, who end with the server. */
    @Override
    public void close() {
        try {
            for (Thread thread : threads) {
                thread.join(60_000);
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (wrong.get() != null) {
            throw new AssertionError("a saver was refused before the kill", wrong.get());
        }
    }
}
