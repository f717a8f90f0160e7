package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.HeldOccasion;
import org.jiaogongti.platform.activity.HeldOccasions;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.activity.OccasionBriefs;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.inspection.Sample.Candidate;
import org.jiaogongti.platform.inspection.Sample.Drawn;
import org.jiaogongti.platform.inspection.Sample.Verdict;
import org.jiaogongti.platform.inspection.model.Drawing;
import org.jiaogongti.platform.inspection.model.Quality;
import org.jiaogongti.platform.inspection.model.Reach;
import org.jiaogongti.platform.inspection.store.FindingStore;
import org.jiaogongti.platform.inspection.store.SampleStore;
import org.jiaogongti.platform.obligation.KindNames;
import org.jiaogongti.platform.obligation.Source;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 抽查: held activities drawn by chance with a seed that everybody sees, and whether they were held as recorded. */
@Service
@Transactional(readOnly = true)
public class Samples {

    static final String KIND = "sample";
    /** A seed can be read out: nine digits. */
    private static final long SEEDS = 1_000_000_000L;

    private final SampleStore store;
    private final Elsewhere elsewhere;
    private final Attachments attachments;
    private final InspectionGround around;

    Samples(SampleStore store, Elsewhere elsewhere, Attachments attachments, InspectionGround around) {
        this.store = store;
        this.elsewhere = elsewhere;
        this.attachments = attachments;
        this.around = around;
    }

    /** What samples are drawn from and lead to. */
    @Component
    record Elsewhere(HeldOccasions held, OccasionBriefs briefs, KindNames kinds, EvidenceFiles files,
            FindingStore findings) {}

    /** A draw with how far its checking has come. */
    public record Line(Sample sample, int drawn, int checked, int untrue) {}

    /** A page of draws, the latest first. */
    public record Listed(List<Line> lines, Map<UUID, String> names, List<School> schools, boolean draws,
            boolean more) {

        public String whose(Sample sample) {
            UUID school = sample.school();
            UUID community = sample.community();
            return names.getOrDefault(school != null ? school : community != null ? community : new UUID(0, 0), "");
        }
    }

    public Listed list(Actor actor, @Nullable UUID school, @Nullable UUID after, int size) {
        Reach reach = new Reach(actor);
        Set<UUID> own = reach.district() ? null : reach.offices();
        List<Sample> found = store.page(own, school, after, size + 1);
        List<Sample> shown = found.stream().limit(size).toList();
        Map<UUID, List<Drawn>> drawn = drawn(shown, own);
        List<School> schools = around.schools().all();
        return new Listed(shown.stream().map(each -> line(each, drawn.getOrDefault(each.id(), List.of()))).toList(),
                around.names(schools, around.communities().composition()),
                schools.stream().filter(each -> own == null || own.contains(each.id())).toList(), reach.inspects(),
                found.size() > size);
    }

    private Map<UUID, List<Drawn>> drawn(List<Sample> samples, @Nullable Set<UUID> own) {
        return store.drawn(samples.stream().map(Sample::id).toList()).stream()
                .filter(each -> own == null || own.contains(each.school()))
                .collect(Collectors.groupingBy(Drawn::sample));
    }

    private static Line line(Sample sample, List<Drawn> drawn) {
        return new Line(sample, drawn.size(), (int) drawn.stream().filter(each -> each.check() != null).count(),
                (int) drawn.stream().map(Drawn::check)
                        .filter(check -> check != null && check.verdict() == Verdict.UNTRUE).count());
    }

    /**
     * A draw's page.
     *
     * @param drawn those that this person may see: a school sees its own records
     * @param quality what they turned out to be, by school and duty
     * @param findings that were written about them, by drawn record
     * @param repeats whether drawing again with the same seed from the same population gives the same
     */
    public record Shown(Sample sample, String whose, List<Drawn> drawn, Map<UUID, OccasionBrief> briefs,
            Map<UUID, String> names, Map<String, String> kinds, Map<String, Duty> duties,
            List<SampledQuality> quality, Map<UUID, UUID> findings, Map<UUID, List<EvidenceItem>> files,
            boolean repeats, boolean checks) {

        public List<EvidenceItem> files(UUID holder) {
            return files.getOrDefault(holder, List.of());
        }

        public String kind(String code) {
            return kinds.getOrDefault(code, code);
        }
    }

