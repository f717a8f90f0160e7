package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.Paper;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.counting.Forecast;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.notice.Clause;
import org.jiaogongti.charter.notice.Quote;
import org.jiaogongti.charter.revising.Revised;
import org.jiaogongti.platform.obligation.DutiesDue;
import org.jiaogongti.platform.obligation.Reasons;
import org.jiaogongti.platform.obligation.SourceNote;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.web.DutyFacts.Entry;
import org.jiaogongti.platform.obligation.web.DutyFacts.Refusal;
import org.jiaogongti.platform.obligation.web.DutyView.Actor;
import org.jiaogongti.platform.obligation.web.DutyView.Alternative;
import org.jiaogongti.platform.obligation.web.DutyView.Figure;
import org.jiaogongti.platform.obligation.web.DutyView.Heading;
import org.jiaogongti.platform.obligation.web.DutyView.LawBox;
import org.jiaogongti.platform.obligation.web.DutyView.Line;
import org.jiaogongti.platform.obligation.web.DutyView.Nudge;
import org.jiaogongti.platform.obligation.web.DutyView.Past;
import org.jiaogongti.platform.obligation.web.DutyView.Run;
import org.jiaogongti.platform.reminder.Nudges;
import org.jspecify.annotations.Nullable;

/** Opens one instance: its figure, its words, its records, and what is to be done. */
final class DutyBuilder {

    private final DutyFacts facts;
    private final Span span;
    private final Words words;
    private final Reasons reasons;
    private final Obligation.Head head;
    private final Standing standing;
    private final Mark mark;

    DutyBuilder(DutyFacts facts, Span span, Words words) {
        this.facts = facts;
        this.span = span;
        this.words = words;
        this.reasons = new Reasons(words.m(), facts.labels());
        this.standing = facts.standing();
        this.head = facts.charter().obligation(standing.duty()).orElseThrow(
                () -> new IllegalStateException("No duty '" + standing.duty() + "' in the charter.")).head();
        this.mark = Marks.of(standing, each -> facts.outlook());
    }

    DutyView build() {
        return new DutyView(heading(), figure(), quote(facts.charter(), head.quote()), facts.waiver(),
                law(facts.charter(), standing.duty(), standing.instance().lastDay(), words), reading(),
                words.m().t("obligation.counted", standing.counted(), head.unit()), countedNote(),
                facts.counted().stream().map(entry -> line(entry.source(), entry.fact(), entry.amount(), "", ""))
                        .toList(),
                facts.refused().stream().map(this::refused).toList(), planned(), actors(),
                charted() ? new DutyChart(facts, words).draw() : null, forecastNote(), history(), facts.derivation(),
                paper() != null, nudge(), revised());
    }

    /** What was decided since the notice and holds for this instance; a period before it knows nothing of it. */
    private List<Revised> revised() {
        LocalDate last = facts.world().periods().stream()
                .filter(period -> period.name().equals(standing.key().period())).map(period -> period.days().last())
                .findFirst().orElse(standing.instance().lastDay());
        return facts.charter().obligation(head.id()).map(duty -> Revised.of(facts.charter(), duty)).orElse(List.of())
                .stream().filter(each -> !each.from().isAfter(last)).toList();
    }

    private boolean charted() {
        return mark.inWork() && standing.target() > 1
                && !facts.today().isBefore(standing.instance().firstDay());
    }

    private Heading heading() {
        String community = standing.instance().community();
        String part = Notices.title(facts.charter().notice(), Addresses.charterPart(head.quote().clause()));
        boolean records = mark.inWork()
                && facts.charter().rule(head.id(), standing.instance().lastDay()).measure().occasionKinds().size() > 0
                && !facts.today().isAfter(standing.instance().lastDay());
        return new Heading(head.id(), head.name(), mark, subtitle(), part, "/board?" + span.query(),
                Addresses.cell(head.id(), community, span), facts.labels().name(community),
                records ? Addresses.record(head.id()) : "",
                Addresses.instance(standing.key()) + "/export.");
    }

    private String subtitle() {
        InstanceKey key = standing.key();
        String bearer = facts.labels().name(key.bearer());
        if (role(key.bearer()) == World.Role.LEAD) {
            bearer = words.m().t("obligation.duty.lead", bearer);
        }
        String whom = facts.labels().counterpart(key, standing.about());
        if (paper() != null) {
            return words.m().t("obligation.duty.each", bearer, whom, words.period(key.period()));
        }
        if (whom.isEmpty()) {
            whom = head.owedTo();
        }
        String period = words.period(key.period());
        return whom.isEmpty()
                ? words.m().t("obligation.duty.alone", bearer, period)
                : words.m().t("obligation.duty.for", bearer, whom, period);
    }

    private World.@Nullable Role role(String school) {
        return facts.world().membership(school, standing.instance().lastDay()).map(World.Membership::role)
                .orElse(null);
    }

