package org.jiaogongti.platform.activity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Recording, answering and reading as people do it in a browser without script. */
@PlatformTest
class ActivityPagesIT {

    private static final District DISTRICT = new District("330213");
    private static final String TEACHER = "示例教师03";
    private static final String RECEIVER = "示例教务05";
    private static final int FIRST_VISIT_BYTES = 120_000;
    private static final int LATER_VISIT_BYTES = 20_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ActivityPagesIT(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void schoolsPeopleBeginAtTheirSchool(Visitor visitor) {
        for (String name : List.of(TEACHER, RECEIVER)) {
            Visitor person = visitor.another();
            Page home = signIn(person, name);
            assertThat(home.status()).as(home.toString()).isEqualTo(200);
            assertThat(home.address().getPath()).startsWith("/schools/");
        }
    }

    /** Two people at the same school are two duties: each says whose it is. */
    @Test
    void whatIsOwedForPeopleAtOtherSchoolsNamesThem(Visitor visitor) {
        List<String> chips = signIn(visitor, TEACHER).html().select("ul.towards a[href*=~]")
                .eachText();
        assertThat(chips).isNotEmpty().doesNotHaveDuplicates();
        assertThat(chips).filteredOn(chip -> chip.startsWith("示例教师")).isNotEmpty();
    }

    @Test
    void lessonIsPreviewedSavedOnceAndTakenBack(Visitor visitor) {
        signIn(visitor, TEACHER);
        Page form = visitor.get("/activities/new");
        assertThat(form.html().select("h1")).hasSize(1);
        assertThat(one(form, "#people").val()).as("who records went there").isEqualTo(TEACHER);
        assertThat(one(form, "#leaderRank option[selected]").val()).isEqualTo("BACKBONE");
        Map<String, String> lesson = lesson(form, "五上《将相和》第一课时");
        Map<String, String> asked = new LinkedHashMap<>(lesson);
        asked.put("token", one(form, "#record input[name=token]").val());
        asked.put("school", one(form, "#record input[name=school]").val());
        asked.put("_csrf", one(form, "#record input[name=_csrf]").val());
        Page preview = visitor.post("/activities/preview", asked);
        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
        assertThat(preview.html().select("#live .row1 a")).isNotEmpty();
        Page saved = visitor.submit(form, "form#record", lesson);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(303);
        Page occasion = visitor.get(saved.location());
        assertThat(occasion.html().select(".live .row1 a")).isNotEmpty();
        assertThat(one(occasion, "h1").text()).contains("五上《将相和》第一课时").doesNotContain("《五上");
        assertThat(visitor.submit(form, "form#record", lesson).location()).isEqualTo(saved.location());
        Page undone = visitor.submit(occasion, "form[action$=/withdrawal]", Map.of());
        assertThat(undone.status()).as(undone.toString()).isEqualTo(303);
        assertThat(visitor.get(saved.location()).html().select("form[action$=/withdrawal]")).isEmpty();
    }

    @Test
    void receivingSchoolObjectsFromItsHomeAndAgreesLater(Visitor visitor) {
        signIn(visitor, TEACHER);
        Page form = visitor.get("/activities/new");
        String at = visitor.submit(form, "form#record", lesson(form, "来过不对来过")).location();
        Element moved = one(visitor.get(at), ".live .row1");
        String duty = moved.select("a").attr("href");
        int counted = counted(duty);
        Visitor receiver = visitor.another();
        Page home = signIn(receiver, RECEIVER);
        Page objected = receiver.submit(home, "#confirm form[action='" + at + "/answers']", Map.of("answer", "not-so"));
        assertThat(objected.status()).as(objected.toString()).isEqualTo(303);
        assertThat(objected.location()).startsWith("/schools/");
        assertThat(counted(duty)).isLessThan(counted);
        Page disputed = receiver.get(at);
        assertThat(receiver.submit(disputed, "#answer form[action$=/answers]", Map.of("answer", "came")).status())
                .isEqualTo(303);
        assertThat(counted(duty)).isEqualTo(counted);
    }

    @Test
    void badInputComesBackAtItsFieldWithEverythingKept(Visitor visitor) {
        signIn(visitor, TEACHER);
        Page form = visitor.get("/activities/new");
        Map<String, String> lesson = lesson(form, "填错的一条");
        String people = "p_" + lesson.get("host");
        lesson.put("date", "");
        lesson.put(people, "约20人");
        Page back = visitor.submit(form, "form#record", lesson);
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.html().getElementById("date-error")).isNotNull();
        assertThat(one(back, "[id='participants." + lesson.get("host") + "-error']").text())
                .contains("约20人");
        assertThat(one(back, "[id='" + people + "']").val()).isEqualTo("约20人");
        assertThat(one(back, "#topic").val()).isEqualTo("填错的一条");
        assertThat(one(back, "#host option[selected]").val()).isEqualTo(lesson.get("host"));
    }