    /**
     * One draw.
     *
     * @throws Absent where there is none, or nothing of it is somebody's to see
     */
    public Shown show(Actor actor, UUID id) {
        Reach reach = new Reach(actor);
        Sample sample = store.find(id).orElseThrow(() -> new Absent(KIND, id));
        List<Drawn> all = store.drawn(List.of(id));
        List<Drawn> drawn = all.stream().filter(each -> reach.reads(each.school())).toList();
        if (drawn.isEmpty() && !reach.district()) {
            throw new Absent(KIND, id);
        }
        Map<UUID, String> names = around.names(around.schools().all(), around.communities().composition());
        UUID whose = sample.school() != null ? sample.school() : sample.community();
        List<UUID> ids = drawn.stream().map(Drawn::id).toList();
        return new Shown(sample, whose == null ? "" : names.getOrDefault(whose, ""), drawn,
                elsewhere.briefs().readable(actor, drawn.stream().map(Drawn::occasion).toList()).stream()
                        .collect(Collectors.toMap(OccasionBrief::id, Function.identity())),
                names, elsewhere.kinds().names(), around.duties(), Quality.of(drawn),
                elsewhere.findings().ofDrawn(ids).stream()
                        .collect(Collectors.toMap(each -> java.util.Objects.requireNonNull(each.origin().drawn()),
                                Finding::id, (one, _) -> one)),
                elsewhere.files().of(ids).stream().collect(Collectors.groupingBy(EvidenceItem::holder)),
                Drawing.repeats(sample.population(), sample.seed(), sample.size(),
                        new HashSet<>(all.stream().map(Drawn::occasion).toList())),
                reach.inspects());
    }

    /** What may be drawn from. */
    public record Offer(List<School> schools, List<Community> communities, LocalDate first, LocalDate today) {}

    public Offer offer() {
        LocalDate today = around.today();
        LocalDate first = around.calendars().current().termAt(today).map(term -> term.days().first())
                .orElse(today.minusMonths(3));
        return new Offer(around.schools().all(), around.communities().composition().communities(), first, today);
    }

    /**
     * A draw as typed.
     *
     * @param whose id of a school or a community
     * @param seed the number drawn outside, for instance before the eyes of those inspected; null for one made here
     */
    public record NewSample(@Nullable UUID whose, @Nullable LocalDate first, @Nullable LocalDate last, int size,
            @Nullable Long seed) {}

    /** Draws. What was drawn stays as it is, whatever becomes of the records. */
    @Transactional
    public Outcome draw(Actor actor, NewSample given) {
        if (!new Reach(actor).inspects()) {
            throw new Absent(KIND, "new");
        }
        UUID whose = given.whose();
        LocalDate first = given.first();
        LocalDate last = given.last();
        if (whose == null || first == null || last == null) {
            return Outcome.no("inspection.sample.refused.missing");
        }
        if (last.isBefore(first) || last.isAfter(around.today()) || first.plusYears(1).isBefore(last)) {
            return Outcome.no("inspection.sample.refused.days");
        }
        if (given.size() < 1 || given.size() > Sample.MOST) {
            return Outcome.no("inspection.sample.refused.size", Sample.MOST);
        }
        boolean school = around.schools().find(whose).isPresent();
        if (!school && around.communities().composition().communities().stream()
                .noneMatch(each -> each.id().equals(whose))) {
            throw new Absent("school", whose);
        }
        DateRange days = new DateRange(first, last);
        List<HeldOccasion> held = school
                ? elsewhere.held().ofSchool(whose, days)
                : elsewhere.held().ofCommunity(whose, days);
        if (held.isEmpty()) {
            return Outcome.no("inspection.sample.refused.empty");
        }
        Long typed = given.seed();
        long seed = typed == null ? Math.floorMod(around.ids().next().getLeastSignificantBits(), SEEDS) : typed;
        Sample sample = new Sample(around.ids().next(), school ? whose : null, school ? null : whose, days, seed,
                given.size(), held.stream().map(each -> new Candidate(each.id(), each.kind())).toList(),
                around.by(actor));
        return keep(actor, sample, held);
    }

