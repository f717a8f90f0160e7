package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.explaining.Explaining;
import org.jiaogongti.charter.explaining.Names;
import java.util.stream.Collectors;
import org.jiaogongti.charter.World;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.obligation.DutiesDue;
import org.jiaogongti.platform.obligation.DutyCard;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.InstanceView;
import org.jiaogongti.platform.obligation.InstanceView.Footing;
import org.jiaogongti.platform.obligation.Overviews;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.SourceDescriber;
import org.jiaogongti.platform.obligation.SourceNote;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.WaiverOrder;
import org.jiaogongti.platform.obligation.web.DutyFacts.Entry;
import org.jiaogongti.platform.obligation.web.DutyFacts.Refusal;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.reminder.Nudges;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads what the pages of a duty need. */
@Component
class Duties {

    private final Progresses progresses;
    private final Overviews overviews;
    private final Boards boards;
    private final ObjectProvider<SourceDescriber> describers;
    private final ObjectProvider<DutyCard.Source> cards;
    private final Nudges nudges;
    private final BusinessClock clock;

    Duties(Progresses progresses, Overviews overviews, Boards boards, ObjectProvider<SourceDescriber> describers,
            ObjectProvider<DutyCard.Source> cards, Nudges nudges, BusinessClock clock) {
        this.cards = cards;
        this.progresses = progresses;
        this.overviews = overviews;
        this.boards = boards;
        this.describers = describers;
        this.nudges = nudges;
        this.clock = clock;
    }

    Optional<DutyView> instance(InstanceKey key, Words words) {
        return progresses.instance(key).map(view -> view(view, words));
    }

    private DutyView view(InstanceView view, Words words) {
        return new DutyBuilder(facts(view, words), span(view), words).build();
    }

    /** An instance with what other modules have noted about its duty. */
    record Opened(DutyView view, List<DutyCard> cards) {}

    Optional<Opened> open(Actor actor, InstanceKey key, Words words) {
        return progresses.instance(key).map(view -> new Opened(view(view, words), cards(actor, view, words)));
    }

    private List<DutyCard> cards(Actor actor, InstanceView view, Words words) {
        DutyCard.About about = new DutyCard.About(view.standing().duty(), schools(view),
                school -> view.inForce().labels().shortName(school.toString()));
        return cards.stream().flatMap(source -> source.of(actor, about, words.m()).stream()).toList();
    }

