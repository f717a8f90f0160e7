package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.register.Review.Became;
import org.jiaogongti.platform.register.store.WeakStore;
import org.jiaogongti.platform.school.Schools;
import org.springframework.stereotype.Component;

/** What became of weak subjects and schools, term by term; a row takes the place of what was said of the term before. */
@Component
class ReviewSheet implements SheetKind {

    private static final List<Column> COLUMNS = List.of(WeakRows.SCHOOL, WeakRows.SUBJECT, WeakRows.FROM,
            Column.key("term", Cell.words(20), "学期", "哪个学期"),
            Column.required("became",
                    Cell.oneOf("有好转", "BETTER", "好转", "BETTER", "没有变化", "SAME", "无变化", "SAME", "更差", "WORSE", "变差",
                            "WORSE"),
                    "变成什么样", "变化", "评议结果"),
            Column.required("words", Cell.words(Review.LONGEST), "凭什么这样说", "说明", "依据"));

    private final WeakStore store;
    private final WeakRows weak;

    ReviewSheet(WeakStore store, WeakRows weak) {
        this.store = store;
        this.weak = weak;
    }

    @Override
    public String code() {
        return "weak-reviews";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 98;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        return weak.canonical();
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Surroundings.Places places = weak.around().places();
        Map<WeakKey, WeakEntry> listed = weak.listed(places);
        Map<Integer, List<Problem>> problems = weak.check(lines, listed);
        Map<String, Period> terms = places.terms().stream().collect(Collectors.toMap(Period::name, term -> term));
        Map<SheetRow, WeakKey> keys = weak.keys(lines.stream().map(SheetLine::row).toList());
        for (SheetLine line : lines) {
            WeakKey key = keys.get(line.row());
            WeakEntry entry = key == null ? null : listed.get(key);
            Period term = terms.get(line.row().get("term"));
            if (entry != null && (term == null || !entry.reviewedIn(term, places.today()))) {
                problems.putIfAbsent(line.number(), List.of(Problem.at("term", "register.review.refused.term")));
            }
        }
        return problems;
    }

    /** What counts of each term, by the row's key. */
    private Map<String, SheetRow> written(Collection<WeakKey> keys) {
        Map<UUID, String> names = weak.names();
        Map<String, SheetRow> rows = new LinkedHashMap<>();
        for (Review review : store.reviews(new HashSet<>(keys))) {
            SheetRow row = weak.written(review.entry(), names).with("term", review.term())
                    .with("became", review.became().name()).with("words", review.words());
            rows.put(row.key(COLUMNS), row);
        }
        return rows;
    }

    @Override
    public Map<String, SheetRow> current(Collection<SheetRow> keys) {
        Set<String> wanted = keys.stream().map(row -> row.key(COLUMNS)).collect(Collectors.toSet());
        Map<String, SheetRow> found = new HashMap<>(written(weak.keys(keys).values()));
        found.keySet().retainAll(wanted);
        return found;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        store.addReviews(reviews(actor, rows), Author.of(actor));
    }

    /** Reviews are never deleted: a row says that the term's review does not hold. */
    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        store.takeReviewsBack(reviews(actor, rows), Author.of(actor));
    }

    private List<Review> reviews(Actor actor, List<SheetRow> rows) {
        Map<SheetRow, WeakKey> keys = weak.keys(rows);
        LocalDate today = weak.around().today();
        return rows.stream().map(row -> new Review(weak.around().ids().next(), Objects.requireNonNull(keys.get(row)),
                row.get("term"), Became.valueOf(row.get("became")), row.get("words"), today, actor.name())).toList();
    }

    @Override
    public List<SheetRow> all() {
        return WeakRows.sorted(written(weak.listed(weak.around().places()).keySet()).values(), COLUMNS);
    }
}
