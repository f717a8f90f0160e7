package org.jiaogongti.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Searching in the sample world as every role: what is found may be opened, and what may not be opened is not found. */
@PlatformTest
final class SearchPageTest {

    private static final District DISTRICT = new District("330213");
    private static final List<String> TYPED = List.of("示范", "小学", "sljs", "居敬");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SearchUpkeep upkeep;

    SearchPageTest(JdbcClient jdbc, PlatformTransactionManager transactions, SearchUpkeep upkeep) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.upkeep = upkeep;
    }

    private static Visitor as(Visitor visitor, String name) {
        Visitor person = visitor.another();
        Page door = person.get("/sign-in");
        Element button = door.html().select("button[name=account]").stream()
                .filter(each -> each.text().contains(name)).findFirst().orElseThrow();
        Page answer = person.post("/sign-in/sample", Map.of("_csrf", door.html().select("input[name=_csrf]").val(),
                "account", button.val()));
        assertThat(answer.status()).isEqualTo(303);
        return person;
    }

    /** Everybody the sign-in page offers, by their name there. */
    private static Map<String, Visitor> everybody(Visitor visitor) {
        Map<String, Visitor> people = new LinkedHashMap<>();
        visitor.another().get("/sign-in").html().select("button[name=account]").forEach(button -> {
            String name = button.text().replaceAll("(?s)^.*?(示例\\p{IsHan}+\\d+).*$", "$1");
            people.put(name, as(visitor, name));
        });
        assertThat(people).hasSizeGreaterThan(10);
        return people;
    }

    private static Page search(Visitor person, String typed) {
        return person.get("/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    }

    /** Group by group, title and address. */
    private static List<String> found(Document page, String group) {
        return page.select("section:has(h2:containsOwn(" + group + ")) .hits a").eachText();
    }

    @Test
    void theHeaderLeadsHereFromEveryPageWithoutScript(Visitor visitor) {
        Visitor clerk = as(visitor, "示例职员01");
        Page board = clerk.open("/");
        Page answer = clerk
                .get(board.html().select("header form[role=search]").attr("action") + "?q=%E5%B1%85%E6%95%AC");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(board.html().select("header input[name=q]").attr("data-key")).isEqualTo("/");
        assertThat(found(answer.html(), "学校")).contains("居敬小学");
        assertThat(found(answer.html(), "责任")).isNotEmpty();
        assertThat(found(answer.html(), "活动")).isNotEmpty();
        assertThat(answer.html().select(".hits mark").eachText()).contains("居敬");
    }

    @Test
    void initialsRareCharactersAndFullWidthDigitsFindPeople(Visitor visitor) {
        Visitor clerk = as(visitor, "示例职员01");
        assertThat(found(search(clerk, "䶮").html(), "人")).containsExactly("示例·䶮");
        assertThat(found(search(clerk, "教师𠮷").html(), "人")).containsExactly("示例教师𠮷");
        assertThat(found(search(clerk, "教师０１").html(), "人")).containsExactly("示例教师01");
        assertThat(found(search(clerk, "sljs01").html(), "人")).contains("示例教师01");
        assertThat(found(search(clerk, "jjxx").html(), "学校")).contains("居敬小学");
        assertThat(search(clerk, "j").html().select("main").text()).contains("至少");
        assertThat(found(search(clerk, "没有这样的词").html(), "人")).isEmpty();
        assertThat(search(clerk, "没有这样的词").html().select("main section").eachText()).hasSize(4)
                .allMatch(text -> text.contains("没有找到"));
    }

    @Test
    void everyHitOpensForWhoFoundIt(Visitor visitor) {
        everybody(visitor).forEach((name, person) -> {
            Map<String, Set<String>> links = new TreeMap<>();
            for (String typed : TYPED) {
                Page page = search(person, typed);
                if (name.equals("示例技术员01")) {
                    assertThat(page.status()).isEqualTo(403);
                    continue;
                }
                assertThat(page.status()).isEqualTo(200);
                page.html().select("main section a").eachAttr("href").forEach(
                        link -> links.computeIfAbsent(shape(link), _ -> new TreeSet<>()).add(link));
            }
            // Links of one shape differ in what they are about: the first and the last of each.
            links.values().forEach(alike -> Stream.of(first(alike), last(alike)).distinct().forEach(
                    link -> assertThat(person.get(link).status()).as(name + " " + link).isEqualTo(200)));
        });
    }

    private static String shape(String link) {
        return link.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|=.*|Q\\d+", "#");
    }

    private static String first(Set<String> links) {
        return links.iterator().next();
    }

    private static String last(Set<String> links) {
        return List.copyOf(links).getLast();
    }

    /** The list is the authority for occasions, postings for people. */
    @Test
    void nobodyFindsWhatIsNotTheirs(Visitor visitor) {
        Map<String, Visitor> people = everybody(visitor);
        people.remove("示例技术员01");
        people.forEach((name, person) -> {
            String community = communityOf(name);
            if (community.isEmpty()) {
                return;
            }
            for (String typed : TYPED) {
                Document page = search(person, typed).html();
                for (String found : found(page, "人")) {
                    assertThat(communitiesOf(found)).as(name + " finds " + found).contains(community);
                }
                for (String link : page.select("a[href^=/activities/0]").eachAttr("href")) {
                    assertThat(concerns(link.substring("/activities/".length()), community)).as(name + " " + link)
                            .isTrue();
                }
            }
        });
    }

    private String communityOf(String person) {
        List<String> found = communitiesOf(person);
        return found.size() == 1 ? found.getFirst() : "";
    }

    private List<String> communitiesOf(String person) {
        return rows("""
                SELECT DISTINCT coalesce(o.community, m.community)::text FROM staff.person p
                  JOIN staff.posting o ON o.person = p.id
                  LEFT JOIN community.membership m ON m.school = o.school
                 WHERE p.name = :value AND coalesce(o.community, m.community) IS NOT NULL
                """, person);
    }

    private boolean concerns(String occasion, String community) {
        return rows("""
                SELECT o.community::text FROM activity.occasion o WHERE o.id = :value::uuid
                UNION
                SELECT m.community::text FROM activity.occasion o
                  LEFT JOIN activity.participant p ON p.occasion = o.id
                  JOIN community.membership m ON m.school IN (o.school, o.host, o.leader, p.school)
                 WHERE o.id = :value::uuid
                """, occasion).contains(community);
    }

    private List<String> rows(String sql, String value) {
        return Scope.call(DISTRICT, () -> transaction
                .execute(_ -> jdbc.sql(sql).param("value", value).query(String.class).list()));
    }

    @Test
    void theIndexIsAskedUnderRowLevelSecurity() throws SQLException {
        String database = jdbc.sql("SELECT current_database()").query(String.class).single();
        try (Connection owner = TestCluster.shared().postgres().superuser(database);
                Statement statement = owner.createStatement()) {
            // A server does this by itself within minutes: statistics, and the entries that wait beside the index.
            statement.execute("VACUUM ANALYZE activity.occasion, staff.person");
        }
        Integer[] pieces = SearchQuery.of("示例教师01").pieces(DISTRICT.code());
        for (String table : List.of("activity.occasion", "staff.person")) {
            List<String> plan = Scope.call(DISTRICT, () -> transaction.execute(_ -> {
                // Small tables are read faster than any index; here it is about what may be asked at all.
                jdbc.sql("SET LOCAL enable_seqscan = off").update();
                return jdbc.sql("EXPLAIN SELECT id FROM " + table + " WHERE pieces @> :pieces::int[]")
                        .param("pieces", pieces).query(String.class).list();
            }));
            assertThat(plan).as(table).anyMatch(line -> line.contains("_pieces"))
                    .anyMatch(line -> line.contains("Index Cond") && line.contains("@>"));
        }
    }

    @Test
    void rowsOfAnEarlierBuildAreFoundAfterTheUpkeep(Visitor visitor) {
        Visitor clerk = as(visitor, "示例职员01");
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(_ -> {
            jdbc.sql("UPDATE staff.person SET words = NULL, sound = NULL, pieces = NULL WHERE name = '示例教师㛃'").update();
            jdbc.sql("UPDATE activity.occasion SET sound = NULL, pieces = NULL WHERE id = (SELECT max(id::text)::uuid "
                    + "FROM activity.occasion)").update();
        }));
        assertThat(found(search(clerk, "㛃").html(), "人")).isEmpty();
        assertThat(upkeep.complete(DISTRICT)).isEqualTo(2);
        assertThat(found(search(clerk, "㛃").html(), "人")).containsExactly("示例教师㛃");
        assertThat(upkeep.complete(DISTRICT)).isZero();
    }

    @Test
    void theShortcutCanBeSwitchedOff(Visitor visitor) {
        Visitor clerk = as(visitor, "示例职员01");
        Page me = clerk.get("/me");
        String token = me.html().select("input[name=_csrf]").val();
        clerk.post("/preferences", Map.of("_csrf", token, "choice", "keys:off", "back", "/me"));
        assertThat(clerk.get("/me").html().select("header input[name=q]").hasAttr("data-key")).isFalse();
    }
}
