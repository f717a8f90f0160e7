package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.OccasionBriefs;
import org.jiaogongti.platform.community.SchoolWeakSubject;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.Received;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.register.Surroundings.Places;
import org.jiaogongti.platform.register.WeakEntries.Found;
import org.jiaogongti.platform.register.model.MeasureCourse;
import org.jiaogongti.platform.register.model.Reach;
import org.jiaogongti.platform.register.store.WeakStore;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.SupportedSchool;
import org.jiaogongti.platform.school.SupportedSchools;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.staff.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps 薄弱学科 and 薄弱学校. Putting something on the list, closing it and taking that back change the district's own lists,
 * and with them what is owed; the rest is written by those who work on it.
 */
@Service
@Transactional
public class WeakChanges {

    private final WeakStore store;
    private final WeakEntries entries;
    private final SupportedSchools supported;
    private final Surroundings around;
    private final Tools tools;

    WeakChanges(WeakStore store, WeakEntries entries, SupportedSchools supported, Surroundings around, Tools tools) {
        this.store = store;
        this.entries = entries;
        this.supported = supported;
        this.around = around;
        this.tools = tools;
    }

    /** What keeping entries needs of other modules. */
    @Component
    record Tools(OccasionBriefs occasions, People people, EvidenceFiles files, TransactionTemplate transaction) {}

    /** What came of putting something on the list. */
    public sealed interface Listed {

        record Done(WeakKey key) implements Listed {}

        /** A no, as a message key. */
        record Refused(String key) implements Listed {}
    }

    /** An entry as typed; the subject is empty for the school as a whole. */
    public record NewEntry(@Nullable UUID school, String subject, @Nullable LocalDate from, WeakGround ground) {}

    /** Puts a subject of a school, or the school, on the list from a day on. */
    public Listed list(Actor actor, NewEntry given) {
        UUID school = given.school();
        LocalDate from = given.from();
        if (school == null || from == null) {
            return new Listed.Refused("register.weak.refused.missing");
        }
        Optional<String> wrong = wrong(given.ground());
        if (wrong.isPresent()) {
            return new Listed.Refused(wrong.get());
        }
        Places places = around.places();
        if (places.schools().stream().noneMatch(each -> each.id().equals(school))) {
            throw new Absent("school", school);
        }
        Optional<UUID> community = places.communityOf(school, from);
        if (community.isEmpty()) {
            return new Listed.Refused("register.weak.refused.nowhere");
        }
        if (!given.subject().isEmpty() && !places.composition().subjects().contains(given.subject())) {
            return new Listed.Refused("register.weak.refused.subject");
        }
        WeakKey key = new WeakKey(school, given.subject(), from);
        Change change = key.whole()
                ? supported.list(actor, new SupportedSchool(school, from, null, given.ground().source(),
                        given.ground().document()))
                : around.communities().markWeak(actor,
                        new SchoolWeakSubject(community.get(), school, given.subject(), from, null));
        if (change instanceof Change.Refused refused) {
            return new Listed.Refused(refused.key());
        }
        store.addGrounds(List.of(new WeakGround.Said(around.ids().next(), key, given.ground(), places.today())),
                Author.of(actor));
        return new Listed.Done(key);
    }

    private static Optional<String> wrong(WeakGround ground) {
        if (ground.kind() == null || ground.source().isEmpty()) {
            return Optional.of("register.weak.refused.ground");
        }
        if (ground.kind() == WeakGround.Kind.DECISION && (ground.document().isEmpty() || ground.decider().isEmpty())) {
            return Optional.of("register.weak.refused.decision");
        }
        return ground.source().length() > WeakGround.LONGEST || ground.document().length() > WeakGround.LONGEST
                || ground.decider().length() > WeakGround.LONGEST
                        ? Optional.of("register.refused.long")
                        : Optional.empty();
    }

    /** Says on what ground an entry stands, anew. */
    public Change ground(Actor actor, WeakKey key, WeakGround ground) {
        Places places = around.places();
        Found found = WeakEntries.found(entries.entries(places), places.reach(actor), key);
        if (!places.reach(actor).lists()) {
            throw new Absent(WeakEntries.KIND, key);
        }
        Optional<String> wrong = wrong(ground);
        if (wrong.isPresent()) {
            return new Change.Refused(wrong.get());
        }
        if (key.whole()) {
            Change change = supported.list(actor, new SupportedSchool(key.school(), key.from(), found.entry().to(),
                    ground.source(), ground.document()));
            if (change instanceof Change.Refused) {
                return change;
            }
        }
        store.addGrounds(List.of(new WeakGround.Said(around.ids().next(), key, ground, places.today())),
                Author.of(actor));
        return key.whole() ? new Change.Done() : done(actor, "WeakGroundSaid", key, Map.of("source", ground.source()));
    }

