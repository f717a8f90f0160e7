package org.jiaogongti.platform.activity.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.activity.Moved;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.SchoolHomes.Home;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.activity.Step.What;
import org.jiaogongti.platform.activity.model.Verdict;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.Nudges;
import org.jiaogongti.platform.staff.Person;
import org.jiaogongti.platform.staff.PersonPlacement;

/**
 * A school's page: what is shown where.
 *
 * @param nudges who pressed the button last about what is owed to the school; without those where nobody did
 */
public record HomeView(Home home, String person, Map<Matter, Nudges.State> nudges, Say say) {

    /** Duties that are open and have little time left are named with the week's work. */
    private static final int SOON_DAYS = 21;

    private static final List<String> GRAVEST_FIRST = List.of("late", "soon", "going", "todo", "opt", "done", "susp",
            "waived");

    public HomeView {
        nudges = Map.copyOf(nudges);
    }

    /** What is owed to the school and may be asked for. */
    static List<Matter> matters(Home home) {
        return home.owed().stream().filter(Say::pressable).map(HomeView::matter).toList();
    }

    private static Matter matter(Standing standing) {
        return new Matter("duty", Say.matter(standing.key()));
    }

    public Nudges.State nudge(Standing standing) {
        return nudges.getOrDefault(matter(standing), Nudges.State.NEVER);
    }

    public UUID school() {
        return home.school().id();
    }

    public LocalDate today() {
        return home.ground().today();
    }

    public LocalDate sunday() {
        return home.monday().plusDays(6);
    }

    public List<Occasion> thisWeek() {
        return home.planned().stream().filter(occasion -> !occasion.said().date().isAfter(sunday())).toList();
    }

    public long nextWeek() {
        return home.planned().stream().filter(occasion -> occasion.said().date().isAfter(sunday())
                && !occasion.said().date().isAfter(sunday().plusDays(7))).count();
    }

    /** Expected in this week until it was moved to a later one. */
    public List<Occasion> movedAway() {
        return home.planned().stream().filter(occasion -> occasion.said().date().isAfter(sunday())).filter(occasion -> {
            Moved moved = home.moves().get(occasion.id());
            return moved != null && !moved.from().day().isBefore(home.monday())
                    && !moved.from().day().isAfter(sunday());
        }).toList();
    }

    /** Where it was expected before it moved, or empty. */
    public String moved(Occasion occasion) {
        Moved moved = home.moves().get(occasion.id());
        return moved == null ? "" : OffersView.moved(moved, say);
    }

    public long onToday() {
        return home.planned().stream().filter(occasion -> occasion.said().date().equals(today())).count();
    }

    /** Own duties that end soon and still lack something. */
    public List<Standing> pressing() {
        return home.mine().stream().filter(standing -> standing.status() == Status.MISSED
                || (standing.status() == Status.OPEN && standing.left() > 0
                        && !standing.instance().lastDay().isAfter(today().plusDays(SOON_DAYS))))
                .sorted(Comparator.comparing(standing -> standing.instance().lastDay())).toList();
    }

    public long overdue() {
        return home.mine().stream().filter(standing -> standing.status() == Status.MISSED).count();
    }

    /** What waits for the school's answer; disputed ones are shown apart. */
    public List<Occasion> waiting() {
        return home.toAnswer().stream().filter(occasion -> !occasion.disputed()
                && verdict(occasion).waitsFor(occasion, school(), today())).toList();
    }

    public List<Occasion> disputed() {
        return home.toAnswer().stream().filter(Occasion::disputed).toList();
    }

    /** Entered for the school by somebody else, still to be taken back. */
    public List<Occasion> behalf() {
        return home.notices().stream().filter(occasion -> occasion.behalf() != null).toList();
    }

    /** Own entries that another school says are not so. */
    public List<Occasion> contested() {
        return home.notices().stream()
                .filter(occasion -> occasion.disputed() && occasion.said().school().equals(school()))
                .toList();
    }

    public Verdict verdict(Occasion occasion) {
        return Verdict.of(home.steps().getOrDefault(occasion.id(), List.of()));
    }

    /** The last 不对 about an occasion, with its word. */
    public Optional<Step> objection(Occasion occasion) {
        return home.steps().getOrDefault(occasion.id(), List.of()).stream().filter(step -> step.what() == What.NOT_SO)
                .reduce((earlier, later) -> later);
    }

