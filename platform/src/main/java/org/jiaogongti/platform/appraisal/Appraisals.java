package org.jiaogongti.platform.appraisal;

import java.math.BigInteger;
import java.time.LocalDate;
import org.jiaogongti.charter.calendar.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Inspected;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.appraising.Standings;
import org.jiaogongti.charter.archive.Archive;
import org.jiaogongti.charter.archive.Frozen;
import org.jiaogongti.charter.archive.Frozen.Asked;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.AppraisalGround.Years;
import org.jiaogongti.platform.appraisal.Run.Version;
import org.jiaogongti.platform.appraisal.model.Found;
import org.jiaogongti.platform.appraisal.model.Inspection;
import org.jiaogongti.platform.appraisal.model.Reach;
import org.jiaogongti.platform.appraisal.model.Reckoning;
import org.jiaogongti.platform.appraisal.store.AppraisalStore;
import org.jiaogongti.platform.inspection.Inspections;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.YearLedger;
import org.jiaogongti.platform.obligation.YearLedgers;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A year's appraisal to look at: before it is frozen the preview, computed anew from the records whenever it is asked for;
 * afterwards what came out of a version's archive, computed anew from that.
 */
@Service
@Transactional(readOnly = true)
public class Appraisals {

    private final YearLedgers ledgers;
    private final Progresses progresses;
    private final AppraisalStore runs;
    private final Inspections inspections;
    private final AppraisalGround around;

    Appraisals(YearLedgers ledgers, Progresses progresses, AppraisalStore runs,
            Inspections inspections, AppraisalGround around) {
        this.ledgers = ledgers;
        this.progresses = progresses;
        this.runs = runs;
        this.inspections = inspections;
        this.around = around;
    }

    /**
     * A year as somebody sees it.
     *
     * @param years that have a scheme, the newest first
     * @param shown the communities that may be shown to this person
     * @param budgets of the year, the last one first
     * @param run null while the year is not frozen
     * @param version of the run that is shown, null for the preview
     */
    public record Desk(List<Period> years, Period year, SchemeEdition edition, YearSheet sheet,
            List<CommunitySheet> shown, List<Budget> budgets, InForce inForce, Reach reach, @Nullable Run run,
            @Nullable Version version) {

        public Desk {
            years = List.copyOf(years);
            shown = List.copyOf(shown);
            budgets = List.copyOf(budgets);
        }

        /** One of the communities that may be shown; whoever may not see it does not find it. */
        public CommunitySheet community(UUID id) {
            return shown.stream().filter(each -> each.id().equals(id)).findFirst()
                    .orElseThrow(() -> new Absent("community", id));
        }

        /** The community of a school that may be shown. */
        public CommunitySheet ofSchool(UUID school) {
            return shown.stream()
                    .filter(each -> each.schools().stream().anyMatch(member -> member.id().equals(school)))
                    .findFirst().orElseThrow(() -> new Absent("school", school));
        }

        public @Nullable Budget budget() {
            return budgets.isEmpty() ? null : budgets.getFirst();
        }

        /** What an address adds so that the same version is shown; empty where it is the last one, or the preview. */
        public String query() {
            return run == null || version == null || version.equals(run.latest())
                    ? ""
                    : "?version=" + version.number();
        }

        /** Whether its days are over. */
        public boolean over() {
            return year.days().last().isBefore(reach.today());
        }
    }

    /**
     * A year by its name, or the usual one where none is named; empty where no year has a scheme.
     *
     * @param version number of the version to show; 0 for the last one
     */
    public Optional<Desk> desk(Actor actor, String name, int version) {
        Years years = around.years();
        return (name.isEmpty() ? years.usual() : years.find(name)).flatMap(year -> desk(actor, years, year, version));
    }

    /** A decided year whose scheme says who may be named where. */
    public record Decided(String year, Scheme.Naming naming) {}

    /** Of all years, the newest first; nothing is computed for it. */
    public List<Decided> decided() {
        Years years = around.years();
        List<Decided> all = new ArrayList<>();
        for (Period year : years.appraised()) {
            runs.find(year.name()).filter(Run::closed)
                    .flatMap(run -> years.schemes().editions().stream()
                            .filter(edition -> edition.id().equals(run.edition())).findFirst())
                    .map(edition -> edition.scheme().naming())
                    .ifPresent(naming -> all.add(new Decided(year.name(), naming)));
        }
        return all;
    }

