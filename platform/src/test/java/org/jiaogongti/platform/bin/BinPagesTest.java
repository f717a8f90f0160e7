package org.jiaogongti.platform.bin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.evidence.store.FileDepot;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.purpose.Certificate;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 回收站 as the sample world's people meet it: back as it was, refused with a reason, gone without a trace on its day. */
@PlatformTest
class BinPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String TEACHER = "示例教师03";
    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);
    private static final String WITHDRAW = "form[action$=/withdrawal]";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Progresses progresses;
    private final Emptying emptying;
    private final FileDepot depot;
    private final EvidenceFiles files;

    BinPagesTest(JdbcClient jdbc, TransactionTemplate transaction, Progresses progresses, Emptying emptying,
            FileDepot depot, EvidenceFiles files) {
        this.files = files;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.progresses = progresses;
        this.emptying = emptying;
        this.depot = depot;
    }

    private <T> T inDistrict(Supplier<T> work) {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> work.get()));
    }

    private long number(String sql, Map<String, ?> values) {
        return inDistrict(() -> jdbc.sql(sql).params(values).query(Long.class).single());
    }

    private void update(String sql, Map<String, ?> values) {
        assertThat(inDistrict(() -> jdbc.sql(sql).params(values).update())).as(sql).isEqualTo(1);
    }

    /** Of all schools and communities: counts are as they were only when every one of these is. */
    private List<Standing> standings() {
        return Scope.call(DISTRICT, () -> progresses.board("2024-2025-1").orElseThrow().standings());
    }

    /** A lesson of a teacher's school; answers its address. */
    private static String lesson(Visitor teacher, String topic) {
        Page form = teacher.get("/activities/new");
        String host = form.html().select("#host option").stream().filter(option -> option.text().startsWith("育才学校"))
                .findFirst().map(Element::val).orElseThrow();
        Map<String, String> fields = new HashMap<>(Map.of("date", "2024-11-13", "host", host, "leader",
                form.html().select("#record input[name=school]").val(), "leaderRank", "BACKBONE", "people", TEACHER,
                "mainKind", "demonstration-lesson", "lessons_demonstration-lesson", "1", "subject", "数学", "topic",
                topic));
        fields.putAll(Map.of("grades", "五", "same", "no"));
        Page saved = teacher.submit(form, "form#record", fields);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(303);
        return saved.location();
    }

    private static void paper(Visitor teacher, String lesson, String text) {
        Page added = teacher.submit(teacher.get(lesson), "form[action=/evidence]", Map.of(),
                Map.of("file", "%PDF-1.7\n" + text));
        assertThat(added.status()).as(added.toString()).isEqualTo(303);
    }

    /** Deletes it and follows to the page that says so. */
    private static Page delete(Visitor teacher, String lesson) {
        Page gone = teacher.submit(teacher.get(lesson), WITHDRAW, Map.of());
        assertThat(gone.status()).as(gone.toString()).isEqualTo(303);
        return teacher.follow(gone);
    }

    private static UUID id(String lesson) {
        return UUID.fromString(lesson.substring(lesson.lastIndexOf('/') + 1));
    }

    /** What a page says of an occasion, but for its history, which tells of the deletion and of the restoration. */
    private static List<String> said(Page page) {
        List<String> parts = new ArrayList<>(page.html().select("h1, section.kc:not(:has(ol.tl)) td, .evs, .live")
                .eachText());
        parts.addAll(page.html().select("form[action$=/withdrawal] button").eachText());
        return parts;
    }

    private void over(String lesson) {
        update("update bin.entry set on_day = :on, until_day = :until where thing = :thing",
                Map.of("on", TODAY.minusDays(31), "until", TODAY.minusDays(1), "thing", id(lesson)));
    }

    @Test
    void whatWasDeletedComesBackAsItWasWithItsPapersAndCounts(Visitor visitor) {
        Visitor teacher = visitor.as(TEACHER);
        String lesson = lesson(teacher, "删了又要回来的一课");
        paper(teacher, lesson, "回来的教案");
        List<Standing> before = standings();
        List<String> said = said(teacher.get(lesson));
        assertThat(String.join("", said)).contains("删了又要回来的一课", "file.txt");
        Page deleted = delete(teacher, lesson);
        assertThat(deleted.html().select(".toast-at form").attr("action")).startsWith("/bin/");
        assertThat(standings()).isNotEqualTo(before);
        assertThat(teacher.get("/activities?state=GONE&term=all&q=删了又要回来").text())
                .as("what is in the bin is in no list and in no file").doesNotContain("href=\"" + lesson);
        assertThat(teacher.get("/search?q=删了又要回来").text()).doesNotContain("href=\"" + lesson);
        Page bin = teacher.get("/bin?kind=occasion");
        assertThat(bin.html().select(".li:has(a[href=" + lesson + "])").text()).contains(TEACHER, "2024-12-20",
                "还剩 30 天");
        Page undone = teacher.submit(deleted, ".toast-at form", Map.of());
        assertThat(undone.location()).isEqualTo(lesson);
        assertThat(standings()).isEqualTo(before);
        Page back = teacher.get(lesson);
        assertThat(said(back)).isEqualTo(said);
        assertThat(back.html().select("ol.tl li").text()).contains("从回收站恢复");
        assertThat(teacher.get("/bin").html().select("a[href=" + lesson + "]")).isEmpty();
        // A paper by itself.
        Page without = teacher.follow(teacher.submit(back, "form[action$=/removal]", Map.of()));
        assertThat(without.html().select(".evs")).isEmpty();
        String entry = without.html().select(".toast-at form").attr("action");
        assertThat(teacher.submit(without, ".toast-at form", Map.of()).location()).isEqualTo(lesson);
        assertThat(said(teacher.get(lesson))).isEqualTo(said);
        assertThat(teacher.post(entry, Map.of("_csrf", teacher.formToken())).status()).as("once").isEqualTo(404);
        delete(teacher, lesson);
    }

    @Test
    void whatCannotComeBackIsRefusedWithTheReason(Visitor visitor) {
        Visitor teacher = visitor.as(TEACHER);
        String lesson = lesson(teacher, "撤了又记了一遍的课");
        Page deleted = delete(teacher, lesson);
        String entry = deleted.html().select(".toast-at form").attr("action");
        Visitor foreign = visitor.as("示例职员01");
        assertThat(foreign.post(entry, Map.of("_csrf", foreign.formToken())).status()).isEqualTo(404);
        String again = lesson(teacher, "撤了又记了一遍的课");
        Page twice = teacher.post(entry, Map.of("_csrf", teacher.formToken()));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.html().select("[role=alert]").text()).contains("又记过一条");
        delete(teacher, again);
        update("update bin.entry set day = '2023-03-01', on_day = '2023-05-01' where thing = :thing",
                Map.of("thing", id(lesson)));
        assertThat(teacher.post(entry, Map.of("_csrf", teacher.formToken())).text())
                .contains("2022-2023 年度考核已在它删除之后作出决定");
        over(lesson);
        assertThat(teacher.post(entry, Map.of("_csrf", teacher.formToken())).text()).contains("不能再恢复");
        // Deleted after its year was frozen: the year's archive refers to it, and it stays.
        assertThat(teacher.get("/bin").html().select(".li:has(a[href=" + lesson + "])").text())
                .contains("已封存的年度考核里有它");
        emptying.run(DISTRICT, TODAY);
        assertThat(teacher.get("/activities?state=GONE&term=all&q=撤了又记了一遍").text())
                .as("kept, and shown as withdrawn").contains("href=\"" + lesson).doesNotContain("href=\"" + again);
        assertThat(teacher.post(entry, Map.of("_csrf", teacher.formToken())).status()).isEqualTo(404);
    }

    @Test
    void onItsDayItIsGoneFromEveryTableAndTheFiles(Visitor visitor) {
        Visitor teacher = visitor.as(TEACHER);
        String lesson = lesson(teacher, "到期就清除的一课");
        String other = lesson(teacher, "同一份教案的另一课");
        paper(teacher, lesson, "只有它有");
        paper(teacher, lesson, "两课都有");
        paper(teacher, other, "两课都有");
        List<String> hashes = inDistrict(() -> jdbc.sql(
                "select sha256 from evidence.item where holder = :id order by uploaded_at, id")
                .param("id", id(lesson)).query(String.class).list());
        assertThat(hashes).hasSize(2);
        assertThat(places("到期就清除的一课")).containsKey("activity.occasion");
        delete(teacher, lesson);
        assertThat(places("到期就清除的一课")).containsKeys("activity.occasion", "bin.entry");
        over(lesson);
        Elements row = teacher.get("/bin").html().select(".li:has(a[href=" + lesson + "])");
        assertThat(row.text()).contains("今夜清除").doesNotContain("还剩");
        assertThat(row.select("form")).isEmpty();
        List<Certificate> certificates = emptying.run(DISTRICT, TODAY);
        assertThat(certificates).hasSize(1);
        Certificate certificate = certificates.getFirst();
        assertThat(certificate.pupils()).isEqualTo(1);
        assertThat(certificate.places()).contains("activity.occasion 1", "evidence.item 2", "evidence.file 1");
        assertThat(places("到期就清除的一课")).isEmpty();
        assertThat(places(id(lesson).toString()))
                .as("that it was, not what it was: journal and ledger are only added to")
                .containsOnlyKeys("journal.entry", "journal.payload", "obligation.contribution");
        assertThat(depot.has(DISTRICT.code(), hashes.getFirst())).isFalse();
        assertThat(depot.has(DISTRICT.code(), hashes.getLast())).as("another record has the same").isTrue();
        assertThat(teacher.get(lesson).status()).isEqualTo(404);
        assertThat(teacher.get("/search?q=到期就清除").text()).doesNotContain("href=\"" + lesson);
        Visitor principal = visitor.as("示例管理员01");
        assertThat(principal.get("/bin/certificates").text()).contains("第 " + certificate.line() + " 号",
                certificate.hash());
        assertThat(emptying.run(DISTRICT, TODAY)).as("run twice, it is done once").isEmpty();
        delete(teacher, other);
        over(other);
        emptying.run(DISTRICT, TODAY);
        assertThat(depot.has(DISTRICT.code(), hashes.getLast())).isFalse();
    }

    /** Rows of every table of the district that hold a text. */
    private Map<String, Long> places(String text) {
        List<String> tables = inDistrict(() -> jdbc.sql("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'lib')
                order by 1
                """).query(String.class).list());
        assertThat(tables).hasSizeGreaterThan(100);
        Map<String, Long> found = new HashMap<>();
        for (String table : tables) {
            long rows = number("select count(*) from " + table + " t where strpos(t::text, :text) > 0",
                    Map.of("text", text));
            if (rows > 0) {
                found.put(table, rows);
            }
        }
        return found;
    }

    @Test
    void theDatabaseLetsNothingGoThatIsNotInTheBin() {
        for (String table : List.of("occasion", "announcement", "minutes", "moving", "step")) {
            assertThatThrownBy(() -> inDistrict(() -> jdbc.sql("delete from activity." + table).update())).as(table)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    /** Bytes that came before somebody erased the same content are gone when their row is to be written. */
    @Test
    void whatWasErasedWhileItWasSentAgainIsAskedForOnceMore() throws IOException {
        byte[] paper = "%PDF-1.7\n传到一半".getBytes(StandardCharsets.UTF_8);
        Stored stored = (Stored) Scope.call(DISTRICT,
                () -> files.receive(new Upload("教案.pdf", () -> new ByteArrayInputStream(paper))));
        depot.remove(DISTRICT.code(), stored.sha256());
        assertThat(inDistrict(() -> files.attach(Actor.system(), new UUID(7, 7), new UUID(7, 8), stored)))
                .isEqualTo(new EvidenceFiles.Added.No("evidence.refused.gone", List.of()));
    }

    @Test
    void theBureauSaysForHowManyDaysFromADay(Visitor visitor) {
        Visitor admin = visitor.as("示例管理员01");
        Page bin = admin.get("/bin");
        Page wrong = admin.submit(bin, "form[action=/bin/days]", Map.of("days", "3"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("#term-problem").text()).contains("7 到 365");
        assertThat(admin.submit(bin, "form[action=/bin/days]", Map.of("days", "60", "from", "2024-11-01")).status())
                .isEqualTo(422);
        assertThat(admin.submit(bin, "form[action=/bin/days]", Map.of("days", "60", "from", "2030-01-01")).status())
                .isEqualTo(303);
        assertThat(admin.get("/bin").text()).contains("从 2030-01-01 起删除的，保留 60 天", "30 天内可以恢复");
        assertThat(visitor.as(TEACHER).get("/bin").html().select("form[action=/bin/days]")).isEmpty();
    }

    @Test
    void aSchoolAndTheBureauSeeTheirOwn(Visitor visitor) {
        Page own = visitor.as("示例校长03").get("/bin");
        assertThat(own.html().select(".li").eachText()).filteredOn(line -> line.contains("示例校长03"))
                .isNotEmpty().allSatisfy(line -> assertThat(line).contains("还剩"));
        assertThat(own.html().select(".li").text()).doesNotContain("示例职员01");
        assertThat(own.html().select("nav.seg a")).hasSize(5);
        assertThat(visitor.as("示例职员01").get("/bin").html().select(".li").text()).contains("示例职员01")
                .doesNotContain("示例校长03");
        assertThat(visitor.as("示例督学01").get("/bin").status()).isEqualTo(403);
    }
}