    /** The community and the school's role in it, for the line above the heading. */
    public String crumb() {
        return home.ground().membership(school(), today()).flatMap(membership -> home.ground()
                .community(membership.community())
                .map(community -> say.m().t("activity.home.crumb", community.name(),
                        say.m().t(
                                membership.role() == World.Role.LEAD ? "activity.role.lead" : "activity.role.member"))))
                .orElse("");
    }

    public boolean empty() {
        return thisWeek().isEmpty() && movedAway().isEmpty() && pressing().isEmpty();
    }

    public String duty(Standing standing) {
        return head(standing).map(Obligation.Head::name).orElse(standing.duty());
    }

    public String clause(Standing standing) {
        return head(standing).map(head -> head.quote().clause()).orElse("");
    }

    private Optional<Obligation.Head> head(Standing standing) {
        InForce rules = home.rules();
        return rules == null ? Optional.empty() : rules.charter().obligation(standing.duty()).map(Obligation::head);
    }

    /** Towards whom, and who was placed; the own school is not named. */
    public String aside(Standing standing) {
        String counterpart = standing.key().counterpart();
        String towards = counterpart.startsWith(school().toString()) ? "" : say.counterpart(standing.key());
        String placed = home.placed().stream().filter(placement -> counterpart.endsWith("/" + placement.id()))
                .map(placement -> name(placement.person())).findFirst().orElse("");
        return Stream.of(placed, towards).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    public String mark(Standing standing) {
        boolean soon = standing.status() == Status.OPEN && standing.left() > 0
                && !standing.instance().lastDay().isAfter(today().plusDays(SOON_DAYS));
        return soon ? "soon" : Say.mark(standing.status());
    }

    /** One line a duty: towards several schools or in several subjects it is still one duty. */
    public List<Line> lines(List<Standing> standings) {
        return standings.stream()
                .collect(Collectors.groupingBy(Standing::duty, LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(same -> new Line(same, gravest(same))).toList();
    }

    private String gravest(List<Standing> standings) {
        return standings.stream().map(this::mark).min(Comparator.comparingInt(GRAVEST_FIRST::indexOf)).orElseThrow();
    }

    /**
     * A duty with all it is owed towards.
     *
     * @param mark the state that asks most
     */
    public record Line(List<Standing> standings, String mark) {

        public Standing first() {
            return standings.getFirst();
        }

        public boolean several() {
            return standings.size() > 1;
        }

        /** What comes with each activity is one line, however often something was held. */
        public boolean eachTime() {
            return standings.stream().anyMatch(standing -> standing.key().counterpart().equals(Standing.ALL_MET)
                    || (standing.about() != null && !standing.key().counterpart().contains("/")));
        }

        public String href() {
            InstanceKey key = first().key();
            return Say.dutyHref(
                    eachTime() ? new InstanceKey(key.duty(), key.bearer(), Standing.ALL_MET, key.period()) : key);
        }

        public long done() {
            return standings.stream().filter(standing -> standing.status() == Status.MET)
                    .mapToLong(Standing::number).sum();
        }

        /** Without what is stopped or waived, which is neither done nor missed. */
        public long due() {
            return standings.stream().filter(Line::counts).mapToLong(Standing::number).sum();
        }

        public static boolean counts(Standing standing) {
            return standing.status() != Status.SUSPENDED && standing.status() != Status.WAIVED;
        }
    }

    /** Somebody at another school. */
    public record Visit(String name, String where) {

        public String mark() {
            return name.isEmpty() ? "" : new String(Character.toChars(name.codePointAt(0)));
        }
    }

    /** Own people at other schools. */
    public List<Visit> away() {
        return home.placed().stream().filter(placement -> placement.fromSchool().equals(school()))
                .map(placement -> visit(placement, "activity.home.placed.away", placement.toSchool())).toList();
    }

    /** Other schools' people here. */
    public List<Visit> here() {
        return home.placed().stream().filter(placement -> placement.toSchool().equals(school()))
                .map(placement -> visit(placement, "activity.home.placed.here", placement.fromSchool())).toList();
    }

    private Visit visit(PersonPlacement placement, String key, UUID other) {
        UUID mentor = placement.mentor();
        LocalDate end = placement.to();
        String where = say.m().t(key, say.school(other), placement.from().toString(),
                end == null ? say.m().t("activity.home.placed.open") : end.toString());
        return new Visit(name(placement.person()),
                mentor == null ? where : where + " · " + say.m().t("activity.home.mentor", name(mentor)));
    }

    private String name(UUID person) {
        Person found = home.people().get(person);
        return found == null ? "" : found.name();
    }
}
