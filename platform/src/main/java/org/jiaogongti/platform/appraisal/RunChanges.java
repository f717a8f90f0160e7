package org.jiaogongti.platform.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jiaogongti.charter.archive.Archive;
import org.jiaogongti.charter.archive.Frozen;
import org.jiaogongti.charter.archive.Frozen.Asked;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.AppraisalGround.Years;
import org.jiaogongti.platform.appraisal.Dispute.Outcome;
import org.jiaogongti.platform.appraisal.Dispute.Wanted;
import org.jiaogongti.platform.appraisal.Run.Kind;
import org.jiaogongti.platform.appraisal.Run.Stage;
import org.jiaogongti.platform.appraisal.Run.Step;
import org.jiaogongti.platform.appraisal.Run.Version;
import org.jiaogongti.platform.appraisal.Run.What;
import org.jiaogongti.platform.appraisal.model.FrozenRecords;
import org.jiaogongti.platform.appraisal.model.Reckoning;
import org.jiaogongti.platform.appraisal.store.DisputeStore;
import org.jiaogongti.platform.appraisal.store.AppraisalStore;
import org.jiaogongti.platform.obligation.YearLedger;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a year's appraisal on: frozen, reviewed, proposed, decided, published; after that, corrected beside it. */
@Service
@Transactional
public class RunChanges {

    /** How long a school must at least have to answer. */
    static final int LEAST_DAYS = 5;
    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_MINUTES = 1000;

    private final Appraisals appraisals;
    private final AppraisalStore store;
    private final DisputeStore disputes;
    private final AppraisalGround around;

    RunChanges(Appraisals appraisals, AppraisalStore store, DisputeStore disputes, AppraisalGround around) {
        this.appraisals = appraisals;
        this.store = store;
        this.disputes = disputes;
        this.around = around;
    }

    /** Freezes a year that is over: the records as they are now, the scheme, the charter, in an archive. */
    public Answer freeze(Actor actor, String name, @Nullable LocalDate selfUntil) {
        Years years = around.years();
        Period year = years.find(name).orElseThrow(() -> new Absent("appraised year", name));
        store.alone(name);
        if (store.find(name).isPresent()) {
            return new Answer.Refused("appraisal.run.refused.frozen");
        }
        if (!year.days().last().isBefore(around.today())) {
            return new Answer.Refused("appraisal.run.refused.not-over", List.of(year.days().last().toString()));
        }
        if (selfUntil == null || selfUntil.isBefore(around.today().plusDays(LEAST_DAYS))) {
            return new Answer.Refused("appraisal.run.refused.days", List.of(String.valueOf(LEAST_DAYS)));
        }
        freeze(years, year, selfUntil, around.author(actor));
        return new Answer.Done();
    }

    /** Freezes without asking whether it may be, in the name of somebody and on a day. */
    void freeze(Years years, Period year, LocalDate selfUntil, Author author) {
        SchemeEdition edition = years.schemes().inForce(year).orElseThrow();
        YearLedger ledger = appraisals.ledger(year).orElseThrow().asOf(author.on());
        Frozen frozen = appraisals.frozen(ledger, year, edition, around.schemes().budgets(year.name()));
        SheetPlaces places = Reckoning.places(ledger, frozen);
        UUID run = around.ids().next();
        store.add(run, year.name(), edition.id(), selfUntil, author);
        store.addPlaces(run, places.byKey().values());
        keep(run, new Draft(1, Kind.FROZEN, "", null, null), frozen, places::name, author);
        journal(author, "AppraisalFrozen", run, Map.of("year", year.name()));
    }

    /** What a version is besides its archive. */
    private record Draft(int number, Kind kind, String words, @Nullable UUID proposer, @Nullable String proposerName) {}