    private Figure figure() {
        int scale = Math.max(standing.target(), standing.counted() + standing.planned());
        int counted = Cells.percent(standing.counted(), scale);
        int planned = Cells.percent(standing.counted() + standing.planned(), scale) - counted;
        DateRange days = new DateRange(standing.instance().firstDay(), standing.instance().lastDay());
        boolean running = days.contains(facts.today()) && standing.target() > 1;
        int passed = Calendar.passed(days, facts.today());
        String should = String.format(java.util.Locale.ROOT, "%.1f", standing.target() * passed / 100.0);
        String tick = "";
        if (running) {
            tick = span.days().equals(days)
                    ? words.m().t("obligation.duty.tick.week", should, Calendar.week(days, facts.today()),
                            Calendar.weeks(days))
                    : words.m().t("obligation.duty.tick", should);
        }
        return new Figure(mark.inWork(), standing.counted(), standing.target(), head.unit(), counted, planned,
                running ? passed * standing.target() / Math.max(1, scale) : -1,
                words.m().t("obligation.duty.counted", standing.counted()),
                words.m().t("obligation.duty.planned", standing.planned()), tick, outlookWord(), gap());
    }

    private String outlookWord() {
        if (standing.status() != Status.OPEN || paper() != null) {
            return words.m().t("obligation.duty.by", standing.instance().lastDay().toString());
        }
        return facts.outlook().map(outlook -> words.m().t("obligation.duty.outlook", standing.planned(),
                outlook.expected(), head.unit())).orElseGet(
                        () -> words.m().t("obligation.duty.outlook.plan", standing.planned(), head.unit()));
    }

    private String gap() {
        int unplanned = standing.left() - standing.planned();
        return standing.status() == Status.OPEN && paper() == null && unplanned > 0
                ? words.m().t("obligation.duty.gap", unplanned, head.unit())
                : "";
    }

    /** The clause's own characters, the counted ones marked. */
    static DutyView.Quote quote(Charter charter, Quote quote) {
        String text = charter.notice().clause(quote.clause()).map(Clause::text).orElse(quote.text()).strip();
        int at = text.indexOf(quote.text());
        List<Run> runs = at < 0
                ? List.of(new Run(quote.text(), true))
                : List.of(new Run(text.substring(0, at), false), new Run(quote.text(), true),
                        new Run(text.substring(at + quote.text().length()), false));
        return new DutyView.Quote(quote.clause(), Addresses.clause(quote.clause()), runs);
    }

    static @Nullable LawBox law(Charter charter, String duty, LocalDate lastDay, Words words) {
        Optional<Overlay> law = charter.suspendedBy(duty, lastDay);
        return law.map(found -> new LawBox(Laws.label(found), Laws.href(charter, found, duty), found.from(),
                found.quotes(), words.m().t("obligation.suspended.note"))).orElse(null);
    }

    private DutyView.@Nullable Reading reading() {
        List<Reading> decisive = facts.charter().decisive(head.id());
        // One that can be tried says more than one that waits for facts.
        Optional<Reading> found = head.readings().stream().map(facts.charter()::reading).flatMap(Optional::stream)
                .min(Comparator.comparing((Reading each) -> !decisive.contains(each)));
        if (found.isPresent()) {
            Reading reading = found.get();
            Reading.Choice choice = reading.on(standing.instance().lastDay());
            List<Alternative> alternatives = new ArrayList<>();
            reading.alternatives().forEach((alternative, meaning) -> {
                boolean used = alternative.equals(choice.alternative());
                alternatives.add(new Alternative(used,
                        words.m().t(used ? "obligation.reading.used" : "obligation.reading.unused", alternative),
                        meaning, result(reading.name(), alternative)));
            });
            return new DutyView.Reading(reading.question(), alternatives, waits(reading, words),
                    words.m().t("obligation.reading.decided", choice.decidedBy(), choice.from().toString(),
                            choice.basis()),
                    "/charter/readings#" + reading.id());
        }
        return null;
    }

    /** Which facts an open point waits for, in a sentence; empty where it waits for none. */
    static String waits(Reading reading, Words words) {
        return reading.waitsFor().isEmpty()
                ? ""
                : words.m().t("obligation.reading.waits", String.join("、", reading.waitsFor()));
    }

    private String result(String reading, String alternative) {
        for (DutyFacts.ReadingResult result : facts.readings()) {
            if (result.reading().equals(reading) && result.alternative().equals(alternative)) {
                return result.outcomes().isEmpty()
                        ? words.m().t("obligation.reading.result.none")
                        : result.outcomes().stream()
                                .map(outcome -> outcome.waived()
                                        ? words.m().t("obligation.reading.result.waived", outcome.label())
                                        : words.m().t("obligation.reading.result", outcome.label(),
                                                outcome.counted(), outcome.target()))
                                .collect(Collectors.joining("、"));
            }
        }
        return "";
    }

