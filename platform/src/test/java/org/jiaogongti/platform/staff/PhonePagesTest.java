package org.jiaogongti.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Telephone numbers over HTTP: masked, given for a purpose, found whole, and nowhere to be read in the database or a log. */
@PlatformTest
class PhonePagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String NUMBER = "19901237654";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String database;

    PhonePagesTest(JdbcClient jdbc, PlatformTransactionManager transactions, @Value("${jgt.database.url}") String url) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.database = url.substring(url.lastIndexOf('/') + 1);
    }

    @AfterEach
    void takeOutNumbers() {
        Scope.run(DISTRICT,
                () -> transaction.executeWithoutResult(_ -> jdbc.sql("delete from staff.phone").update()));
    }

    private UUID person(String name) {
        return Scope.call(DISTRICT,
                () -> transaction.execute(_ -> jdbc.sql("select id from staff.person where name = :name")
                        .param("name", name).query(UUID.class).single()));
    }

    private List<String> journalled(UUID id) {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select action from journal.entry where object_id = :id and action like 'Phone%' order by number
                """).param("id", id).query(String.class).list()));
    }

    private static Page post(Visitor person, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", SampleDoor.token(person));
        return person.post(path, all);
    }

    @Test
    void aNumberIsMaskedAndGivenForAPurposeThatTheJournalNames(Visitor visitor) {
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        UUID id = person("示例教师21");
        int before = journalled(id).size();
        String path = "/people/" + id;
        assertThat(office.get(path).text()).contains("没有登记手机号");
        Page wrong = office.submit(office.get(path), "form[action$=/phone]", Map.of("phone", "1990123765"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("11 位手机号");
        assertThat(office.submit(office.get(path), "form[action$=/phone]", Map.of("phone", "+86 199-0123-7654"))
                .status()).isEqualTo(303);
        Page masked = office.get(path);
        assertThat(masked.text()).contains("199****7654").doesNotContain(NUMBER);
        Page whole = office.submit(masked, "form[action$=/phone/whole]", Map.of("purpose", "CALL"));
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.html().select("a[href^=tel]").text()).isEqualTo(NUMBER);
        assertThat(whole.header("Cache-Control")).contains("no-store");
        assertThat(office.get(path).text()).as("masked again").doesNotContain(NUMBER);
        assertThat(post(office, path + "/phone/whole", Map.of("purpose", "CURIOSITY")).status()).isEqualTo(422);
        assertThat(office.get("/people/export.csv").text()).contains("示例教师21").doesNotContain("7654");
        assertThat(office.submit(office.get(path), "form[action$=/phone/removal]", Map.of()).status()).isEqualTo(303);
        assertThat(post(office, path + "/phone/whole", Map.of("purpose", "CALL")).status()).isEqualTo(422);
        List<String> journal = journalled(id);
        assertThat(journal.subList(before, journal.size())).containsExactly("PhoneNoted", "PhoneShown",
                "PhoneRemoved");
    }

    @Test
    void whoReadsACardOnlyNeitherSeesNorEntersNorGetsANumber(Visitor visitor) {
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        String path = "/people/" + person("示例教师21");
        assertThat(post(office, path + "/phone", Map.of("phone", NUMBER)).status()).isEqualTo(303);
        for (String name : List.of("示例教师03", "示例督学01", "示例校长03", "示例教研员01")) {
            Visitor other = SampleDoor.as(visitor, name);
            assertThat(other.get(path).text()).as(name).doesNotContain("7654").doesNotContain("手机号");
            for (String deed : List.of("/phone", "/phone/removal", "/phone/whole")) {
                assertThat(post(other, path + deed, Map.of("phone", NUMBER, "purpose", "CALL")).status())
                        .as(name + deed).isEqualTo(404);
            }
        }
        Visitor training = SampleDoor.as(visitor, "示例研训01");
        assertThat(training.get(path).text()).contains("199****7654");
        assertThat(post(training, path + "/phone/whole", Map.of("purpose", "CALL")).status()).isEqualTo(404);
        Visitor bureau = SampleDoor.as(visitor, "示例职员01");
        assertThat(post(bureau, path + "/phone/whole", Map.of("purpose", "URGENT")).text()).contains(NUMBER);
        assertThat(post(bureau, path + "/phone", Map.of("phone", NUMBER)).status()).isEqualTo(404);
        assertThat(post(bureau, "/people/" + new UUID(7, 7) + "/phone/whole", Map.of("purpose", "CALL")).status())
                .isEqualTo(404);
    }

    @Test
    void everybodyEntersTheirOwn(Visitor visitor) {
        Visitor teacher = SampleDoor.as(visitor, "示例教师03");
        Page mine = teacher.open("/people/mine");
        assertThat(teacher.submit(mine, "form[action$=/phone]", Map.of("phone", NUMBER)).status()).isEqualTo(303);
        assertThat(teacher.open("/people/mine").text()).contains("199****7654");
    }

    @Test
    void aWholeNumberFindsWhomOneMaySeeAndAPartNobody(Visitor visitor) {
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        UUID own = person("示例教师21");
        UUID foreign = person("示例教师03");
        assertThat(post(office, "/people/" + own + "/phone", Map.of("phone", NUMBER)).status()).isEqualTo(303);
        Visitor other = SampleDoor.as(visitor, "示例校长03");
        assertThat(post(other, "/people/" + foreign + "/phone", Map.of("phone", NUMBER)).status()).isEqualTo(303);
        Page found = office.submit(office.get("/people"), "form[action=/people/phone-search]",
                Map.of("phone", "199 0123 7654"));
        assertThat(found.html().select("main .li a").eachAttr("href")).containsExactly("/people/" + own);
        assertThat(found.text()).doesNotContain(NUMBER);
        Page both = post(SampleDoor.as(visitor, "示例职员01"), "/people/phone-search", Map.of("phone", NUMBER));
        assertThat(both.html().select("main .li a")).hasSize(2);
        assertThat(post(office, "/people/phone-search", Map.of("phone", "7654")).status()).isEqualTo(422);
        assertThat(post(office, "/people/phone-search", Map.of("phone", "19901237655")).text()).contains("没有找到");
        assertThat(office.get("/people?q=7654").html().select("table.lines tbody tr")).isEmpty();
        assertThat(post(SampleDoor.as(visitor, "示例教师03"), "/people/phone-search", Map.of("phone", NUMBER)).status())
                .isEqualTo(403);
    }

    @Test
    void theDatabaseAndTheLogsHoldNoNumber(Visitor visitor) throws SQLException {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        String path = "/people/" + person("示例教师21");
        assertThat(post(office, path + "/phone", Map.of("phone", NUMBER)).status()).isEqualTo(303);
        assertThat(post(office, path + "/phone/whole", Map.of("purpose", "CHECK")).text()).contains(NUMBER);
        assertThat(post(office, "/people/phone-search", Map.of("phone", NUMBER)).status()).isEqualTo(200);
        root.warn("示例");
        root.detachAppender(log);
        assertThat(log.list).as("what is logged is seen here").isNotEmpty()
                .noneMatch(event -> event.getFormattedMessage().contains(NUMBER));
        String hex = HexFormat.of().formatHex(NUMBER.getBytes(StandardCharsets.UTF_8));
        List<String> holding = new ArrayList<>();
        List<String> sealed = new ArrayList<>();
        try (Connection connection = TestCluster.shared().postgres().superuser(database);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("""
                    select format('%I.%I', schemaname, tablename) from pg_tables
                    where schemaname not in ('pg_catalog', 'information_schema')
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select count(*), count(*) filter (where t::text like '%"
                        + NUMBER + "%' or t::text like '%" + hex + "%') from " + table + " t")) {
                    rows.next();
                    if (rows.getLong(2) > 0) {
                        holding.add(table);
                    }
                    if (rows.getLong(1) > 0 && table.equals("staff.phone")) {
                        sealed.add(table);
                    }
                }
            }
        }
        assertThat(sealed).as("the table has a row").hasSize(1);
        assertThat(holding).isEmpty();
    }
}
