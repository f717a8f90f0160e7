package org.jiaogongti.platform.spending;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.activity.OccasionBriefs;
import org.jiaogongti.platform.appraisal.PaymentLists;
import org.jiaogongti.platform.appraisal.PaymentLists.Head;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.spending.model.CategoryDays;
import org.jiaogongti.platform.spending.model.Reach;
import org.jiaogongti.platform.spending.model.Reckoned;
import org.jiaogongti.platform.spending.store.CategoryStore;
import org.jiaogongti.platform.spending.store.ExpenseStore;
import org.jiaogongti.platform.spending.store.FundStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 工作经费: what was granted, planned and spent, of all schools side by side and of one school opened down to its payments. */
@Service
@Transactional(readOnly = true)
public class Funds {

    /** So many occasions are told by name on a school's page. */
    private static final int OCCASIONS = 30;

    private final FundStore store;
    private final ExpenseStore expenses;
    private final CategoryStore categories;
    private final OccasionBriefs occasions;
    private final PaymentLists lists;
    private final SpendingGround around;

    Funds(FundStore store, ExpenseStore expenses, CategoryStore categories, OccasionBriefs occasions,
            PaymentLists lists, SpendingGround around) {
        this.store = store;
        this.expenses = expenses;
        this.categories = categories;
        this.occasions = occasions;
        this.lists = lists;
        this.around = around;
    }

    /** A school's line among all. */
    public record Row(Place place, Granted granted, Figures figures) {}

    /**
     * A page of schools in the notice's order.
     *
     * @param asked with the present year where none was
     * @param whole whether this page is all of them
     * @param last school of this page, also where it spent nothing for the clause; null where there is none
     * @param unpaid decided years whose grants nobody has noted as paid
     * @param byClause of the schools of this page
     */
    public record District(Asked asked, List<Integer> years, List<Community> communities, List<Row> rows,
            List<Share> byClause, boolean whole, boolean more, @Nullable UUID last, List<Head> unpaid,
            @Nullable InForce inForce) {

        public District {
            rows = List.copyOf(rows);
            byClause = List.copyOf(byClause);
            unpaid = List.copyOf(unpaid);
        }

        /** What the schools of this page have of grants. */
        public Granted granted() {
            return rows.stream().map(Row::granted).reduce(Granted.NOTHING, Granted::plus);
        }

        /** What they planned and spent. */
        public Figures figures() {
            return rows.stream().map(Row::figures).reduce(Figures.NOTHING, Figures::plus);
        }
    }

    /**
     * Which schools and what of theirs.
     *
     * @param year 0 for the present one
     * @param community null for all
     * @param clause for which they spent something, or empty for the whole of every school
     */
    public record Asked(int year, @Nullable UUID community, String clause) {}

    /** The schools whose office somebody is; none for whoever reads the whole district. */
    public List<UUID> offices(Actor actor) {
        Reach reach = new Reach(actor);
        return reach.district() ? List.of() : reach.offices().stream().sorted().toList();
    }

    /** A fixed number of selects, however many schools there are and however much they spent. */
    public District district(Actor actor, Asked given, @Nullable UUID after, int size) {
        Reach reach = new Reach(actor);
        List<Integer> years = around.years();
        Asked asked = new Asked(years.contains(given.year()) ? given.year() : around.today().getYear(),
                given.community(), given.clause());
        UUID community = asked.community();
        List<Place> all = around.places(asked.year());
        List<Place> places = all.stream().filter(place -> reach.reads(place.school().id()))
                .filter(place -> community == null || of(place, community)).toList();
        int from = 1 + places.stream().map(place -> place.school().id()).toList().indexOf(after);
        List<Place> shown = places.stream().skip(from).limit(size).toList();
        List<Total> totals = store.totals(shown.stream().map(place -> place.school().id()).toList(), asked.year());
        return new District(asked, years,
                all.stream().map(Place::community).filter(Objects::nonNull).distinct().toList(),
                rows(shown, asked, totals), Reckoned.byClause(totals), shown.size() == places.size(),
                from + shown.size() < places.size(), shown.isEmpty() ? null : shown.getLast().school().id(),
                reach.district() ? Payouts.unpaid(lists.decided(), store.paidKeys()) : List.of(),
                around.progresses().inForce().orElse(null));
    }

    /** What communities planned and spent in a calendar year, for whoever sums it up; null for schools in none. */
    public Map<@Nullable UUID, Figures> ofCommunities(int year) {
        Map<@Nullable UUID, Figures> sums = new HashMap<>();
        List<Place> places = around.places(year);
        List<Total> totals = store.totals(places.stream().map(place -> place.school().id()).toList(), year);
        for (Row row : rows(places, new Asked(year, null, ""), totals)) {
            Community community = row.place().community();
            sums.merge(community == null ? null : community.id(), row.figures(), Figures::plus);
        }
        return sums;
    }

    /** The same of all schools, to be taken away; the journal keeps that. */
    @Transactional
    public District takeDistrict(Actor actor, Asked asked) {
        District district = district(actor, asked, null, Integer.MAX_VALUE);
        around.journal().write(actor, "SpendingTaken", "spending", null,
                Map.of("year", district.asked().year(), "schools", district.rows().size()));
        return district;
    }

    private static boolean of(Place place, UUID community) {
        Community own = place.community();
        return own != null && own.id().equals(community);
    }

