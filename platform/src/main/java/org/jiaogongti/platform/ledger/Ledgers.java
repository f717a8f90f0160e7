package org.jiaogongti.platform.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.notice.Clause;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.Occasion.Papers;
import org.jiaogongti.platform.activity.OccasionLine;
import org.jiaogongti.platform.activity.OccasionLines;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.ledger.Ledger.Part;
import org.jiaogongti.platform.ledger.Ledger.Row;
import org.jiaogongti.platform.ledger.Ledger.Section;
import org.jiaogongti.platform.ledger.LedgerDesk.Choice;
import org.jiaogongti.platform.ledger.LedgerDesk.Choices;
import org.jiaogongti.platform.ledger.LedgerDesk.DutyLine;
import org.jiaogongti.platform.ledger.model.Reach;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.InstanceView;
import org.jiaogongti.platform.obligation.InstanceViews;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.Source;
import org.jiaogongti.platform.obligation.SourceDescriber;
import org.jiaogongti.platform.obligation.SourceNote;
import org.jiaogongti.platform.obligation.SourceNote.Answer;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.WorldLabels;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ledgers as they come out of the records; a fixed number of selects, whatever their length. */
@Service
@Transactional(readOnly = true)
public class Ledgers {

    private final Progresses progresses;
    private final InstanceViews instances;
    private final OccasionLines occasions;
    private final ObjectProvider<SourceDescriber> describers;
    private final Journal journal;
    private final BusinessClock clock;

    Ledgers(Progresses progresses, InstanceViews instances, OccasionLines occasions,
            ObjectProvider<SourceDescriber> describers, Journal journal, BusinessClock clock) {
        this.progresses = progresses;
        this.instances = instances;
        this.occasions = occasions;
        this.describers = describers;
        this.journal = journal;
        this.clock = clock;
    }

    /** Rules, reach and what was asked, brought together. */
    private record Ground(InForce rules, Reach reach, LedgerAsked asked, Span span, Set<String> periods) {

        boolean shows(Standing standing) {
            String community = standing.instance().community();
            return reach.communities().contains(community)
                    && (asked.community().isEmpty() || asked.community().equals(community))
                    && about(standing.key(), asked.one());
        }

        private static boolean about(InstanceKey key, String school) {
            return school.isEmpty() || key.bearer().equals(school) || key.counterpart().equals(school)
                    || key.counterpart().startsWith(school + "/");
        }

        String who() {
            String named = asked.one().isEmpty() ? asked.community() : asked.one();
            return named.isEmpty() ? "" : rules.labels().name(named);
        }
    }

    /**
     * What the page shows. Where nothing was said of school and community, a school's office begins with its own school.
     *
     * @return empty where no charter is adopted, or what is named is not for this person
     */
    public Optional<LedgerDesk> desk(Actor actor, LedgerAsked given) {
        return ground(actor, given).flatMap(ground -> instances.standings(_ -> ground.periods()).map(all -> {
            List<Standing> shown = all.stream().filter(ground::shows).toList();
            return new LedgerDesk(ground.asked(), ground.span(), choices(ground), lines(ground, shown),
                    ledger(actor, ground));
        }));
    }

    /** One ledger; empty likewise. */
    public Optional<Ledger> open(Actor actor, LedgerAsked asked) {
        return ground(actor, asked).map(ground -> ledger(actor, ground));
    }

    /** The same for somebody who takes it away as a file; the journal keeps what for. */
    @Transactional
    public Optional<Ledger> take(Actor actor, LedgerAsked asked, String format, LedgerPurpose purpose) {
        Optional<Ledger> ledger = open(actor, asked);
        ledger.ifPresent(taken -> journal.write(actor, "LedgerTaken", "ledger", null,
                Map.of("duties", taken.sections().stream().map(Section::duty).toList(), "who", taken.heading().who(),
                        "span", taken.heading().span(), "records",
                        taken.sections().stream().flatMap(Section::rows).count(), "format", format, "purpose",
                        purpose.name())));
        return ledger;
    }

