package org.jiaogongti.platform.spending.store;

import static org.jiaogongti.platform.spending.store.Rows.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.spending.By;
import org.jiaogongti.platform.spending.Expense;
import org.jiaogongti.platform.spending.Expense.Decided;
import org.jiaogongti.platform.spending.Expense.Over;
import org.jiaogongti.platform.spending.Expense.Payee;
import org.jiaogongti.platform.spending.Expense.Said;
import org.jiaogongti.platform.spending.Expense.Source;
import org.jiaogongti.platform.spending.Expense.State;
import org.jiaogongti.platform.spending.ExpenseFilter;
import org.jiaogongti.platform.spending.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments of schools. What they say is written once; only how far they have come changes. */
@Repository
public class ExpenseStore {

    private static final String EXPENSE = """
            select e.id, e.school, e.year, e.day, e.category, e.fen, e.quantity, e.source, e.payee, e.payee_name, e.about,
                e.clause, e.duty, e.occasion, e.invoice, e.over_budget, e.over_share, e.reason, e.reverses, e.state,
                e.reversed, e.receipts, e.actor, e.actor_name, e.on_day, e.decider, e.decider_name, e.decided_on, e.decided_word
            from spending.expense e
            """;

    private static final String PARTLY = """
            exists (select from spending.expense b where b.reverses = e.id and b.state in ('WAITING', 'APPROVED'))
            """;

    private final JdbcClient jdbc;

    ExpenseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever enters or decides about a school's money waits for others who do. */
    public void lockSchool(UUID school) {
        jdbc.sql(
                "select pg_advisory_xact_lock(hashtextextended('spending ' || current_setting('jgt.district') || :school, 0))")
                .param("school", school.toString()).query(_ -> {});
    }

    /** A page of a school's year, or of what it spent on an occasion, the latest first, after the last one of the page before. */
    public List<Expense> page(UUID school, ExpenseFilter filter, @Nullable UUID after, int limit) {
        StringBuilder sql = new StringBuilder(EXPENSE).append(" where e.school = :school");
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("school", school);
        values.put("limit", limit);
        equal(sql, values, "category", filter.category());
        equal(sql, values, "clause", filter.clause());
        equal(sql, values, "source", filter.source() == null ? "" : filter.source().name());
        if (filter.occasion() == null) {
            sql.append(" and e.year = :year");
            values.put("year", filter.year());
        } else {
            // It may have been paid for in the next year.
            sql.append(" and e.occasion = :occasion");
            values.put("occasion", filter.occasion());
        }
        sql.append(switch (filter.show()) {
            case ALL -> "";
            case COUNTED -> " and e.state = 'APPROVED'";
            case STANDING -> " and e.state in ('WAITING', 'APPROVED')";
            case WAITING -> " and e.state = 'WAITING'";
            case OVER -> " and e.state = 'APPROVED' and not e.reversed and (e.over_budget or e.over_share)";
            case BARE ->
                " and e.state = 'APPROVED' and not e.reversed and e.reverses is null and e.receipts = 0";
            case REVERSED ->
                " and e.state in ('WAITING', 'APPROVED') and (e.reversed or e.reverses is not null or " + PARTLY + ")";
        });
        if (after != null) {
            sql.append(" and (e.day, e.id) < (select l.day, l.id from spending.expense l where l.id = :after)");
            values.put("after", after);
        }
        return jdbc.sql(sql.append(" order by e.day desc, e.id desc limit :limit").toString()).params(values)
                .query(ExpenseStore::expense).list();
    }

    private static void equal(StringBuilder sql, Map<String, @Nullable Object> values, String column, String value) {
        if (!value.isEmpty()) {
            sql.append(" and e.").append(column).append(" = :").append(column);
            values.put(column, value);
        }
    }

    /** What a school's approved payments of a year come to by occasion, those of the most money first; up to so many. */
    public List<Share> byOccasion(UUID school, int year, int limit) {
        return jdbc
                .sql("""
                        select occasion::text as of_what, sum(fen)::bigint as fen, count(*) filter (where reverses is null) as entries
                        from spending.expense
                        where school = :school and year = :year and state = 'APPROVED' and occasion is not null
                        group by occasion order by sum(fen) desc, occasion limit :limit
                        """)
                .param("school", school).param("year", year).param("limit", limit).query(ExpenseStore::share)
                .list();
    }