    /**
     * A year's appraisal as a thing that was held.
     *
     * @param frozen the day it began
     * @param decided null while it is under way
     */
    public record Held(String year, LocalDate frozen, @Nullable LocalDate decided) {

        public boolean decidedIn(DateRange days) {
            return decided != null && days.contains(decided);
        }
    }

    /** All of them; one select. */
    public List<Held> held() {
        return runs.held();
    }

    /** The years that have a scheme and have begun, the newest first; nothing is computed for it. */
    public List<Period> years() {
        return around.years().appraised();
    }

    /** What came out of a decided year's last version. */
    public record Settled(Run run, YearSheet sheet) {}

    /** Empty while a year is not decided. */
    public Optional<Settled> settled(String year) {
        return runs.find(year).filter(Run::closed).map(run -> new Settled(run, sheet(run, run.latest())));
    }

    /** The same for a page of that very year. */
    public Desk of(Actor actor, String name, int version) {
        if (name.isEmpty()) {
            throw new Absent("appraised year", name);
        }
        return desk(actor, name, version).orElseThrow(() -> new Absent("appraised year", name));
    }

    private Optional<Desk> desk(Actor actor, Years years, Period year, int number) {
        Optional<InForce> inForce = progresses.inForce();
        Optional<Run> run = runs.find(year.name());
        Reach reach = around.reach(actor);
        List<Budget> budgets = around.schemes().budgets(year.name());
        if (run.isPresent()) {
            Version version = number == 0
                    ? run.get().latest()
                    : run.get().version(number).orElseThrow(() -> new Absent("version", number));
            SchemeEdition edition = years.schemes().editions().stream()
                    .filter(each -> each.id().equals(run.get().edition())).findFirst().orElseThrow();
            YearSheet sheet = sheet(run.get(), version);
            return inForce.map(law -> new Desk(years.appraised(), year, edition, sheet,
                    shown(sheet, reach, run.get().closed()), budgets, law, reach, run.get(), version));
        }
        SchemeEdition edition = years.schemes().inForce(year).orElseThrow();
        if (number != 0) {
            throw new Absent("version", number);
        }
        return preview(year, edition, budgets).map(sheet -> new Desk(years.appraised(), year, edition, sheet,
                shown(sheet, reach, false), budgets, inForce.orElseThrow(), reach, null, null));
    }

    /** Before the decision everybody sees their own community; afterwards all do. */
    private static List<CommunitySheet> shown(YearSheet sheet, Reach reach, boolean closed) {
        return sheet.communities().stream().filter(each -> closed || reach.reads(each.id())).toList();
    }

    /** What a version's archive comes to. */
    YearSheet sheet(Run run, Version version) {
        return Reckoning.sheet(Archive.open(runs.archive(version.id())), SheetPlaces.archived(runs.places(run.id())));
    }

    private Optional<YearSheet> preview(Period year, SchemeEdition edition, List<Budget> budgets) {
        return ledger(year).map(ledger -> {
            Frozen frozen = frozen(ledger, year, edition, budgets);
            return Reckoning.sheet(frozen, Reckoning.places(ledger, frozen));
        });
    }

    Optional<YearLedger> ledger(Period year) {
        return ledgers.of(inForce -> Standings.periods(inForce.world(), year.name()).stream().map(Period::name)
                .toList());
    }

    /** Everything the year is computed from, as it stands now. */
    Frozen frozen(YearLedger ledger, Period year, SchemeEdition edition, List<Budget> budgets) {
        BigInteger fen = budgets.isEmpty() ? BigInteger.ZERO : BigInteger.valueOf(budgets.getFirst().fen());
        return Reckoning.frozen(ledger, year, edition.text(), new Found(inspected(ledger, year), before(year, edition)),
                new Asked(year.name(), ledger.asOf(), fen, null, Program.version(), around.journal().head()));
    }

    /** What inspections of the year's records and schools found by the day of the ledger. */
    private Inspected inspected(YearLedger ledger, Period year) {
        return Inspection.of(ledger.inForce().world(), year,
                inspections.sampleQuality(year.days(), ledger.asOf()),
                inspections.openFindings(year.days(), ledger.asOf()));
    }

    /** What each school came to by itself in the year before, where that year was decided. */
    private Map<String, BigFraction> before(Period year, SchemeEdition edition) {
        return edition.scheme().bundle() == null
                ? Map.of()
                : around.years().before(year).flatMap(earlier -> runs.find(earlier.name())).filter(Run::closed)
                        .map(run -> Reckoning.own(sheet(run, run.latest()))).orElse(Map.of());
    }
}
