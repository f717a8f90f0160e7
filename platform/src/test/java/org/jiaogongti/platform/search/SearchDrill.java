package org.jiaogongti.platform.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.Platform;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.TestDatabase;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.springframework.boot.SpringApplication;

/**
 * How long a search takes among many occasions, as a person at the browser has it: {@code SearchDrill 200000 41}. The
 * sample world's occasions are copied with new days and topics; every word is asked for as often as the second number says.
 */
final class SearchDrill {

    private static final String DISTRICT = "330213";
    private static final List<String> ASKED = List.of("示范", "居敬", "sfk", "小数乘法", "示例教师01", "sljs01", "䶮", "数学 居敬",
            "教师 课",
            "没有这样的词", "学");
    private static final String COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行"
            + "学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日";

    private SearchDrill() {}

    public static void main(String[] arguments) throws SQLException {
        int records = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        DatabaseAddress address = TestCluster.shared().sample();
        fill(address, records);
        SpringApplication application = new SpringApplication(Platform.class);
        application.setDefaultProperties(TestDatabase.settings(address, true, Path.of("target", "drill-files")));
        try (var running = application.run("--server.port=0")) {
            String port = running.getEnvironment().getRequiredProperty("local.server.port");
            for (String who : List.of("示例职员01", "示例教师03")) {
                Visitor person = signedIn(new Visitor("http://localhost:" + port), who);
                for (String asked : ASKED) {
                    measure(person, who, asked, rounds);
                }
            }
        }
        System.exit(0);
    }

    private static Visitor signedIn(Visitor person, String who) {
        Page door = person.get("/sign-in");
        Element button = door.html().select("button[name=account]").stream().filter(each -> each.text().contains(who))
                .findFirst().orElseThrow();
        person.post("/sign-in/sample",
                Map.of("_csrf", door.html().select("input[name=_csrf]").val(), "account", button.val()));
        return person;
    }

    private static void measure(Visitor person, String who, String asked, int rounds) {
        String path = "/search?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
        long[] times = new long[rounds];
        int hits = 0;
        for (int round = -5; round < rounds; round++) {
            long start = System.nanoTime();
            Page page = person.get(path);
            long took = System.nanoTime() - start;
            hits = page.html().select(".hits a").size();
            if (round >= 0) {
                times[round] = took;
            }
        }
        Arrays.sort(times);
        System.out.printf("%s %-12s %2d hits  median %6.1f ms  least %6.1f  most %6.1f%n", who, asked, hits,
                times[rounds / 2] / 1e6, times[0] / 1e6, times[rounds - 1] / 1e6);
    }

    private record Row(UUID id, String words, List<UUID> places) {}

    private static void fill(DatabaseAddress address, int records) throws SQLException {
        Random chance = new Random(1);
        try (Connection connection = DriverManager.getConnection(address.url(), DatabaseAddress.APP,
                address.appPassword()); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('jgt.district', '" + DISTRICT + "', false)");
            List<Row> rows = rows(statement);
            try (PreparedStatement insert = connection.prepareStatement(
                    """
                            INSERT INTO activity.occasion (district, id, token, version, held_on, day_part, community, school, host,
                                leader, leader_rank, main_kind, subject, class_name, topic, lead_name, state, standing, recorder,
                                recorder_name, recorded_at, entered_on, answer_from, words, sound, pieces)
                            SELECT district, uuidv7(), uuidv7(), version, held_on + ?, day_part, community, school, host,
                                leader, leader_rank, main_kind, subject, class_name, ?, lead_name, 'HELD', standing, recorder,
                                recorder_name, recorded_at, entered_on, answer_from, ?, ?, ?
                            FROM activity.occasion WHERE id = ?
                            """)) {
                for (int number = rows.size(); number < records; number++) {
                    Row row = rows.get(chance.nextInt(rows.size()));
                    String topic = chance.ints(8, 0, COMMON.length()).mapToObj(COMMON::charAt).map(String::valueOf)
                            .collect(Collectors.joining());
                    SearchText found = SearchText.of(DISTRICT, topic + " " + row.words(), row.places());
                    insert.setInt(1, -chance.nextInt(1_500));
                    insert.setString(2, topic);
                    insert.setString(3, found.words());
                    insert.setString(4, found.sound());
                    insert.setArray(5, connection.createArrayOf("int4", found.numbers()));
                    insert.setObject(6, row.id());
                    insert.addBatch();
                    if (number % 1_000 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
        }
        try (Connection owner = TestCluster.shared().postgres().superuser(address.url().replaceFirst(".*/", ""));
                Statement statement = owner.createStatement()) {
            // What autovacuum does on a server within minutes.
            statement.execute("VACUUM ANALYZE activity.occasion");
            try (ResultSet size = statement.executeQuery("""
                    SELECT count(*) || ' occasions, table ' || pg_size_pretty(pg_table_size('activity.occasion'))
                        || ', index ' || pg_size_pretty(pg_relation_size('activity.occasion_pieces'))
                    FROM activity.occasion
                    """)) {
                size.next();
                System.out.println(size.getString(1));
            }
        }
    }

    private static List<Row> rows(Statement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(
                "SELECT id, words, ARRAY[community, school, host, leader]::text[] FROM activity.occasion")) {
            while (found.next()) {
                List<UUID> places = Arrays.stream((String[]) found.getArray(3).getArray())
                        .filter(java.util.Objects::nonNull).map(UUID::fromString).toList();
                rows.add(new Row(found.getObject(1, UUID.class), found.getString(2), places));
            }
        }
        return rows;
    }
}
