package org.jiaogongti.platform.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Accounts;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calendars over HTTP, as the sample world's people meet them, and what a calendar program gets. */
@PlatformTest
class AgendaPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String LEAD = "居敬小学";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Accounts accounts;

    AgendaPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions, Accounts accounts) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.accounts = accounts;
    }

    @AfterEach
    void takeOutWhatWasMade() {
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(_ -> jdbc.sql("delete from agenda.feed").update()));
    }

    private <T> T asked(Class<T> type, String sql, Map<String, ?> values) {
        return Scope.call(DISTRICT,
                () -> transaction.execute(_ -> jdbc.sql(sql).params(values).query(type).single()));
    }

    private String school(String name) {
        return asked(String.class, "select id::text from school.school where name = :name", Map.of("name", name));
    }

    @Test
    void everyViewShowsItsDaysAndLeadsOn(Visitor visitor) {
        Visitor principal = visitor.as("示例校长03");
        String of = "&of=school:" + school(LEAD);
        Page week = principal.get("/agenda?view=week&day=2024-12-10" + of);
        assertThat(week.html().select("h1").text()).isEqualTo(LEAD + "的日程");
        assertThat(week.html().select(".ph").text()).contains("12月9日 周一 至 12月15日 周日", "第15周");
        assertThat(week.html().select(".ag-d")).hasSize(7);
        assertThat(week.html().select(".ag-d:has(time[datetime=2024-12-10]) .ag-e").text()).contains("一题多解",
                "09:10–09:50");
        assertThat(week.html().select(".ag-e.gone").text()).contains("复习课怎么上", "已取消");
        Page next = principal.get(week.html().select("a[rel=next]").attr("href"));
        assertThat(next.html().select(".ph").text()).contains("12月16日", "第16周");
        Page month = principal.get("/agenda?view=month&day=2024-12-10" + of);
        String crowded = ".ag-m td:has(time[datetime=2024-12-13])";
        assertThat(month.html().select(crowded + " .ag-e")).hasSize(3);
        assertThat(month.html().select(crowded + " .ag-more").text()).isEqualTo("还有 3 项");
        Page day = principal.get(month.html().select(crowded + " .ag-more").attr("href"));
        assertThat(day.html().select(".ag-e:contains(家长开放日)")).hasSize(6);
        assertThat(month.html().select("td.off time").eachAttr("datetime")).contains("2024-12-07").doesNotContain(
                "2024-12-09");
        Page term = principal.get("/agenda?view=term&day=2024-11-20" + of);
        assertThat(term.html().select(".ag-t tbody tr.now th").text()).isEqualTo("第12周");
        assertThat(term.html().select(".ag-t tr:contains(09-30)").text()).contains("周二至周日 国庆节");
        assertThat(principal.get("/agenda?view=week&day=2025-02-01" + of).text()).contains("这一周没有活动");
        assertThat(principal.get("/agenda?day=1").status()).as("what is no day is today").isEqualTo(200);
    }

    @Test
    void clashesNameBothSidesAndAWayOutAndForbidNothing(Visitor visitor) {
        Visitor principal = visitor.as("示例校长03");
        Page day = principal.get("/agenda?view=day&day=2024-12-10&of=school:" + school(LEAD));
        String clashes = day.html().select("#clashes").text();
        assertThat(clashes).contains("同时还有：公开课", "一题多解", "送一节公开课", "当天有空的时间");
        assertThat(principal.get("/agenda?view=month&day=2024-12-10").html().select("details#clashes[open]"))
                .as("a month keeps them folded").isEmpty();
        String room = principal.get("/agenda?view=day&day=2024-12-11&of=school:" + school(LEAD)).html()
                .select("#clashes").text();
        assertThat(room).contains("居敬 录播教室（场地） 同时还有：公开课");
        String plan = day.html().select("#clashes a.n").attr("href");
        assertThat(principal.get(plan).html().select("section:has(h2:contains(时间冲突))").text()).contains("同时还有");
        Page form = principal.get("/activities/new?kind=open-lesson&date=2024-12-11&host=" + school(LEAD));
        String teacher = asked(String.class, """
                select n.name from activity.person n join activity.occasion o on o.id = n.occasion
                 where o.held_on = '2024-12-11' and o.topic = '说课录像'
                """, Map.of());
        Page warned = principal.submit(form, "#record", Map.of("dayPart", "pm-1", "people", teacher, "subject", "语文",
                "className", "录播教室", "f_open-to", "全区"));
        assertThat(warned.status()).as("saved all the same").isEqualTo(303);
        String saved = warned.location();
        assertThat(principal.open(saved).html().select("section:has(h2:contains(时间冲突))").text())
                .contains(teacher + " 同时还有", "录播教室（场地）");
        assertThat(principal.submit(principal.get(saved), "form[action$=/withdrawal]", Map.of()).status())
                .isEqualTo(303);
    }

    @Test
    void whileItIsWrittenTheFormSaysWhatIsInTheWay(Visitor visitor) {
        Visitor principal = visitor.as("示例校长03");
        Page form = principal.get("/activities/new?kind=open-lesson&date=2024-12-11&host=" + school(LEAD));
        Map<String, String> typed = Map.of("dayPart", "pm-1", "people", "示例外来讲师", "className", "录播教室", "subject",
                "语文", "f_open-to", "全区");
        String token = form.html().select("#record input[name=_csrf]").val();
        Map<String, String> sent = new java.util.HashMap<>();
        form.html().select("#record").forms().getFirst().formData()
                .forEach(field -> sent.put(field.key(), field.value()));
        sent.remove("files");
        sent.putAll(typed);
        sent.put("_csrf", token);
        Page live = principal.post("/activities/preview", sent, "HX-Request", "true");
        assertThat(live.html().select(".nt.soon").text()).contains("时间冲突", "录播教室（场地） 同时还有", "说课录像");
        sent.put("date", "2024-11-18");
        assertThat(principal.post("/activities/preview", sent, "HX-Request", "true").html().select(".nt.soon"))
                .as("what is over is not warned about").isEmpty();
    }

    @Test
    void aCalendarIsForThoseWhoMaySeeIt(Visitor visitor) {
        Visitor teacher = visitor.as("示例教师03");
        String elsewhere = asked(String.class, """
                select s.id::text from school.school s where not exists (
                    select from community.membership m join community.membership o on o.community = m.community
                        join staff.posting p on p.school = o.school join staff.person n on n.id = p.person
                    where m.school = s.id and n.name = '示例教师03') order by s.name limit 1
                """, Map.of());
        assertThat(teacher.get("/agenda?of=school:" + elsewhere).status()).isEqualTo(404);
        assertThat(teacher.get("/agenda?of=school:" + new UUID(7, 7)).status()).isEqualTo(404);
        assertThat(teacher.get("/agenda?of=nonsense").status()).isEqualTo(404);
        assertThat(teacher.get("/agenda?subject=" + "x").status()).isEqualTo(404);
        String other = asked(String.class, "select id::text from staff.person where name = '示例校长03'", Map.of());
        assertThat(teacher.get("/agenda?of=person:" + other).status()).as("a colleague's").isEqualTo(404);
        String own = asked(String.class, "select id::text from staff.person where name = '示例教师03'", Map.of());
        Page seen = visitor.as("示例校长03").get("/agenda?of=person:" + own);
        assertThat(seen.html().select("h1").text()).as("the school's office").isEqualTo("示例教师03的日程");
        assertThat(teacher.get("/agenda").html().select("h1").text()).isEqualTo("我的日程");
        Visitor clerk = visitor.as("示例职员01");
        assertThat(clerk.get("/agenda").html().select("h1").text()).as("who looks after all").isEqualTo("全部活动");
        assertThat(clerk.get("/agenda?of=me").html().select("h1").text()).isEqualTo("我的日程");
    }

    @Test
    void thePageCostsAFixedNumberOfSelects(Visitor visitor) {
        Visitor principal = visitor.as("示例校长03");
        String of = "&of=school:" + school(LEAD);
        principal.get("/agenda?view=month&day=2024-12-10" + of);
        SqlCount month = SqlCount.of(() -> principal.get("/agenda?view=month&day=2024-12-10" + of));
        SqlCount term = SqlCount.of(() -> principal.get("/agenda?view=term&day=2024-11-20" + of));
        month.assertSelectsAtMost(17);
        assertThat(term.selects()).as("a term costs no more than a month").isLessThanOrEqualTo(month.selects());
        SqlCount past = SqlCount.of(() -> principal.get("/agenda?view=month&day=2024-10-10" + of));
        assertThat(past.selects()).as("no plans, nothing to compare").isLessThan(month.selects());
    }

    private static String link(Page made) {
        String address = made.html().select(".secret").text();
        assertThat(address).as(made.toString()).contains("/agenda/feed/330213-").endsWith(".ics");
        return address.substring(address.indexOf("/agenda/feed/"));
    }

    private static Page made(Visitor person, String of) {
        Page made = person.submit(person.get("/agenda/feeds?of=" + of), "form[action=/agenda/feeds]", Map.of());
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        assertThat(made.header("Cache-Control")).contains("no-store");
        return made;
    }

    @Test
    void aFeedIsReadByACalendarProgramUntilItIsRevoked(Visitor visitor) throws IOException {
        Visitor principal = visitor.as("示例校长03");
        String link = link(made(principal, "school:" + school(LEAD)));
        Visitor program = visitor.another();
        Page feed = program.get(link);
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).startsWith("text/calendar");
        try (ICalReader reader = new ICalReader(feed.text())) {
            ICalendar read = reader.readNext();
            assertThat(reader.getWarnings()).isEmpty();
            assertThat(read.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
            VEvent gone = read.getEvents().stream()
                    .filter(event -> event.getSummary().getValue().contains("复习课怎么上")).findFirst().orElseThrow();
            assertThat(gone.getStatus().isCancelled()).isTrue();
            assertThat(gone.getSequence().getValue()).as("one correction").isEqualTo(1);
            assertThat(read.getEvents()).anyMatch(event -> event.getSummary().getValue().contains("一题多解")
                    && event.getDateStart().getValue().hasTime());
            assertThat(read.getEvents()).anyMatch(event -> event.getSummary().getValue().contains("家长开放日")
                    && !event.getDateStart().getValue().hasTime());
            List<String> ids = read.getEvents().stream().map(event -> event.getUid().getValue()).toList();
            assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.endsWith("@jiaogongti"));
        }
        assertThat(program.get(link, "If-None-Match", feed.header("ETag")).status()).isEqualTo(304);
        Page list = principal.get("/agenda/feeds");
        assertThat(list.text()).contains("最近一次读取").doesNotContain("/agenda/feed/330213-");
        assertThat(principal.submit(list, "form[action$=/revocation]", Map.of()).status()).isEqualTo(303);
        Page revoked = program.get(link);
        Page unknown = program.get("/agenda/feed/330213-" + "a".repeat(43) + ".ics");
        assertThat(revoked.status()).isEqualTo(404);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(revoked.text()).isEqualTo(unknown.text());
    }

    @Test
    void aFeedOfAnEndedAccountDoesNotOpenAndTheTextsCorrectionsGrow(Visitor visitor) {
        Visitor teacher = visitor.as("示例教师03");
        String link = link(made(teacher, "me"));
        UUID account = asked(UUID.class, """
                select a.id from access.account a join staff.person p on p.id = a.person_id where p.name = '示例教师03'
                """, Map.of());
        Visitor program = visitor.another();
        assertThat(program.get(link).status()).isEqualTo(200);
        Scope.run(DISTRICT, () -> accounts.disable(Actor.system(), account));
        try {
            assertThat(program.get(link).status()).isEqualTo(404);
        } finally {
            Scope.run(DISTRICT, () -> accounts.enable(Actor.system(), account));
        }
        assertThat(program.get(link).status()).isEqualTo(200);
    }

    private record Waiting(String person, String occasion, int version) {}

    /** The sample has a full lesson for which two teachers wait. */
    @Test
    void onesOwnFeedSaysWhoWaitsAndRisesWhenSomethingChanged(Visitor visitor) throws IOException {
        Waiting waiting = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select i.person::text as person, o.id::text as occasion, o.version from activity.invitee i
                  join activity.announcement n on n.occasion = i.occasion and n.places = 3
                  join activity.occasion o on o.id = i.occasion and o.state = 'PLANNED' and o.held_on > '2024-11-20'
                 where i.left_at is null and i.number > 4 order by o.held_on, i.number limit 1
                """)
                .query((row, _) -> new Waiting(row.getString("person"), row.getString("occasion"),
                        row.getInt("version")))
                .single()));
        String link = link(made(visitor.as("示例职员01"), "person:" + waiting.person()));
        try (ICalReader reader = new ICalReader(visitor.another().get(link).text())) {
            VEvent event = reader.readNext().getEvents().stream()
                    .filter(each -> each.getUid().getValue().startsWith(waiting.occasion())).findFirst()
                    .orElseThrow();
            assertThat(event.getStatus().isTentative()).isTrue();
            assertThat(event.getSummary().getValue()).startsWith("（候补）");
            assertThat(event.getDescription().getValue()).contains("候补第");
            assertThat(event.getSequence().getValue()).as("came, one left, one announcement")
                    .isEqualTo(waiting.version() - 1 + 3);
        }
    }

    @Test
    void nobodyRevokesAnothersFeedAndNobodyHasMoreThanTen(Visitor visitor) {
        Visitor principal = visitor.as("示例校长03");
        made(principal, "me");
        String form = principal.get("/agenda/feeds").html().select("form[action$=/revocation]").attr("action");
        Visitor teacher = visitor.as("示例教师03");
        String token = teacher.get("/agenda/feeds").html().select("input[name=_csrf]").val();
        assertThat(teacher.post(form, Map.of("_csrf", token)).status()).isEqualTo(404);
        for (int i = 1; i < Feeds.MOST; i++) {
            made(principal, "all");
        }
        Page refused = principal.submit(principal.get("/agenda/feeds"), "form[action=/agenda/feeds]", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("最多 10 个");
    }
}