    /** Ids of all duties that are counted and owed in what was asked for, in the order of the charter. */
    public List<String> duties(Actor actor, LedgerAsked asked) {
        return ground(actor, asked).flatMap(ground -> instances.standings(_ -> ground.periods())
                .map(all -> lines(ground, all.stream().filter(ground::shows).toList()).stream()
                        .map(DutyLine::duty).toList()))
                .orElse(List.of());
    }

    private Optional<Ground> ground(Actor actor, LedgerAsked given) {
        Optional<InForce> inForce = progresses.inForce();
        if (inForce.isEmpty()) {
            return Optional.empty();
        }
        InForce rules = inForce.get();
        Reach reach = Reach.of(actor, rules.world(), clock.today());
        LedgerAsked asked = new LedgerAsked(given.duties(), given.term(), given.width(), given.days(),
                given.community(), given.school() == null ? own(actor, given, reach) : given.school());
        if (!reach.holds(asked.community(), asked.one())) {
            return Optional.empty();
        }
        return Span.term(rules.world(), asked.term(), clock.today()).map(term -> {
            Span span = Span.of(rules.charter(), rules.world(), term, asked.width());
            DateRange days = asked.days();
            return new Ground(rules, reach, asked, span, days == null ? span.periods() : touching(rules, days));
        });
    }

    private static String own(Actor actor, LedgerAsked given, Reach reach) {
        Set<UUID> offices = actor.schools(Role.PRINCIPAL, Role.SCHOOL_CLERK);
        if (reach.all() || offices.size() != 1 || !given.community().isEmpty()) {
            return "";
        }
        String own = offices.iterator().next().toString();
        return reach.schools("").contains(own) ? own : "";
    }

    private static Set<String> touching(InForce rules, DateRange days) {
        Set<String> names = new HashSet<>();
        for (Period period : rules.world().periods()) {
            if (!period.days().first().isAfter(days.last()) && !period.days().last().isBefore(days.first())) {
                names.add(period.name());
            }
        }
        return names;
    }

    private static Choices choices(Ground ground) {
        InForce rules = ground.rules();
        return new Choices(ground.reach().all(),
                ground.reach().communities().stream().map(id -> new Choice(id, rules.labels().name(id))).toList(),
                ground.reach().schools(ground.asked().community()).stream()
                        .map(id -> new Choice(id, rules.labels().name(id))).toList(),
                Span.terms(rules.world()).stream().filter(rules.charter()::owesIn).map(Period::name).toList());
    }

    private static List<DutyLine> lines(Ground ground, List<Standing> standings) {
        Map<String, List<Standing>> byDuty = new TreeMap<>();
        standings.forEach(each -> byDuty.computeIfAbsent(each.duty(), _ -> new ArrayList<>()).add(each));
        List<DutyLine> lines = new ArrayList<>();
        for (Obligation.Counted duty : ground.rules().charter().counted()) {
            List<Standing> own = byDuty.getOrDefault(duty.id(), List.of());
            if (!own.isEmpty()) {
                int met = Math.toIntExact(own.stream().filter(each -> each.status() == Status.MET).count());
                lines.add(new DutyLine(duty.id(), duty.head().name(), duty.head().quote().clause(),
                        duty.head().unit(), own.size(), met, own.stream().mapToInt(Standing::counted).sum()));
            }
        }
        return lines;
    }

    private Ledger ledger(Actor actor, Ground ground) {
        LedgerAsked asked = ground.asked();
        Ledger.Heading heading = new Ledger.Heading(ground.who(), ground.span().name(), asked.days(), clock.today(),
                ground.rules().charter().notice().title(), ground.rules().labels());
        if (asked.duties().isEmpty()) {
            return new Ledger(heading, List.of());
        }
        List<InstanceView> views = instances.of(_ -> ground.periods(),
                standing -> asked.wants(standing.duty()) && ground.shows(standing)).orElse(List.of());
        Map<UUID, Known> records = records(actor, views, ground.rules().labels());
        Map<String, List<Part>> byDuty = new LinkedHashMap<>();
        views.forEach(view -> byDuty.computeIfAbsent(view.standing().duty(), _ -> new ArrayList<>())
                .add(part(view, records, asked.days())));
        List<Section> sections = new ArrayList<>();
        for (Obligation.Counted duty : ground.rules().charter().counted()) {
            List<Part> parts = byDuty.get(duty.id());
            if (parts != null) {
                Obligation.Head head = duty.head();
                String clause = ground.rules().charter().notice().clause(head.quote().clause()).map(Clause::text)
                        .orElse(head.quote().text());
                sections.add(new Section(duty.id(), head.name(), head.quote(), clause.strip(), head.unit(), parts));
            }
        }
        return new Ledger(heading, sections);
    }