    private Version keep(UUID run, Draft draft, Frozen frozen, UnaryOperator<String> names, Author author) {
        Archive.Written written = Archive.write(frozen, names);
        Version version = new Version(around.ids().next(), draft.number(), draft.kind(),
                Hashes.sha256(written.bytes()), written.code(), frozen.asked().journalHead(),
                frozen.asked().program(), author.on(), author.name(), draft.words(), draft.proposerName());
        store.add(run, version, written.bytes(), draft.proposer(), author);
        return version;
    }

    private void journal(Author author, String action, UUID run, Map<String, ?> payload) {
        around.journal().write(author, action, "appraisal", run, payload);
    }

    /** A school says that a frozen record is wrong. */
    public Answer dispute(Actor actor, String year, UUID school, Objection objection) {
        Run run = lock(year);
        office(actor, run, school);
        if (run.stage() != Stage.SELF || around.today().isAfter(run.selfUntil())) {
            return new Answer.Refused("appraisal.dispute.refused.late", List.of(run.selfUntil().toString()));
        }
        return dispute(run, school, objection, around.author(actor));
    }

    /**
     * What is said of a record.
     *
     * @param label the record in words
     */
    public record Objection(String source, String label, String words) {}

    Answer dispute(Run run, @Nullable UUID school, Objection objection, Author author) {
        if (objection.words().isEmpty() || objection.words().length() > LONGEST_WORDS) {
            return new Answer.Refused("appraisal.dispute.refused.words", List.of(String.valueOf(LONGEST_WORDS)));
        }
        FrozenRecords records = records(run);
        Records.Item item = (school == null
                ? records.find(objection.source())
                : ofSchool(run, records, school,
                        objection.source()))
                .orElseThrow(() -> new Absent("frozen record", objection.source()));
        if (disputes.of(run.id()).stream()
                .anyMatch(each -> each.source().equals(item.source()) && each.ruling() == null)) {
            return new Answer.Refused("appraisal.dispute.refused.already");
        }
        Dispute dispute = new Dispute(around.ids().next(), run.id(), school, item.source(), objection.label(),
                item.counts() ? Wanted.NOT_COUNT : Wanted.COUNT, objection.words(), author.accountId(), author.name(),
                author.on(), null);
        disputes.add(dispute, author);
        journal(author, "RecordDisputed", run.id(), Map.of("dispute", dispute.id().toString(), "record",
                item.source(), "wanted", dispute.wanted().name()));
        return new Answer.Done();
    }

    private Optional<Records.Item> ofSchool(Run run, FrozenRecords records, UUID school, String source) {
        return records.of(key(run, school)).all().stream().filter(each -> each.source().equals(source)).findFirst();
    }

    FrozenRecords records(Run run) {
        return new FrozenRecords(Archive.open(store.archive(run.latest().id())),
                SheetPlaces.archived(store.places(run.id())));
    }

    /** The name by which the archive knows a school. */
    String key(Run run, UUID school) {
        return store.places(run.id()).stream().filter(place -> place.id().equals(school)).findFirst()
                .map(SheetPlaces.Place::name).orElseThrow(() -> new Absent("school", school));
    }