    /** A measure as typed. */
    public record NewMeasure(String words, @Nullable UUID person, @Nullable LocalDate until) {}

    public Change set(Actor actor, WeakKey key, NewMeasure given) {
        Places places = around.places();
        WeakEntry entry = worked(actor, places, key);
        LocalDate until = given.until();
        if (given.words().isEmpty() || until == null) {
            return new Change.Refused("register.measure.refused.missing");
        }
        if (given.words().length() > Measure.LONGEST) {
            return new Change.Refused("register.refused.long");
        }
        if (!entry.holdsOn(places.today()) || until.isBefore(places.today())
                || until.isAfter(places.today().plusYears(3))) {
            return new Change.Refused("register.measure.refused.until");
        }
        UUID person = given.person();
        if (person != null && tools.people().find(person).isEmpty()) {
            throw new Absent("person", person);
        }
        Measure measure = new Measure(around.ids().next(), key, given.words(), person, until, places.today(),
                List.of());
        store.putMeasures(List.of(measure));
        return done(actor, "MeasureSet", key, Map.of("measure", measure.id().toString(), "words", given.words()));
    }

    /** The entry, for who works on it. */
    private WeakEntry worked(Actor actor, Places places, WeakKey key) {
        Reach reach = places.reach(actor);
        WeakEntry entry = WeakEntries.found(entries.entries(places), reach, key).entry();
        if (!reach.works(entry.community(), key.school(), key.subject())) {
            throw new Absent(WeakEntries.KIND, key);
        }
        return entry;
    }

    /** Says that a measure was started, done or dropped, or takes the last of these back. */
    public Change say(Actor actor, WeakKey key, UUID measure, Measure.@Nullable What what, String words) {
        Places places = around.places();
        worked(actor, places, key);
        store.lockMeasure(measure);
        Measure found = store.measures(List.of(key)).stream().filter(each -> each.id().equals(measure)).findFirst()
                .orElseThrow(() -> new Absent("measure", measure));
        if (what == null || !MeasureCourse.next(found, places.today()).contains(what)) {
            return new Change.Refused("register.measure.refused.order");
        }
        if (MeasureCourse.needsWords(what) && words.isEmpty()) {
            return new Change.Refused("register.measure.refused.words");
        }
        if (words.length() > Measure.LONGEST) {
            return new Change.Refused("register.refused.long");
        }
        store.addSteps(List.of(new Measure.Step(around.ids().next(), measure, what,
                what == Measure.What.TAKEN_BACK ? "" : words, places.today(), actor.name())), Author.of(actor));
        return done(actor, "MeasureSaid", key,
                Map.of("measure", measure.toString(), "what", what.name(), "words", words));
    }

    /** A review as typed. */
    public record NewReview(String term, Review.@Nullable Became became, String words) {}

    /** Writes what became of an entry in a term; written again it takes the place of the earlier one. */
    public Change review(Actor actor, WeakKey key, NewReview given) {
        Places places = around.places();
        WeakEntry entry = worked(actor, places, key);
        Optional<Period> term = places.terms().stream().filter(each -> each.name().equals(given.term())).findFirst();
        if (term.isEmpty() || !entry.reviewedIn(term.get(), places.today())) {
            return new Change.Refused("register.review.refused.term");
        }
        if (given.became() == null || given.words().isEmpty()) {
            return new Change.Refused("register.review.refused.missing");
        }
        if (given.words().length() > Review.LONGEST) {
            return new Change.Refused("register.refused.long");
        }
        store.addReviews(List.of(new Review(around.ids().next(), key, given.term(), given.became(), given.words(),
                places.today(), actor.name())), Author.of(actor));
        return done(actor, "WeakReviewed", key, Map.of("term", given.term(), "became", given.became().name()));
    }

    /** Says that an occasion serves an entry, or that it does not. */
    public Change work(Actor actor, WeakKey key, @Nullable UUID occasion, JointWork.@Nullable What what) {
        Places places = around.places();
        WeakEntry entry = worked(actor, places, key);
        if (occasion == null || what == null) {
            return new Change.Refused("register.work.refused.choose");
        }
        LocalDate day = tools.occasions().find(actor, occasion).orElseThrow(() -> new Absent("occasion", occasion))
                .date();
        if (day.isBefore(key.from()) || (entry.to() != null && day.isAfter(entry.to()))) {
            return new Change.Refused("register.work.refused.day");
        }
        store.addWork(List.of(new JointWork(around.ids().next(), key, occasion, what, places.today(), actor.name())),
                Author.of(actor));
        return done(actor, "JointWorkSaid", key, Map.of("occasion", occasion.toString(), "what", what.name()));
    }