    @Test
    void markupInTheTopicStaysText(Visitor visitor) {
        String payload = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
        signIn(visitor, TEACHER);
        Page form = visitor.get("/activities/new");
        String at = visitor.submit(form, "form#record", lesson(form, payload)).location();
        for (String path : List.of(at, at + "/edit", "/activities?q=" + encoded(payload), "/school")) {
            Page page = visitor.open(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.html().select("script:not([src]), [onerror], img[src=x]")).as(path).isEmpty();
        }
        assertThat(one(visitor.get(at), "h1").text()).contains("alert(2)");
    }

    @Test
    void foreignSchoolsEvidenceIsAbsentAndTheAttemptNoted(Visitor visitor) {
        signIn(visitor, TEACHER);
        UUID foreign = inDistrict("""
                SELECT i.id FROM evidence.item i JOIN activity.occasion o ON o.id = i.holder
                WHERE o.community <> (SELECT m.community FROM community.membership m
                    JOIN school.school s ON s.id = m.school WHERE s.name = '居敬小学' ORDER BY m.from_day DESC LIMIT 1)
                ORDER BY i.id LIMIT 1""", UUID.class);
        String path = "/evidence/" + foreign;
        String noted = """
                SELECT count(*) FROM journal.payload p JOIN journal.entry e USING (number)
                WHERE e.action = 'RequestRefused' AND p.body::text LIKE '%""" + path + "%'";
        long before = inDistrict(noted, Long.class);
        assertThat(visitor.get(path).status()).isEqualTo(404);
        assertThat(visitor.get(path + "/thumbnail").status()).isEqualTo(404);
        assertThat(inDistrict(noted, Long.class)).isEqualTo(before + 2);
    }

    @Test
    void fifteenPastedRowsKeepTheThreeBadOnesInTheBox(Visitor visitor) {
        signIn(visitor, TEACHER);
        StringBuilder rows = new StringBuilder("日期\t学校\t类型\t节数\t学科\t带队学校\t谁去的\t身份\t课题\n");
        for (int i = 1; i <= 15; i++) {
            String day = i == 4 ? "某天" : "2024-10-" + (i + 7);
            String school = i == 8 ? "没有的学校" : "育才学校";
            String lessons = i == 12 ? "九十九" : "1";
            rows.append(day).append('\t').append(school).append("\t示范课\t").append(lessons)
                    .append("\t数学\t居敬小学\t示例教师03\t名优骨干教师\t粘贴行").append(i).append("号\n");
        }
        Page empty = visitor.get("/activities/batch");
        String form = "form:has(textarea[name=rows])";
        Page back = visitor.submit(empty, form, Map.of("rows", rows.toString()));
        assertThat(back.status()).as(back.toString()).isEqualTo(422);
        List<String> left = one(back, "#rows").val().lines().filter(line -> !line.isBlank()).toList();
        assertThat(left).hasSize(4);
        assertThat(left.subList(1, 4)).satisfiesExactly(row -> assertThat(row).endsWith("粘贴行4号"),
                row -> assertThat(row).endsWith("粘贴行8号"), row -> assertThat(row).endsWith("粘贴行12号"));
        assertThat(visitor.get("/activities?q=" + encoded("粘贴行")).html().select("table.list tbody tr")).hasSize(12);
    }

    @Test
    void rareNamesSurviveEntrySearchOrderAndExport(Visitor visitor) {
        signIn(visitor, TEACHER);
        List<String> names = List.of("示例𠮷", "示例䶮", "示例·买买提");
        for (String name : names) {
            Page form = visitor.get("/activities/new");
            Map<String, String> lesson = lesson(form, "罕见字");
            lesson.put("people", name);
            assertThat(visitor.submit(form, "form#record", lesson).status()).isEqualTo(303);
            assertThat(visitor.get("/activities?q=" + encoded(name)).html().select("table.list tbody").text())
                    .contains(name);
        }
        String query = "q=" + encoded("罕见字");
        assertThat(visitor.get("/activities?order=PERSON&" + query).html().select("table.list tbody tr")).hasSize(3);
        assertThat(visitor.get("/activities/export.csv?" + query).text()).contains(names);
        Page book = visitor.get("/activities/export.xlsx?" + query);
        assertThat(book.status()).isEqualTo(200);
        assertThat(cells(book.bytes())).contains(names);
    }

    @Test
    void formIsLightOnTheFirstVisitAndLighterLater(Visitor visitor) {
        signIn(visitor, TEACHER);
        Page form = visitor.get("/activities/new", "Accept-Encoding", "gzip");
        assertThat(form.header("Content-Encoding")).isEqualTo("gzip");
        Set<String> parts = new LinkedHashSet<>();
        for (Element part : visitor.get("/activities/new").html().select("link[href], script[src], use[href]")) {
            parts.add(part.attr(part.hasAttr("src") ? "src" : "href").replaceFirst("#.*", ""));
        }
        parts.remove("");
        Map<String, Integer> weights = new LinkedHashMap<>();
        weights.put("html", form.bytes().length);
        for (String part : parts) {
            Page loaded = visitor.get(part, "Accept-Encoding", "gzip");
            assertThat(loaded.status()).as(part).isEqualTo(200);
            assertThat(loaded.header("Cache-Control")).as(part).contains("max-age");
            weights.put(part, loaded.bytes().length);
        }
        assertThat(form.bytes().length).as(weights.toString()).isLessThanOrEqualTo(LATER_VISIT_BYTES);
        assertThat(weights.values().stream().mapToInt(Integer::intValue).sum()).as(weights.toString())
                .isLessThanOrEqualTo(FIRST_VISIT_BYTES);
    }