    private Outcome keep(Actor actor, Sample sample, List<HeldOccasion> held) {
        List<Drawn> drawn = drawn(sample, held);
        store.add(sample, drawn);
        around.journal().write(actor, "SampleDrawn", KIND, sample.id(),
                Map.of("seed", sample.seed(), "size", sample.size(), "population", sample.population().size(),
                        "drawn", drawn.stream().map(each -> each.occasion().toString()).toList()));
        return new Outcome.Done(sample.id());
    }

    private List<Drawn> drawn(Sample sample, List<HeldOccasion> held) {
        Map<UUID, HeldOccasion> byId = held.stream()
                .collect(Collectors.toMap(HeldOccasion::id, Function.identity()));
        List<Candidate> chosen = Drawing.draw(sample.population(), sample.seed(), sample.size());
        Map<Source, Set<String>> duties = around.progresses().duties(chosen.stream()
                .map(each -> new Source(Source.OCCASION, each.occasion())).toList());
        List<Drawn> drawn = new ArrayList<>();
        for (Candidate each : chosen) {
            HeldOccasion occasion = java.util.Objects.requireNonNull(byId.get(each.occasion()));
            drawn.add(new Drawn(around.ids().next(), sample.id(), drawn.size() + 1, occasion.id(), occasion.school(),
                    occasion.kind(), occasion.date(),
                    duties.getOrDefault(new Source(Source.OCCASION, occasion.id()), Set.of()), null));
        }
        return drawn;
    }

    /** Says of a drawn record whether it was held as recorded, with photos; said again it takes the earlier word's place. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome check(Actor actor, UUID id, UUID drawn, @Nullable Verdict verdict, String note,
            Collection<Upload> photos) {
        return attachments.with(photos, () -> check(actor, id, drawn, verdict, note),
                (outcome, stored) -> outcome instanceof Outcome.Done
                        ? attachments.attach(actor, drawn, store.findDrawn(drawn).orElseThrow().school(), stored,
                                outcome)
                        : outcome);
    }

    private Outcome check(Actor actor, UUID id, UUID drawn, @Nullable Verdict verdict, String note) {
        if (!new Reach(actor).inspects()) {
            throw new Absent(KIND, id);
        }
        if (store.lockDrawn(drawn).filter(id::equals).isEmpty()) {
            throw new Absent("drawn", drawn);
        }
        if (verdict == null) {
            return Outcome.no("inspection.sample.refused.verdict");
        }
        if (verdict != Verdict.GENUINE && note.isEmpty()) {
            return Outcome.no("inspection.sample.refused.note");
        }
        if (note.length() > Sample.LONGEST_NOTE) {
            return Outcome.no("inspection.refused.long");
        }
        store.addChecks(List.of(new Sample.Check(around.ids().next(), drawn, verdict, note, around.by(actor))));
        around.journal().write(actor, "SampleChecked", KIND, id,
                Map.of("drawn", drawn.toString(), "verdict", verdict.name(), "note", note));
        return new Outcome.Done(drawn);
    }

    /**
     * Draws as it was done before the district came here, and says of the records what was found.
     *
     * @param says of each drawn record, or null where it has not been looked at
     */
    @Transactional
    public void setUp(UUID id, UUID school, DateRange days, long seed, int size, By by,
            Function<Drawn, Sample.@Nullable Check> says) {
        List<HeldOccasion> held = elsewhere.held().ofSchool(school, days);
        Sample sample = new Sample(id, school, null, days, seed, size,
                held.stream().map(each -> new Candidate(each.id(), each.kind())).toList(), by);
        List<Drawn> drawn = drawn(sample, held);
        store.add(sample, drawn);
        List<Sample.Check> checks = new ArrayList<>();
        for (Drawn each : drawn) {
            Sample.Check check = says.apply(each);
            if (check != null) {
                checks.add(check);
            }
        }
        store.addChecks(checks);
    }
}