    /** The bureau's answer to a dispute; one that is upheld makes a version beside the one before. */
    public Answer rule(Actor actor, String year, UUID id, @Nullable Outcome outcome, String words) {
        Run run = lock(year);
        Dispute dispute = disputes.of(run.id()).stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new Absent("dispute", id));
        if (dispute.ruling() != null) {
            return new Answer.Refused("appraisal.rule.refused.already");
        }
        if (actor.actsFor(dispute.actor())) {
            return new Answer.Refused("appraisal.rule.refused.own");
        }
        boolean inTime = dispute.correction()
                ? run.closed()
                : run.stage() == Stage.SELF || run.stage() == Stage.REVIEW;
        if (!inTime) {
            return new Answer.Refused("appraisal.rule.refused.late");
        }
        if (outcome == null || words.isEmpty() || words.length() > LONGEST_WORDS) {
            return new Answer.Refused("appraisal.rule.refused.words", List.of(String.valueOf(LONGEST_WORDS)));
        }
        rule(run, dispute, outcome, words, around.author(actor));
        return new Answer.Done();
    }

    void rule(Run run, Dispute dispute, Outcome outcome, String words, Author author) {
        UUID version = outcome == Outcome.UPHELD ? corrected(run, dispute, author).id() : null;
        disputes.rule(dispute, outcome, words, version, author);
        journal(author, dispute.correction() ? "AppraisalCorrected" : "DisputeRuled", run.id(),
                Map.of("dispute", dispute.id().toString(), "outcome", outcome.name()));
    }

    private Version corrected(Run run, Dispute dispute, Author author) {
        FrozenRecords records = records(run);
        Frozen right = records.with(dispute.source(), dispute.wanted());
        Asked asked = right.asked();
        Frozen now = new Frozen(right.rules(),
                new Asked(asked.year(), asked.asOf(), asked.budget(), asked.threshold(), Program.version(),
                        around.journal().head()),
                right.schools(), right.world(), right.facts(), right.waivers(), right.inspected(), right.before());
        Draft draft = new Draft(run.latest().number() + 1,
                dispute.correction() ? Kind.CORRECTION : Kind.DISPUTE, dispute.label(),
                dispute.correction() ? dispute.actor() : null, dispute.correction() ? dispute.actorName() : null);
        return keep(run.id(), draft, now, UnaryOperator.identity(), author);
    }

    /** A remark on a section, that the records were checked, or what a school says when it is heard. */
    public Answer say(Actor actor, String year, UUID school, SchoolWord.@Nullable What what, String section,
            String words) {
        Run run = lock(year);
        office(actor, run, school);
        if (what == null || words.length() > LONGEST_WORDS) {
            return new Answer.Refused("appraisal.say.refused.words", List.of(String.valueOf(LONGEST_WORDS)));
        }
        boolean open = switch (what) {
            case REMARK, CHECKED -> run.stage() == Stage.SELF && !around.today().isAfter(run.selfUntil());
            case STATEMENT -> run.stage() == Stage.HEARING
                    && !around.today().isAfter(run.heardUntil().orElse(LocalDate.MIN));
        };
        if (!open) {
            return new Answer.Refused("appraisal.say.refused.late");
        }
        if (what == SchoolWord.What.STATEMENT && words.isEmpty()) {
            return new Answer.Refused("appraisal.say.refused.empty");
        }
        if (what == SchoolWord.What.CHECKED && disputes.words(run.id()).stream().anyMatch(each -> each.school().equals(
                school) && each.what() == SchoolWord.What.CHECKED)) {
            return new Answer.Refused("appraisal.say.refused.checked");
        }
        say(run, new SchoolWord(around.ids().next(), school, what, section, words, actor.name(), around.today()),
                around.author(actor));
        return new Answer.Done();
    }

    void say(Run run, SchoolWord word, Author author) {
        disputes.add(run.id(), word, author);
        journal(author, "SchoolSaid", run.id(), Map.of("school", word.school().toString(), "what", word.what().name(),
                "section", word.section()));
    }

    /** Whoever is not the school's office does not find it. */
    private void office(Actor actor, Run run, UUID school) {
        if (!around.reach(actor).offices().contains(school)
                || store.places(run.id()).stream().noneMatch(place -> place.id().equals(school))) {
            throw new Absent("school", school);
        }
    }

    /** Ends the schools' own check: when its last day is over, or all have checked. */
    public Answer review(Actor actor, String year) {
        Run run = lock(year);
        if (run.stage() != Stage.SELF) {
            return new Answer.Refused("appraisal.run.refused.order");
        }
        long checked = disputes.words(run.id()).stream().filter(each -> each.what() == SchoolWord.What.CHECKED)
                .map(SchoolWord::school).distinct().count();
        int schools = appraisals.sheet(run, run.latest()).schools();
        if (!around.today().isAfter(run.selfUntil()) && checked < schools) {
            return new Answer.Refused("appraisal.run.refused.self", List.of(String.valueOf(schools - checked),
                    run.selfUntil().toString()));
        }
        step(run, What.REVIEW, null, "", around.author(actor));
        return new Answer.Done();
    }

    void step(Run run, What what, @Nullable Step proposal, String words, Author author) {
        store.step(around.ids().next(), run.id(), what, proposal, words, author);
        journal(author, "Appraisal" + switch (what) {
            case REVIEW -> "Reviewed";
            case PROPOSED -> "Proposed";
            case FINAL -> "Decided";
            case PUBLISHED -> "Published";
        }, run.id(), Map.of("year", run.year(), "version", run.latest().number()));
    }

    /** Proposes the last version; schools are heard on it until a day. */
    public Answer propose(Actor actor, String year, @Nullable LocalDate until, String words) {
        Run run = lock(year);
        if (run.stage() != Stage.REVIEW) {
            return new Answer.Refused("appraisal.run.refused.order");
        }
        long open = disputes.of(run.id()).stream().filter(each -> each.ruling() == null).count();
        if (open > 0) {
            return new Answer.Refused("appraisal.run.refused.open", List.of(String.valueOf(open)));
        }
        if (until == null || until.isBefore(around.today().plusDays(LEAST_DAYS))) {
            return new Answer.Refused("appraisal.run.refused.days", List.of(String.valueOf(LEAST_DAYS)));
        }
        if (words.length() > LONGEST_MINUTES) {
            return new Answer.Refused("appraisal.say.refused.words", List.of(String.valueOf(LONGEST_MINUTES)));
        }
        propose(run, until, words, around.author(actor));
        return new Answer.Done();
    }

    void propose(Run run, LocalDate until, String words, Author author) {
        store.propose(around.ids().next(), run.id(), run.latest().id(), until, words, author);
        journal(author, "AppraisalProposed", run.id(), Map.of("year", run.year(), "version", run.latest().number(),
                "until", until.toString()));
    }

    /** Decides what was proposed. From here on the year cannot be written. */
    public Answer decide(Actor actor, String year, String words) {
        Run run = lock(year);
        Step proposal = run.step(What.PROPOSED).orElse(null);
        if (proposal == null || run.stage() != Stage.HEARING) {
            return new Answer.Refused("appraisal.run.refused.order");
        }
        if (actor.actsFor(proposal.actor())) {
            return new Answer.Refused("appraisal.run.refused.proposer");
        }
        LocalDate until = run.heardUntil().orElse(around.today());
        if (!around.today().isAfter(until)) {
            return new Answer.Refused("appraisal.run.refused.hearing", List.of(until.toString()));
        }
        boolean heard = disputes.words(run.id()).stream()
                .anyMatch(each -> each.what() == SchoolWord.What.STATEMENT);
        if ((heard && words.isEmpty()) || words.length() > LONGEST_MINUTES) {
            return new Answer.Refused("appraisal.run.refused.minutes", List.of(String.valueOf(LONGEST_MINUTES)));
        }
        step(run, What.FINAL, proposal, words, around.author(actor));
        return new Answer.Done();
    }

    /** Commendation and circular go out. */
    public Answer publish(Actor actor, String year) {
        Run run = lock(year);
        if (run.stage() != Stage.FINAL) {
            return new Answer.Refused("appraisal.run.refused.order");
        }
        step(run, What.PUBLISHED, null, "", around.author(actor));
        return new Answer.Done();
    }

    /** After the decision: proposes to put a record right; somebody else signs it. */
    public Answer propose(Actor actor, String year, Objection correction) {
        Run run = lock(year);
        if (!run.closed()) {
            return new Answer.Refused("appraisal.run.refused.order");
        }
        return dispute(run, null, correction, around.author(actor));
    }

    private Run lock(String year) {
        return store.lock(year).orElseThrow(() -> new Absent("appraisal", year));
    }
}