    /** How many at which school. */
    private String countedNote() {
        Map<String, Integer> bySchool = new LinkedHashMap<>();
        facts.counted().forEach(entry -> bySchool.merge(school(entry.fact()), entry.amount(), Integer::sum));
        bySchool.remove("");
        return bySchool.size() < 2
                ? words.m().t("obligation.counted.note")
                : words.m().t("obligation.counted.by",
                        bySchool.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(" · ")));
    }

    private Line line(java.util.UUID source, Fact fact, int amount, String reason, String repair) {
        SourceNote note = facts.notes().get(source);
        return new Line(date(fact), school(fact), subject(fact), amount, who(fact, note), note, reason, repair);
    }

    private static String who(Fact fact, @Nullable SourceNote note) {
        if (note != null) {
            return String.join("、", note.people());
        }
        return switch (fact) {
            case OccasionPart _ -> "";
            case Placement placement -> placement.mentor() == null
                    ? placement.person()
                    : placement.person() + "、" + placement.mentor();
        };
    }

    private Line refused(Refusal refusal) {
        return line(refusal.source(), refusal.fact(), 0, reasons.text(refusal.reasons()),
                reasons.repair(refusal.reasons()));
    }

    private List<Line> planned() {
        return facts.planned().stream().map(entry -> line(entry.source(), entry.fact(), entry.amount(), "", ""))
                .toList();
    }

    static LocalDate date(Fact fact) {
        return switch (fact) {
            case OccasionPart part -> part.date();
            case Placement placement -> placement.start();
        };
    }

    private String school(Fact fact) {
        return switch (fact) {
            case OccasionPart part -> part.host() == null ? "" : facts.labels().shortName(part.host());
            case Placement placement -> facts.labels().shortName(placement.toSchool());
        };
    }

    private static String subject(Fact fact) {
        return switch (fact) {
            case OccasionPart part -> part.subject() == null ? "" : part.subject();
            case Placement _ -> "";
        };
    }

    private List<Actor> actors() {
        List<Actor> actors = new ArrayList<>();
        String bearer = facts.labels().shortName(standing.key().bearer());
        String last = standing.instance().lastDay().toString();
        Paper paper = paper();
        if (paper != null) {
            if (standing.status() == Status.OPEN || standing.status() == Status.MISSED) {
                actors.add(actor(bearer, "obligation.actor." + standing.status().word() + "." + paper, last));
            }
        } else if (standing.status() == Status.OPEN) {
            int arrange = standing.left() - standing.planned();
            if (standing.planned() > 0) {
                actors.add(actor(bearer, "obligation.actor.hold", standing.planned(), head.unit()));
            }
            if (arrange > 0) {
                actors.add(actor(bearer, "obligation.actor.arrange", arrange, head.unit(), last));
            }
        } else if (standing.status() == Status.MISSED) {
            actors.add(actor(bearer, "obligation.actor.late", last, standing.left(), head.unit()));
        }
        long disputed = facts.refused().stream().filter(refusal -> refusal.fact() instanceof OccasionPart part
                && part.state() == org.jiaogongti.charter.OccasionState.DISPUTED).count();
        if (disputed > 0) {
            actors.add(actor(bearer, "obligation.actor.dispute", Math.toIntExact(disputed)));
        }
        return actors;
    }

    /** The paper that an occasion needs beforehand, where the duty is about one. */
    private @Nullable Paper paper() {
        return facts.charter().obligation(head.id()).orElse(null) instanceof Obligation.Counted counted
                && counted.base().measure() instanceof Measure.Papers papers ? papers.paper() : null;
    }

    private Actor actor(String name, String key, Object... arguments) {
        return new Actor(name.substring(0, name.offsetByCodePoints(0, 1)), name, words.m().t(key, arguments));
    }

    private String forecastNote() {
        if (standing.status() != Status.OPEN || paper() != null) {
            return "";
        }
        Forecast.Coverage tested = facts.tested();
        String test = tested.cases() == 0
                ? ""
                : words.m().t("obligation.forecast.tested", tested.cases(), tested.inside(),
                        Math.round(tested.share() * 100));
        return facts.outlook()
                .map(outlook -> words.m().t("obligation.forecast.range", outlook.expected(), outlook.low(),
                        outlook.high()) + test)
                .orElseGet(() -> words.m().t("obligation.forecast.little"));
    }

    private List<Past> history() {
        List<Past> history = new ArrayList<>();
        for (Standing past : facts.history()) {
            Mark was = Marks.of(past.status());
            history.add(new Past(was, words.period(past.key().period()),
                    was.inWork() ? past.counted() + "/" + past.target() : "", Addresses.instance(past.key())));
        }
        return history;
    }

    private @Nullable Nudge nudge() {
        if (standing.status() != Status.OPEN && standing.status() != Status.MISSED) {
            return null;
        }
        Nudges.State state = facts.nudge();
        return new Nudge(DutiesDue.id(standing.key()), state);
    }

    /** Entries in the order of their days. */
    static List<Entry> byDay(List<Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(Entry::countsOn)).toList();
    }
}