    private static Share share(ResultSet row, int number) throws SQLException {
        return new Share(row.getString("of_what"), row.getLong("fen"), row.getInt("entries"));
    }

    /** What schools spent on an occasion, waiting or approved; of all schools where none are named. */
    public Map<UUID, Share> ofOccasion(UUID occasion, @Nullable Collection<UUID> schools) {
        Map<UUID, Share> shares = new HashMap<>();
        jdbc.sql(
                """
                        select school::text as of_what, sum(fen)::bigint as fen, count(*) filter (where reverses is null) as entries
                        from spending.expense where occasion = :occasion and state in ('WAITING', 'APPROVED')
                            and (:everywhere or school = any(:schools::uuid[]))
                        group by school
                        """)
                .param("occasion", occasion).param("everywhere", schools == null)
                .param("schools", Rows.ids(schools == null ? List.of() : schools)).query(ExpenseStore::share).list()
                .forEach(each -> shares.put(UUID.fromString(each.of()), each));
        return shares;
    }

    /** What waits to be approved at some schools, oldest first. */
    public List<Expense> waiting(Collection<UUID> schools, int limit) {
        return jdbc
                .sql(EXPENSE
                        + " where e.school = any(:schools::uuid[]) and e.state = 'WAITING' order by e.id limit :limit")
                .param("schools", Rows.ids(schools)).param("limit", limit).query(ExpenseStore::expense).list();
    }

    /** What waits anywhere and was entered within some days, oldest first. */
    public List<Expense> waitingSince(LocalDate first, LocalDate last) {
        return jdbc
                .sql(EXPENSE + " where e.state = 'WAITING' and e.on_day between :first and :last order by e.id")
                .param("first", first).param("last", last).query(ExpenseStore::expense).list();
    }

    public List<Expense> all(Collection<UUID> ids) {
        return jdbc.sql(EXPENSE + " where e.id = any(:ids::uuid[]) order by e.id").param("ids", Rows.ids(ids))
                .query(ExpenseStore::expense).list();
    }

    public Optional<Expense> find(UUID id) {
        return jdbc.sql(EXPENSE + " where e.id = :id").param("id", id).query(ExpenseStore::expense).optional();
    }

    /** Those that take another back, or mean to, in the order in which they were entered. */
    public List<Expense> reversalsOf(UUID id) {
        return jdbc.sql(EXPENSE + " where e.reverses = :id and e.state in ('WAITING', 'APPROVED') order by e.id")
                .param("id", id).query(ExpenseStore::expense).list();
    }

    /** Where an invoice stands already. */
    public Optional<Expense> ofInvoice(String invoice) {
        return jdbc.sql(EXPENSE + """
                 where e.invoice = :invoice and e.invoice <> '' and e.reverses is null
                    and e.state in ('WAITING', 'APPROVED') and not e.reversed
                """).param("invoice", invoice).query(ExpenseStore::expense).optional();
    }

    private static Expense expense(ResultSet row, int number) throws SQLException {
        UUID decider = row.getObject("decider", UUID.class);
        return new Expense(Rows.id(row, "id"), Rows.id(row, "school"), row.getInt("year"),
                new Said(Rows.day(row, "day"), row.getString("category"), row.getLong("fen"), row.getInt("quantity"),
                        Source.valueOf(row.getString("source")), Payee.valueOf(row.getString("payee")),
                        row.getString("payee_name"), row.getString("about"), row.getString("clause"),
                        row.getString("duty"), row.getObject("occasion", UUID.class), row.getString("invoice")),
                new Over(row.getBoolean("over_budget"), row.getBoolean("over_share")), row.getString("reason"),
                row.getObject("reverses", UUID.class), State.valueOf(row.getString("state")),
                row.getBoolean("reversed"), row.getInt("receipts"), Rows.by(row),
                decider == null
                        ? null
                        : new Decided(new By(decider,
                                row.getString("decider_name"), Rows.day(row, "decided_on")),
                                row.getString("decided_word")));
    }