    /** The school that bears it and the one it is owed to; where a community bears it, all its schools. */
    private static Set<UUID> schools(InstanceView view) {
        InstanceKey key = view.standing().key();
        World world = view.inForce().world();
        LocalDate last = view.standing().instance().lastDay();
        Set<String> schools = new HashSet<>(world.memberships(key.bearer(), last).stream()
                .map(World.Membership::school).toList());
        if (schools.isEmpty()) {
            schools.add(key.bearer());
        }
        String whom = key.counterpart().split("/", 2)[0];
        if (world.membership(whom, last).isPresent()) {
            schools.add(whom);
        }
        return schools.stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    /** The term shown with an instance: its own, or that of today or of its last day. */
    private Span span(InstanceView view) {
        Standing standing = view.standing();
        LocalDate last = standing.instance().lastDay();
        LocalDate day = clock.today().isBefore(last) && !clock.today().isBefore(standing.instance().firstDay())
                ? clock.today()
                : last;
        Optional<Period> own = Span.terms(view.inForce().world()).stream()
                .filter(term -> term.name().equals(standing.key().period())).findFirst();
        String term = own.or(() -> Span.termOf(view.inForce().world(), day)).map(Period::name).orElse("");
        return boards.span(view.inForce(), term, Span.Width.TERM);
    }

    private DutyFacts facts(InstanceView view, Words words) {
        InForce inForce = view.inForce();
        Standing standing = view.standing();
        List<Entry> planned = new ArrayList<>(entries(view.lines(Footing.TO_COME)));
        planned.addAll(entries(view.lines(Footing.PLANNED)));
        planned.sort(Comparator.comparing(Entry::countsOn));
        List<Refusal> refused = view.nearMisses().stream()
                .map(miss -> new Refusal(miss.source().id(), miss.fact(), miss.reasons())).toList();
        Outlooks outlooks = standing.status() == Status.OPEN && !eachTime(view)
                ? Outlooks.over(inForce, overviews.past(inForce, standing.duty()), clock.today())
                : Outlooks.NONE;
        return new DutyFacts(inForce.charter(), inForce.world(), inForce.labels(), clock.today(), standing,
                entries(view.lines(Footing.COUNTED)), planned, refused, view.history(), notes(view),
                outlooks.of(standing), outlooks.tested(standing), readings(view, words), derivation(view),
                waiver(view, words), nudge(standing));
    }

    /** Only what is still to be done can be pressed for. */
    private Nudges.State nudge(Standing standing) {
        return standing.status() == Status.OPEN || standing.status() == Status.MISSED
                ? nudges.state(new Due.Matter(DutiesDue.KIND, DutiesDue.id(standing.key())))
                : Nudges.State.NEVER;
    }

    private static boolean eachTime(InstanceView view) {
        return view.inForce().charter().obligation(view.standing().duty())
                .filter(duty -> duty.head().recurrence() == Recurrence.EACH_TIME).isPresent();
    }

    private static List<Entry> entries(List<InstanceView.Line> lines) {
        return lines.stream()
                .map(line -> new Entry(line.source().id(), line.fact(), line.amount(), line.countsOn())).toList();
    }

    /** One question to each module whose records are on the page. */
    private Map<UUID, SourceNote> notes(InstanceView view) {
        Map<String, Set<UUID>> byKind = new HashMap<>();
        view.lines().forEach(line -> byKind.computeIfAbsent(line.source().kind(), _ -> new HashSet<>())
                .add(line.source().id()));
        view.nearMisses().forEach(miss -> byKind.computeIfAbsent(miss.source().kind(), _ -> new HashSet<>())
                .add(miss.source().id()));
        Map<UUID, SourceNote> notes = new HashMap<>();
        describers.forEach(describer -> {
            Set<UUID> ids = byKind.getOrDefault(describer.kind(), Set.of());
            if (!ids.isEmpty()) {
                notes.putAll(describer.describe(ids, view.inForce().labels()));
            }
        });
        return notes;
    }

    private List<DutyFacts.ReadingResult> readings(InstanceView view, Words words) {
        Obligation duty = view.inForce().charter().obligation(view.standing().duty()).orElseThrow();
        if (view.inForce().charter().decisive(duty.id()).stream()
                .noneMatch(reading -> duty.head().readings().contains(reading.name()))) {
            return List.of();
        }
        Standing standing = view.standing();
        Period around = view.inForce().counting().period(standing.key().period()).orElseThrow();
        LocalDate first = earlier(around.days().first(), standing.instance().firstDay());
        // A year that is read in another way reaches beyond this one.
        LocalDate from = first.minusDays(366);
        LocalDate to = around.days().last().plusDays(366);
        return new Trial(view.inForce(), progresses.facts(from, to), progresses.waivers(standing.duty(), from, to),
                clock.today()).readings(standing, words);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private List<DutyView.Step> derivation(InstanceView view) {
        Standing standing = view.standing();
        List<Fact> facts = new ArrayList<>();
        view.lines().forEach(line -> facts.add(line.fact()));
        view.nearMisses().forEach(miss -> facts.add(miss.fact()));
        List<Waiver> waivers = standing.waiver() == null
                ? List.of()
                : List.of(new Waiver(standing.key(), standing.waiver().target(), standing.waiver().decidedOn()));
        List<DutyView.Step> steps = new ArrayList<>();
        new Explaining(view.inForce().counting(), names(view))
                .explain(standing.key(), facts, waivers, clock.today())
                // The records themselves stand in the tables above; the derivation is the rule and the sum.
                .ifPresent(explanation -> explanation.derivation().parts().stream().limit(
                        Math.max(0, explanation.derivation().parts().size() - 2L))
                        .forEach(line -> addStep(line, 1, steps)));
        return steps;
    }

    /** The occasion that an instance comes with has no name of its own in the world. */
    private static Names names(InstanceView view) {
        String about = view.standing().about();
        String counterpart = view.standing().key().counterpart();
        return id -> about != null && id.equals(counterpart) ? about : view.inForce().labels().name(id);
    }

    private static void addStep(org.jiaogongti.charter.explaining.Line line, int level,
            List<DutyView.Step> into) {
        into.add(new DutyView.Step(Math.min(level, 4), line.label(), line.text()));
        line.parts().forEach(part -> addStep(part, level + 1, into));
    }

    private static DutyView.@Nullable Decision waiver(InstanceView view, Words words) {
        return view.waiver().map(decision -> {
            WaiverOrder order = decision.order();
            String title = order.target() == null
                    ? words.m().t("obligation.waiver.wholly")
                    : words.m().t("obligation.waiver.reduced", order.target());
            return new DutyView.Decision(title, order.reason(), order.document(), order.decidedBy(),
                    order.decidedOn(), "/waivers");
        }).orElse(null);
    }

    Optional<CellView> cell(String duty, String community, String term, Span.Width width, Words words) {
        return boards.cell(duty, community, term, width).flatMap(overview -> {
            InForce inForce = overview.inForce();
            Optional<Obligation> found = inForce.charter().obligation(duty).filter(Obligation::counts);
            if (found.isEmpty() || !inForce.world().communities().contains(community)) {
                return Optional.empty();
            }
            BoardFacts facts = boards.facts(overview);
            List<Standing> standings = overview.standings().stream().filter(
                    standing -> standing.duty().equals(duty) && standing.instance().community().equals(community))
                    .toList();
            return Optional.of(new CellBuilder(facts, boards.span(inForce, term, width), words).build(
                    found.get().head(), community, standings));
        });
    }
}