    @Test
    void savingAndTheSchoolsPageCostWhatTheyCost(Visitor visitor) {
        signIn(visitor, TEACHER);
        Page form = visitor.get("/activities/new");
        Page next = visitor.get("/activities/new");
        Map<String, String> first = lesson(form, "计数一");
        Map<String, String> second = lesson(next, "计数二");
        SqlCount.of(() -> visitor.submit(form, "form#record", first));
        SqlCount.of(() -> visitor.submit(next, "form#record", second)).assertSelects(8);
        // Two of them for the lessons of the day that the form offers from the timetable.
        SqlCount.of(() -> visitor.get("/activities/new")).assertSelects(11);
        String home = visitor.get("/school").location();
        visitor.get(home);
        // Six for the ground, eight for the school, six for what is announced to this teacher; what was handed in, who
        // reminded of it last, what inspections found.
        SqlCount.of(() -> visitor.get(home)).assertSelects(23);
    }

    /** What a request of somebody signed in costs beside its own work: the session, a district per transaction, the rights. */
    @Test
    void sessionDistrictAndRightsCostAFixedNumberOfStatements(Visitor visitor) {
        signIn(visitor, TEACHER);
        Page form = visitor.get("/activities/new");
        List.of("/board", "/charter/readings").forEach(visitor::get);
        // Two transactions more than for the page's own: who sits where, and which year was appraised.
        assertBeside(SqlCount.of(() -> visitor.get("/board")), "board", 3, 6, 3);
        assertBeside(SqlCount.of(() -> visitor.get("/charter/readings")), "readings", 3, 3, 3);
        assertBeside(SqlCount.of(() -> visitor.get("/activities/new")), "form", 3, 6, 3);
        assertBeside(SqlCount.of(() -> visitor.submit(form, "form#record", lesson(form, "计数三"))), "save", 3, 3, 3);
    }

    private static void assertBeside(SqlCount count, String what, int session, int district, int rights) {
        assertThat(List.of(count.count(SqlCount.Kind.SESSION), count.count(SqlCount.Kind.DISTRICT),
                count.count(SqlCount.Kind.RIGHTS))).as(what + " " + count).containsExactly(session, district, rights);
    }

    private static Page signIn(Visitor visitor, String name) {
        Page door = visitor.get("/sign-in");
        String account = door.html().select("button[name=account]").stream()
                .filter(button -> button.text().contains(name)).findFirst().orElseThrow().val();
        return visitor.follow(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)));
    }

    private static Map<String, String> lesson(Page form, String topic) {
        Map<String, String> lesson = new LinkedHashMap<>();
        lesson.put("date", "2024-11-18");
        lesson.put("host", school(form, "育才学校"));
        lesson.put("leader", school(form, "居敬小学"));
        lesson.put("leaderRank", "BACKBONE");
        lesson.put("people", "示例教师03");
        lesson.put("mainKind", "demonstration-lesson");
        lesson.put("lessons_demonstration-lesson", "2");
        lesson.put("subject", "数学");
        lesson.put("grades", "五");
        lesson.put("topic", topic);
        lesson.put("same", "no");
        return lesson;
    }

    private static String school(Page form, String name) {
        return form.html().select("#host option").stream().filter(option -> option.text().startsWith(name)).findFirst()
                .orElseThrow(() -> new AssertionError(name + " not on " + form)).val();
    }

    /** What the ledger has for the duty behind an address. */
    private int counted(String href) {
        List<String> key = new ArrayList<>();
        for (String part : href.substring("/duties/".length()).split("/")) {
            key.add("'" + java.net.URLDecoder.decode(part, StandardCharsets.UTF_8).replace('~', '/') + "'");
        }
        return inDistrict("SELECT counted FROM obligation.progress WHERE (duty, bearer, counterpart, period) = ("
                + String.join(", ", key) + ")", Integer.class);
    }

    private <T> T inDistrict(String select, Class<T> type) {
        return Scope.call(DISTRICT,
                () -> transaction.execute(status -> jdbc.sql(select).query(type).single()));
    }

    private static Element one(Page page, String selector) {
        Element found = page.html().selectFirst(selector);
        if (found == null) {
            throw new AssertionError("no " + selector + " on " + page);
        }
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cells(byte[] book) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            return workbook.getFirstSheet().read().stream().flatMap(Row::stream).filter(Objects::nonNull)
                    .map(Cell::getText).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
