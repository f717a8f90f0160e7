package org.jiaogongti.platform.spending.store;

import static org.jiaogongti.platform.spending.store.Rows.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.spending.Expense.Source;
import org.jiaogongti.platform.spending.Granted;
import org.jiaogongti.platform.spending.Paid;
import org.jiaogongti.platform.spending.Payout;
import org.jiaogongti.platform.spending.Received;
import org.jiaogongti.platform.spending.SchoolBudget;
import org.jiaogongti.platform.spending.Total;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands beside the payments: budgets, what was paid out, and the sums. */
@Repository
public class FundStore {

    private final JdbcClient jdbc;

    FundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last budget of a year of each of some schools. */
    public Map<UUID, SchoolBudget> budgets(Collection<UUID> schools, int year) {
        Map<UUID, SchoolBudget> last = new HashMap<>();
        history(schools, year, "distinct on (b.school)").forEach(each -> last.put(each.school(), each));
        return last;
    }

    /** All budgets of a school and year, the last one first. */
    public List<SchoolBudget> history(UUID school, int year) {
        return history(List.of(school), year, "");
    }

    private List<SchoolBudget> history(Collection<UUID> schools, int year, String which) {
        Map<UUID, SchoolBudget> found = new LinkedHashMap<>();
        Map<UUID, Map<String, Long>> lines = new HashMap<>();
        jdbc.sql("""
                select b.*, l.category, l.fen from (
                    select %s b.id, b.school, b.year, b.document, b.actor, b.actor_name, b.on_day from spending.budget b
                    where b.year = :year and b.school = any(:schools::uuid[]) order by b.school, b.id desc) b
                left join spending.budget_line l on l.budget = b.id
                order by b.school, b.id desc
                """.formatted(which)).param("year", year).param("schools", Rows.ids(schools)).query(row -> {
            SchoolBudget budget = new SchoolBudget(Rows.id(row, "id"), Rows.id(row, "school"), row.getInt("year"),
                    row.getString("document"), Map.of(), Rows.by(row));
            found.putIfAbsent(budget.id(), budget);
            String category = row.getString("category");
            if (category != null) {
                lines.computeIfAbsent(budget.id(), _ -> new HashMap<>()).put(category, row.getLong("fen"));
            }
        });
        return found.values().stream().map(each -> new SchoolBudget(each.id(), each.school(), each.year(),
                each.document(), lines.getOrDefault(each.id(), Map.of()), each.by())).toList();
    }

    public void addBudgets(Collection<SchoolBudget> rows) {
        Rows.by(jdbc.sql("""
                insert into spending.budget (id, school, year, document, actor, actor_name, on_day)
                select * from unnest(:ids::uuid[], :schools::uuid[], :years::int[], :documents::text[], %s)
                """.formatted(Rows.BY)), rows, SchoolBudget::by).param("ids", texts(rows, SchoolBudget::id))
                .param("schools", texts(rows, SchoolBudget::school)).param("years", texts(rows, SchoolBudget::year))
                .param("documents", texts(rows, SchoolBudget::document)).update();
        List<Line> lines = new ArrayList<>();
        rows.forEach(row -> row.lines().forEach((category, fen) -> lines.add(new Line(row.id(), category, fen))));
        jdbc.sql("""
                insert into spending.budget_line (budget, category, fen)
                select * from unnest(:budgets::uuid[], :categories::text[], :fens::bigint[])
                """).param("budgets", texts(lines, Line::of)).param("categories", texts(lines, Line::name))
                .param("fens", texts(lines, Line::fen)).update();
    }

    private record Line(UUID of, String name, long fen) {}

    /** The sums of a year of some schools. */
    public List<Total> totals(Collection<UUID> schools, int year) {
        return jdbc
                .sql("""
                        select school, year, category, source, clause, approved, waiting, entries, reversals, bare, reasoned, queued
                        from spending.total where school = any(:schools::uuid[]) and year = :year order by school, category, source, clause
                        """)
                .param("schools", Rows.ids(schools)).param("year", year).query(FundStore::total).list();
    }

    private static Total total(ResultSet row, int number) throws SQLException {
        return new Total(Rows.id(row, "school"), row.getInt("year"), row.getString("category"),
                Source.valueOf(row.getString("source")), row.getString("clause"), row.getLong("approved"),
                row.getLong("waiting"),
                row.getInt("entries"), row.getInt("reversals"), row.getInt("bare"), row.getInt("reasoned"),
                row.getInt("queued"));
    }

    /** Adds to the sums; rows for the same school, year, category, source and clause may come several times. */
    public void move(Collection<Total> moves) {
        jdbc.sql(
                """
                        insert into spending.total as t (school, year, category, source, clause, approved, waiting, entries, reversals, bare,
                            reasoned, queued)
                        select school, year, category, source, clause, sum(approved), sum(waiting), sum(entries), sum(reversals), sum(bare),
                            sum(reasoned), sum(queued)
                        from unnest(:schools::uuid[], :years::int[], :categories::text[], :sources::text[], :clauses::text[], :approved::bigint[],
                            :waiting::bigint[], :entries::int[], :reversals::int[], :bare::int[], :reasoned::int[], :queued::int[])
                            as m (school, year, category, source, clause, approved, waiting, entries, reversals, bare, reasoned, queued)
                        group by school, year, category, source, clause
                        on conflict (district, school, year, category, source, clause) do update
                        set approved = t.approved + excluded.approved, waiting = t.waiting + excluded.waiting,
                            entries = t.entries + excluded.entries, reversals = t.reversals + excluded.reversals,
                            bare = t.bare + excluded.bare, reasoned = t.reasoned + excluded.reasoned,
                            queued = t.queued + excluded.queued
                        """)
                .param("schools", texts(moves, Total::school)).param("years", texts(moves, Total::year))
                .param("categories", texts(moves, Total::category)).param("sources", texts(moves, Total::source))
                .param("clauses", texts(moves, Total::clause))
                .param("approved", texts(moves, Total::approved)).param("waiting", texts(moves, Total::waiting))
                .param("entries", texts(moves, Total::entries)).param("reversals", texts(moves, Total::reversals))
                .param("bare", texts(moves, Total::bare)).param("reasoned", texts(moves, Total::reasoned))
                .param("queued", texts(moves, Total::queued)).update();
    }