    /** Closes an entry with a last day, the reason, and what proves it. Bytes lie on the disk before the transaction begins. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Change close(Actor actor, WeakKey key, @Nullable LocalDate last, String words, Collection<Upload> uploads) {
        Change allowed = tools.transaction().execute(_ -> closable(actor, key, last, words));
        if (allowed instanceof Change.Refused) {
            return allowed;
        }
        List<Received.Stored> files = new ArrayList<>();
        for (Upload upload : uploads) {
            switch (tools.files().receive(upload)) {
                case Received.Stored stored -> files.add(stored);
                case Received.Refused _ -> {
                    return new Change.Refused("register.refused.file");
                }
            }
        }
        return Objects.requireNonNull(tools.transaction().execute(status -> {
            Change change = close(actor, key, Objects.requireNonNull(last), words, files);
            if (change instanceof Change.Refused) {
                status.setRollbackOnly();
            }
            return change;
        }));
    }

    private Change closable(Actor actor, WeakKey key, @Nullable LocalDate last, String words) {
        Places places = around.places();
        Reach reach = places.reach(actor);
        WeakEntry entry = WeakEntries.found(entries.entries(places), reach, key).entry();
        if (!reach.lists()) {
            throw new Absent(WeakEntries.KIND, key);
        }
        if (entry.to() != null) {
            return new Change.Refused("register.closing.refused.closed");
        }
        if (words.isEmpty()) {
            return new Change.Refused("register.closing.refused.words");
        }
        if (words.length() > Closing.LONGEST) {
            return new Change.Refused("register.refused.long");
        }
        return last == null || last.isBefore(key.from())
                ? new Change.Refused("register.closing.refused.day")
                : new Change.Done();
    }

    private Change close(Actor actor, WeakKey key, LocalDate last, String words, List<Received.Stored> files) {
        Places places = around.places();
        Found found = WeakEntries.found(entries.entries(places), places.reach(actor), key);
        Change change = key.whole()
                ? supported.list(actor, new SupportedSchool(key.school(), key.from(), last, found.said().source(),
                        found.said().document()))
                : around.communities().endWeak(actor, found.entry().community(), key.school(), key.subject(), last);
        if (change instanceof Change.Refused) {
            return change;
        }
        Closing closing = new Closing(around.ids().next(), key, Closing.What.CLOSED, last, words, places.today(),
                actor.name());
        store.addClosings(List.of(closing), Author.of(actor));
        for (Received.Stored file : files) {
            if (tools.files().attach(actor, closing.id(), key.school(), file) instanceof EvidenceFiles.Added.No) {
                return new Change.Refused("register.refused.file");
            }
        }
        return change;
    }

    /** Takes a closing back: the entry goes on as if it had not been closed. */
    public Change resume(Actor actor, WeakKey key) {
        Places places = around.places();
        Reach reach = places.reach(actor);
        Found found = WeakEntries.found(entries.entries(places), reach, key);
        LocalDate last = found.entry().to();
        if (!reach.lists()) {
            throw new Absent(WeakEntries.KIND, key);
        }
        if (last == null) {
            return new Change.Refused("register.closing.refused.open");
        }
        Change change = key.whole()
                ? supported.list(actor, new SupportedSchool(key.school(), key.from(), null, found.said().source(),
                        found.said().document()))
                : around.communities().resumeWeak(actor, new SchoolWeakSubject(found.entry().community(),
                        key.school(), key.subject(), key.from(), last));
        if (change instanceof Change.Done) {
            store.addClosings(List.of(new Closing(around.ids().next(), key, Closing.What.TAKEN_BACK, last, "",
                    places.today(), actor.name())), Author.of(actor));
        }
        return change;
    }

    private Change done(Actor actor, String action, WeakKey key, Map<String, String> said) {
        Map<String, Object> payload = new LinkedHashMap<>(said);
        payload.put("subject", key.subject());
        payload.put("from", key.from().toString());
        around.journal().write(actor, action, WeakEntries.KIND, key.school(), payload);
        return new Change.Done();
    }

    /** What a district brings along: everything that was written so far, by whom. */
    public record Past(List<WeakGround.Said> grounds, List<Measure> measures, List<Measure.Step> steps,
            List<Review> reviews,
            List<Closing> closings, List<JointWork> work) {}

    /** Sets up what was written before the district came here, all in one go. */
    public void setUp(Past past, Author author) {
        store.addGrounds(past.grounds(), author);
        store.putMeasures(past.measures());
        store.addSteps(past.steps(), author);
        store.addReviews(past.reviews(), author);
        store.addClosings(past.closings(), author);
        store.addWork(past.work(), author);
    }
}