    /** Writes them unless one of their invoices stands already; the number that was written. */
    public int add(Collection<Expense> rows) {
        return Rows
                .by(jdbc.sql(
                        """
                                insert into spending.expense (id, school, year, day, category, fen, quantity, source, payee, payee_name,
                                    about, clause, duty, occasion, invoice, over_budget, over_share, reason, reverses, state, reversed, receipts,
                                    decider, decider_name, decided_on, decided_word, actor, actor_name, on_day)
                                select * from unnest(:ids::uuid[], :schools::uuid[], :years::int[], :dates::date[], :categories::text[],
                                    :fens::bigint[], :quantities::int[], :sources::text[], :payees::text[], :payeeNames::text[],
                                    :abouts::text[], :clauses::text[], :duties::text[], :occasions::uuid[], :invoices::text[],
                                    :overBudgets::boolean[], :overShares::boolean[], :reasons::text[], :reverses::uuid[],
                                    :states::text[], :reversed::boolean[], :receipts::int[], :deciders::uuid[], :deciderNames::text[],
                                    :decidedOns::date[], :decidedWords::text[], %s)
                                on conflict do nothing
                                """
                                .formatted(Rows.BY)),
                        rows, Expense::by)
                .param("ids", texts(rows, Expense::id))
                .param("schools", texts(rows, Expense::school)).param("years", texts(rows, Expense::year))
                .param("dates", texts(rows, row -> row.said().day()))
                .param("categories", texts(rows, row -> row.said().category()))
                .param("fens", texts(rows, row -> row.said().fen()))
                .param("quantities", texts(rows, row -> row.said().quantity()))
                .param("sources", texts(rows, row -> row.said().source()))
                .param("payees", texts(rows, row -> row.said().payee()))
                .param("payeeNames", texts(rows, row -> row.said().payeeName()))
                .param("abouts", texts(rows, row -> row.said().about()))
                .param("clauses", texts(rows, row -> row.said().clause()))
                .param("duties", texts(rows, row -> row.said().duty()))
                .param("occasions", texts(rows, row -> row.said().occasion()))
                .param("invoices", texts(rows, row -> row.said().invoice()))
                .param("overBudgets", texts(rows, row -> row.over().budget()))
                .param("overShares", texts(rows, row -> row.over().share()))
                .param("reasons", texts(rows, Expense::reason)).param("reverses", texts(rows, Expense::reverses))
                .param("states", texts(rows, Expense::state)).param("reversed", texts(rows, Expense::reversed))
                .param("receipts", texts(rows, Expense::receipts))
                .param("deciders", decided(rows, each -> each.by().account()))
                .param("deciderNames", decided(rows, each -> each.by().name()))
                .param("decidedOns", decided(rows, each -> each.by().on()))
                .param("decidedWords", texts(rows, row -> words(row.decided()))).update();
    }

    private static @Nullable String[] decided(Collection<Expense> rows, Function<Decided, Object> column) {
        return texts(rows, row -> {
            Decided decided = row.decided();
            return decided == null ? null : column.apply(decided);
        });
    }

    private static String words(@Nullable Decided decided) {
        return decided == null ? "" : decided.words();
    }

    public void withdraw(UUID id) {
        jdbc.sql("update spending.expense set state = 'WITHDRAWN' where id = :id").param("id", id).update();
    }

    public void decide(UUID id, State state, Decided decided) {
        jdbc.sql("""
                update spending.expense set state = :state, decider = :account, decider_name = :name, decided_on = :on,
                    decided_word = :words
                where id = :id
                """).param("state", state.name()).param("account", decided.by().account())
                .param("name", decided.by().name()).param("on", decided.by().on()).param("words", decided.words())
                .param("id", id).update();
    }

    public void markReversed(UUID id) {
        jdbc.sql("update spending.expense set reversed = true where id = :id").param("id", id).update();
    }

    public void addReceipts(UUID id, int more) {
        jdbc.sql("update spending.expense set receipts = receipts + :more where id = :id").param("more", more)
                .param("id", id).update();
    }
}
