package org.jiaogongti.platform.activity;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jiaogongti.platform.Platform;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.TestDatabase;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.springframework.boot.SpringApplication;

/**
 * What a day's work costs among few and among very many occasions, as a person at the browser has it:
 * {@code OccasionDrill 31 100000 1000000}. The first number is how often each thing is done, the others are the sizes to which
 * the sample world is filled up: its occasions are copied into earlier years with what hangs on them, facts, contributions,
 * duties of each activity and filings too.
 */
final class OccasionDrill {

    private static final String TEACHER = "示例教师03";
    private static final String CONVENOR = "示例教师01";
    private static final String RESEARCHER = "示例教研员01";
    private static final String CLERK = "示例职员01";
    private static final int WARM = 5;
    private static final int PAGE = 50;
    private static final int FAR = 2_000;

    private final String base;
    private final int rounds;
    private int made;

    private OccasionDrill(String base, int rounds) {
        this.base = base;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws SQLException {
        DatabaseAddress address = TestCluster.shared().sample();
        SpringApplication application = new SpringApplication(Platform.class);
        application.setDefaultProperties(TestDatabase.settings(address, true, Path.of("target", "drill-files")));
        try (var running = application.run("--server.port=0")) {
            OccasionDrill drill = new OccasionDrill(
                    "http://localhost:" + running.getEnvironment().getRequiredProperty("local.server.port"),
                    Integer.parseInt(arguments[0]));
            try (Connection owner = TestCluster.shared().postgres().superuser(address.url().replaceFirst(".*/", ""));
                    Statement statement = owner.createStatement()) {
                // Nothing looks back from a copy, and each is as good as its original.
                statement.execute("SET session_replication_role = replica");
                statement
                        .execute("CREATE TEMP TABLE original AS SELECT id FROM activity.occasion WHERE state = 'HELD'");
                drill.measure(statement);
                for (String size : List.of(arguments).subList(1, arguments.length)) {
                    fill(statement, Integer.parseInt(size));
                    drill.measure(statement);
                }
            }
        }
        System.exit(0);
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void fill(Statement statement, int size) throws SQLException {
        long start = System.nanoTime();
        long there = number(statement, "SELECT count(*) FROM activity.occasion");
        while (there < size) {
            statement.execute("DROP TABLE IF EXISTS copy, paper");
            statement.execute(
                    "CREATE TEMP TABLE copy AS SELECT id AS old, uuidv7() AS fresh, 370 + (random() * 1400)::int AS back "
                            + "FROM original LIMIT " + (size - there));
            statement.execute("CREATE TEMP TABLE paper AS SELECT f.id AS old, uuidv7() AS fresh FROM filing.filing f "
                    + "JOIN copy c ON c.old = f.occasion");
            statement.execute("ANALYZE copy");
            for (String sql : copies(statement)) {
                statement.execute(sql);
            }
            there = number(statement, "SELECT count(*) FROM activity.occasion");
        }
        // What autovacuum does on a server within minutes.
        statement.execute("VACUUM ANALYZE");
        System.out.printf("filled up to %d in %d s, database %s%n", there, (System.nanoTime() - start) / 1_000_000_000,
                number(statement, "SELECT pg_database_size(current_database()) / 1000000") + " MB");
    }

    private static List<String> copies(Statement statement) throws SQLException {
        List<String> copies = new ArrayList<>();
        Map<String, String> own = Map.of("id", "c.fresh", "token", "uuidv7()", "held_on", "t.held_on - c.back",
                "entered_on", "t.entered_on - c.back", "answer_from", "t.answer_from - c.back", "recorded_at",
                "t.recorded_at - c.back * interval '1 day'");
        copies.add(copy(statement, "activity.occasion", "copy c ON c.old = t.id", own));
        for (String table : List.of("part", "grade", "participant", "person", "asked", "field_value", "also_in")) {
            copies.add(copy(statement, "activity." + table, "copy c ON c.old = t.occasion",
                    Map.of("occasion", "c.fresh")));
        }
        copies.add(copy(statement, "activity.step", "copy c ON c.old = t.occasion",
                Map.of("occasion", "c.fresh", "id", "uuidv7()")));
        copies.add(copy(statement, "obligation.source", "copy c ON c.old = t.id", Map.of("id", "c.fresh")));
        copies.add(copy(statement, "obligation.fact", "copy c ON c.old = t.source_id", Map.of("source_id", "c.fresh",
                "first_day", "t.first_day - c.back", "last_day", "t.last_day - c.back")));
        String counterpart = "CASE t.counterpart WHEN c.old::text THEN c.fresh::text ELSE t.counterpart END";
        copies.add(copy(statement, "obligation.contribution", "copy c ON c.old = t.source_id",
                Map.of("source_id", "c.fresh", "period", "c.back || '-' || t.period", "counterpart", counterpart,
                        "counts_on", "t.counts_on - c.back")));
        copies.add(copy(statement, "obligation.progress", "copy c ON c.old = t.derived_id",
                Map.of("derived_id", "c.fresh", "period", "c.back || '-' || t.period", "counterpart", counterpart,
                        "first_day", "t.first_day - c.back", "last_day", "t.last_day - c.back", "exists_from",
                        "t.exists_from - c.back")));
        copies.add(copy(statement, "filing.filing", "copy c ON c.old = t.occasion JOIN paper p ON p.old = t.id",
                Map.of("id", "p.fresh", "token", "uuidv7()", "occasion", "c.fresh", "held_on", "t.held_on - c.back")));
        copies.add(copy(statement, "filing.version", "paper p ON p.old = t.filing", Map.of("filing", "p.fresh")));
        copies.add(copy(statement, "filing.step", "paper p ON p.old = t.filing",
                Map.of("filing", "p.fresh", "id", "uuidv7()")));
        return copies;
    }

    private static String copy(Statement statement, String table, String join, Map<String, String> fresh)
            throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (ResultSet found = statement.executeQuery("SELECT column_name FROM information_schema.columns "
                + "WHERE is_generated = 'NEVER' AND table_schema || '.' || table_name = '" + table + "'")) {
            while (found.next()) {
                columns.put(found.getString(1), fresh.getOrDefault(found.getString(1), "t." + found.getString(1)));
            }
        }
        return "INSERT INTO " + table + " (" + String.join(", ", columns.keySet()) + ") SELECT "
                + String.join(", ", columns.values()) + " FROM " + table + " t JOIN " + join;
    }

    private void measure(Statement statement) throws SQLException {
        long size = number(statement, "SELECT count(*) FROM activity.occasion");
        System.out.printf("---- %d occasions, %d facts, %d contributions, %d duties, %d filings%n", size,
                number(statement, "SELECT count(*) FROM obligation.fact"),
                number(statement, "SELECT count(*) FROM obligation.contribution"),
                number(statement, "SELECT count(*) FROM obligation.progress"),
                number(statement, "SELECT count(*) FROM filing.filing"));
        saves();
        decides();
        reads("list, page 1", CLERK, "/activities?term=all");
        long skipped = Math.min((FAR - 1) * PAGE, size - PAGE) - 1;
        String last;
        try (ResultSet found = statement
                .executeQuery("SELECT id FROM activity.occasion WHERE state IN ('PLANNED', 'HELD') "
                        + "ORDER BY held_on DESC, id DESC OFFSET " + skipped + " LIMIT 1")) {
            last = found.next() ? found.getString(1) : "";
        }
        reads("list, page " + (skipped + 1) / PAGE, CLERK, "/activities?term=all&after=" + last);
        reads("school's page", TEACHER, signedIn(TEACHER).get("/school").location());
        reads("calendar, month", TEACHER, "/agenda?view=month&day=2024-11-20");
        reads("board", CLERK, "/board");
    }

    private void saves() {
        Visitor teacher = signedIn(TEACHER);
        List<Page> forms = new ArrayList<>();
        for (int round = 0; round < rounds + WARM; round++) {
            forms.add(teacher.get("/activities/new"));
        }
        clock("saving an occasion", round -> {
            Page form = forms.get(round);
            done(teacher.submit(form, "form#record", entry(form, "2024-11-18", "demonstration-lesson")));
        });
    }

    private void decides() {
        Visitor convenor = signedIn(CONVENOR);
        Visitor researcher = signedIn(RESEARCHER);
        List<Page> sheets = new ArrayList<>();
        for (int round = 0; round < rounds + WARM; round++) {
            Page form = convenor.get("/activities/new");
            Page planned = done(convenor.submit(form, "form#record", entry(form, "2024-12-20", "joint-planning")));
            Page plan = convenor.get(planned.location().replaceFirst("[?#].*", "") + "/filing");
            Page filed = done(convenor.submit(plan, "form[action$=/filing]",
                    Map.of("theme", "备课", "agenda", "说课", "attendees", "五校科学教师", "timePlace", "育才学校")));
            sheets.add(researcher.get(filed.location()));
        }
        clock("deciding a filing", round -> done(researcher.submit(sheets.get(round), "form[action$=/decisions]",
                Map.of("outcome", "approve"))));
    }

    private static Page done(Page answer) {
        if (answer.status() != 303) {
            throw new IllegalStateException("not done: " + answer.status() + "\n" + answer.text());
        }
        return answer;
    }

    private Map<String, String> entry(Page form, String date, String kind) {
        made++;
        Map<String, String> entry = new LinkedHashMap<>(Map.of("date", date, "host", school(form, "育才学校"), "leader",
                school(form, "居敬小学"), "leaderRank", "BACKBONE", "people", CONVENOR, "mainKind", kind, "subject", "科学",
                "grades", "五", "topic", "计时 " + made, "same", "no"));
        entry.put("lessons_" + kind, "1");
        entry.put("p_" + school(form, "育才学校"), "5");
        return entry;
    }

    private static String school(Page form, String name) {
        return form.html().select("#host option").stream().filter(option -> option.text().startsWith(name)).findFirst()
                .map(Element::val).orElseThrow();
    }

    private void reads(String what, String who, String path) {
        Visitor person = signedIn(who);
        clock(what, _ -> {
            if (person.get(path).status() != 200) {
                throw new IllegalStateException(path);
            }
        });
    }

    private void clock(String what, IntConsumer deed) {
        long[] times = new long[rounds];
        for (int round = 0; round < rounds + WARM; round++) {
            long start = System.nanoTime();
            deed.accept(round);
            if (round >= WARM) {
                times[round - WARM] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        System.out.printf("%-22s median %7.1f ms  least %7.1f  most %7.1f%n", what, times[rounds / 2] / 1e6,
                times[0] / 1e6, times[rounds - 1] / 1e6);
    }

    private Visitor signedIn(String who) {
        Visitor person = new Visitor(base);
        Page door = person.get("/sign-in");
        Element button = door.html().select("button[name=account]").stream().filter(each -> each.text().contains(who))
                .findFirst().orElseThrow();
        person.post("/sign-in/sample",
                Map.of("_csrf", door.html().select("input[name=_csrf]").val(), "account", button.val()));
        return person;
    }
}