    private static Part part(InstanceView view, Map<UUID, Known> records, @Nullable DateRange days) {
        List<Row> counted = new ArrayList<>();
        List<Row> waiting = new ArrayList<>();
        List<Row> refused = new ArrayList<>();
        for (InstanceView.Line line : view.lines()) {
            // What is disputed stands among the refused, with who said what.
            if (line.footing() != InstanceView.Footing.DISPUTED) {
                Row row = row(records, line.source(), line.fact(), line, List.of());
                (line.footing() == InstanceView.Footing.COUNTED ? counted : waiting).add(row);
            }
        }
        view.nearMisses().stream().filter(miss -> !miss.withdrawn())
                .forEach(miss -> refused.add(row(records, miss.source(), miss.fact(), null, miss.reasons())));
        return new Part(view.standing(), within(counted, days), within(waiting, days), within(refused, days));
    }

    private static List<Row> within(List<Row> rows, @Nullable DateRange days) {
        return days == null ? rows : rows.stream().filter(row -> days.contains(row.line().date())).toList();
    }

    private static Row row(Map<UUID, Known> records, Source source, Fact fact,
            InstanceView.@Nullable Line line, List<org.jiaogongti.charter.counting.Reason> reasons) {
        Known known = records.get(source.id());
        OccasionLine of = known == null ? bare(source.id(), fact, null) : known.line(source.id(), fact);
        return new Row(of, line == null ? 0 : line.amount(), line == null ? null : line.footing(), reasons,
                known == null ? "" : known.url());
    }

    /** What a module says of one of its records. */
    private record Known(@Nullable OccasionLine occasion, @Nullable SourceNote note, String url) {

        OccasionLine line(UUID id, Fact fact) {
            return occasion == null ? bare(id, fact, note) : occasion;
        }
    }

    /** A record that is no occasion, or of which nothing more is known. */
    private static OccasionLine bare(UUID id, Fact fact, @Nullable SourceNote note) {
        java.time.LocalDate date = switch (fact) {
            case OccasionPart part -> part.date();
            case Placement placement -> placement.start();
        };
        return new OccasionLine(id, date, "", note == null ? "" : note.title(), "", "", "",
                note == null ? List.of() : note.people(), 0, Gate.NONE, Papers.NONE, Answer.NOT_ASKED, null,
                note == null ? 0 : note.evidence(), List.of());
    }

    /** One question to each module whose records are among them. */
    private Map<UUID, Known> records(Actor actor, Collection<InstanceView> views, WorldLabels labels) {
        Map<String, Set<UUID>> byKind = new HashMap<>();
        views.forEach(view -> {
            view.lines().forEach(line -> add(byKind, line.source()));
            view.nearMisses().forEach(miss -> add(byKind, miss.source()));
        });
        Map<UUID, Known> records = new HashMap<>();
        occasions.of(actor, byKind.getOrDefault(OccasionLines.kind(), Set.of())).forEach(
                (id, line) -> records.put(id, new Known(line, null, "/activities/" + id)));
        byKind.remove(OccasionLines.kind());
        describers.orderedStream().filter(describer -> byKind.containsKey(describer.kind()))
                .forEach(describer -> describer.describe(byKind.getOrDefault(describer.kind(), Set.of()),
                        labels)
                        .forEach((id, note) -> records.put(id, new Known(null, note, note.url()))));
        return records;
    }

    private static void add(Map<String, Set<UUID>> byKind, Source source) {
        byKind.computeIfAbsent(source.kind(), _ -> new HashSet<>()).add(source.id());
    }
}