    /** Of some schools, as of the end of a year: a row for each year of a school in both tables. */
    public Map<UUID, Granted> granted(Collection<UUID> schools, int year) {
        Map<UUID, Granted> granted = new HashMap<>();
        jdbc.sql("""
                select school, coalesce(sum(fen) filter (where year < :year), 0)::bigint as before,
                    coalesce(sum(fen) filter (where year = :year and paid), 0)::bigint as received,
                    coalesce(-sum(fen) filter (where year = :year and not paid), 0)::bigint as spent
                from (
                    select school, year, fen, true as paid from spending.payout_line
                    where school = any(:schools::uuid[]) and year <= :year
                    union all
                    select school, year, -(approved + waiting), false from spending.total
                    where school = any(:schools::uuid[]) and year <= :year and source = 'GRANT') moved
                group by school
                """).param("schools", Rows.ids(schools)).param("year", year).query(row -> {
            granted.put(Rows.id(row, "school"), new Granted(row.getLong("before"), row.getLong("received"),
                    row.getLong("spent")));
        });
        return granted;
    }

    /** Of one school. */
    public Granted granted(UUID school, int year) {
        return Objects.requireNonNullElse(granted(List.of(school), year).get(school), Granted.NOTHING);
    }

    /** What was paid out so far, the latest first: one a year, and one for each correction. */
    public List<Paid> paid() {
        return jdbc.sql("""
                select p.appraisal, p.version, p.day, p.document, p.actor, p.actor_name, p.on_day,
                    (select coalesce(sum(l.fen), 0)::bigint from spending.payout_line l where l.payout = p.id) as fen
                from spending.payout p order by p.day desc, p.id desc
                """).query((row, n) -> new Paid(row.getString("appraisal"), row.getInt("version"),
                Rows.day(row, "day"), row.getString("document"), Rows.by(row), row.getLong("fen"))).list();
    }

    /** Which results were paid out, and nothing of the sums. */
    public Set<Paid.Key> paidKeys() {
        return Set.copyOf(jdbc.sql("select appraisal, version from spending.payout")
                .query((row, n) -> new Paid.Key(row.getString("appraisal"), row.getInt("version"))).list());
    }

    /** What each school was paid for an appraised year so far. */
    public Map<UUID, Long> paidFor(String appraisal) {
        Map<UUID, Long> lines = new HashMap<>();
        jdbc.sql("""
                select l.school, sum(l.fen)::bigint as fen
                from spending.payout p join spending.payout_line l on l.payout = p.id
                where p.appraisal = :appraisal group by l.school
                """).param("appraisal", appraisal).query(row -> {
            lines.put(Rows.id(row, "school"), row.getLong("fen"));
        });
        return lines;
    }

    /** What was paid out for an appraised year, by school. */
    public Map<UUID, Long> paidOut(String appraisal) {
        Map<UUID, Long> paid = new HashMap<>();
        jdbc.sql("""
                select l.school, sum(l.fen)::bigint as fen
                from spending.payout_line l join spending.payout p on p.id = l.payout
                where p.appraisal = :appraisal group by l.school
                """).param("appraisal", appraisal).query(row -> {
            paid.put(Rows.id(row, "school"), row.getLong("fen"));
        });
        return paid;
    }

    /** What one school was paid in a year, oldest first. */
    public List<Received> received(UUID school, int year) {
        return jdbc.sql("""
                select p.appraisal, p.version, p.day, p.document, l.fen
                from spending.payout_line l join spending.payout p on p.id = l.payout
                where l.school = :school and l.year = :year order by p.day, p.id
                """).param("school", school).param("year", year)
                .query((row, n) -> new Received(row.getString("appraisal"), row.getInt("version"),
                        Rows.day(row, "day"), row.getString("document"), row.getLong("fen")))
                .list();
    }

    /** Two who record the same payment at once: the second one writes nothing. */
    public boolean add(Payout payout) {
        int written = Rows.by(jdbc.sql("""
                insert into spending.payout (id, appraisal, version, day, document, actor, actor_name, on_day)
                select * from unnest(:ids::uuid[], :appraisals::text[], :versions::int[], :paid::date[],
                    :documents::text[], %s)
                on conflict do nothing
                """.formatted(Rows.BY)), List.of(payout), Payout::by).param("ids", texts(List.of(payout), Payout::id))
                .param("appraisals", texts(List.of(payout), Payout::appraisal))
                .param("versions", texts(List.of(payout), Payout::version))
                .param("paid", texts(List.of(payout), Payout::day))
                .param("documents", texts(List.of(payout), Payout::document)).update();
        if (written == 0) {
            return false;
        }
        List<Line> lines = payout.lines().entrySet().stream().filter(line -> line.getValue() != 0)
                .map(line -> new Line(line.getKey(), "", line.getValue())).toList();
        jdbc.sql("""
                insert into spending.payout_line (payout, school, year, fen)
                select :payout, school, :year, fen from unnest(:schools::uuid[], :fens::bigint[]) as l (school, fen)
                """).param("payout", payout.id()).param("year", payout.day().getYear())
                .param("schools", texts(lines, Line::of)).param("fens", texts(lines, Line::fen)).update();
        return true;
    }
}