    /** Of every school; where a clause is asked for, of those that spent something for it. */
    private List<Row> rows(List<Place> places, Asked asked, List<Total> all) {
        List<UUID> schools = places.stream().map(place -> place.school().id()).toList();
        Map<UUID, SchoolBudget> budgets = store.budgets(schools, asked.year());
        Map<UUID, Granted> granted = store.granted(schools, asked.year());
        Map<UUID, List<Total>> totals = all.stream()
                .filter(each -> asked.clause().isEmpty() || each.clause().equals(asked.clause()))
                .collect(Collectors.groupingBy(Total::school));
        List<Category> known = categories.all();
        Map<String, String> names = CategoryDays.names(known, around.today());
        Map<String, Category> inForce = CategoryDays.on(known, around.lastDay(asked.year()));
        return places.stream().filter(place -> asked.clause().isEmpty() || totals.containsKey(place.school().id()))
                .map(place -> {
                    UUID school = place.school().id();
                    List<Total> own = totals.getOrDefault(school, List.of());
                    SchoolBudget budget = budgets.get(school);
                    return new Row(place, granted.getOrDefault(school, Granted.NOTHING), Reckoned.figures(budget,
                            Reckoned.lines(names, inForce, budget, own).values(), own));
                }).toList();
    }

    /**
     * A school's year.
     *
     * @param lines by category
     * @param byClause and occasion: what is approved
     * @param briefs of the occasions that this person may read
     * @param received what it was paid in the year
     * @param page of its payments
     * @param names of the categories by code
     * @param enters whether this person enters payments here
     */
    public record OfSchool(Place place, int year, List<Integer> years, Granted granted, Figures figures,
            List<CategoryLine> lines, List<Share> byClause, List<Share> byOccasion, Map<UUID, OccasionBrief> briefs,
            List<Received> received, @Nullable SchoolBudget budget, ExpenseFilter filter, List<Expense> page,
            boolean more, Map<String, String> names, boolean enters, boolean approves, boolean district,
            @Nullable InForce inForce) {

        public OfSchool {
            page = List.copyOf(page);
        }

        public String name(String category) {
            return names.getOrDefault(category, category);
        }
    }

    /**
     * One school's.
     *
     * @throws Absent where there is none, or it is another school's
     */
    public OfSchool school(Actor actor, UUID id, ExpenseFilter asked, @Nullable UUID after, int size) {
        Reach reach = new Reach(actor);
        List<Integer> years = around.years();
        int year = years.contains(asked.year()) ? asked.year() : around.today().getYear();
        ExpenseFilter filter = new ExpenseFilter(year, asked.category(), asked.clause(), asked.source(),
                asked.occasion(), asked.show());
        Place place = around.places(year).stream().filter(each -> each.school().id().equals(id) && reach.reads(id))
                .findFirst().orElseThrow(() -> new Absent("school", id));
        List<Category> all = categories.all();
        Map<String, String> names = CategoryDays.names(all, around.today());
        LocalDate day = around.lastDay(year);
        SchoolBudget budget = store.budgets(List.of(id), year).get(id);
        List<Total> totals = store.totals(List.of(id), year);
        Map<String, CategoryLine> lines = Reckoned.lines(names, CategoryDays.on(all, day), budget, totals);
        List<Expense> page = expenses.page(id, filter, after, size + 1);
        List<Share> byOccasion = expenses.byOccasion(id, year, OCCASIONS);
        return new OfSchool(place, year, years, store.granted(id, year),
                Reckoned.figures(budget, lines.values(), totals), List.copyOf(lines.values()),
                Reckoned.byClause(totals), byOccasion, briefs(actor, byOccasion), store.received(id, year), budget,
                filter, page.stream().limit(size).toList(), page.size() > size, names, reach.enters(id),
                reach.approves(id), reach.district(), around.progresses().inForce().orElse(null));
    }

    /** The same with all payments of the filter, up to so many, to be taken away; the journal keeps that. */
    @Transactional
    public OfSchool takeSchool(Actor actor, UUID id, ExpenseFilter asked, int most) {
        OfSchool school = school(actor, id, asked, null, most);
        around.journal().write(actor, "SpendingTaken", "spending", null,
                Map.of("school", id.toString(), "year", school.year(), "payments", school.page().size()));
        return school;
    }

    private Map<UUID, OccasionBrief> briefs(Actor actor, List<Share> shares) {
        return occasions.readable(actor, shares.stream().map(each -> UUID.fromString(each.of())).toList()).stream()
                .collect(Collectors.toMap(OccasionBrief::id, Function.identity()));
    }

    /**
     * What an occasion cost.
     *
     * @param shares by school, in the schools' order
     * @param names of these schools
     * @param enters schools for which this person may enter a payment
     */
    public record OfOccasion(Map<UUID, Share> shares, Map<UUID, String> names, List<UUID> enters) {}

    /** One select for whoever may see money, none for others. */
    public OfOccasion ofOccasion(Actor actor, UUID occasion) {
        Reach reach = new Reach(actor);
        if (!reach.district() && reach.offices().isEmpty()) {
            return new OfOccasion(Map.of(), Map.of(), List.of());
        }
        Map<UUID, Share> found = expenses.ofOccasion(occasion, reach.district() ? null : reach.offices());
        Map<UUID, String> names = new HashMap<>();
        Map<UUID, Share> shares = new LinkedHashMap<>();
        if (!found.isEmpty()) {
            around.places(around.today().getYear()).stream().map(Place::school)
                    .filter(school -> found.containsKey(school.id())).forEach(school -> {
                        names.put(school.id(), school.name());
                        shares.put(school.id(), found.getOrDefault(school.id(), new Share("", 0, 0)));
                    });
        }
        return new OfOccasion(shares, names, reach.offices().stream().sorted().toList());
    }
}
