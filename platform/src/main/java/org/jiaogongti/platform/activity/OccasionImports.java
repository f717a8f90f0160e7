package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Occasion.Behalf;
import org.jiaogongti.platform.activity.Occasion.Entry;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.model.Asked;
import org.jiaogongti.platform.activity.model.Facts;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.OccasionRows;
import org.jiaogongti.platform.activity.model.Pasted;
import org.jiaogongti.platform.activity.model.Words;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.activity.store.OccasionStore;
import org.jiaogongti.platform.activity.store.OccasionStore.Row;
import org.jiaogongti.platform.bin.Deleted.Thing;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.obligation.Contributions;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.SourcedFacts;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Puts occasions of a table in, changes them and takes them back, inside the import's transaction and its journal line. */
@Component
class OccasionImports {

    private final OccasionStore store;
    private final OccasionReadings readings;
    private final Recounting recounting;
    private final Duties duties;
    private final OccasionBin bin;
    private final DistrictGround grounds;
    private final OwnKinds kinds;
    private final BusinessClock clock;
    private final Ids ids;

    OccasionImports(OccasionStore store, OccasionReadings readings, Recounting recounting, Duties duties,
            OccasionBin bin, DistrictGround grounds, OwnKinds kinds, BusinessClock clock, Ids ids) {
        this.store = store;
        this.readings = readings;
        this.recounting = recounting;
        this.duties = duties;
        this.bin = bin;
        this.grounds = grounds;
        this.kinds = kinds;
        this.clock = clock;
        this.ids = ids;
    }

    /** What occasions count for. */
    @Component
    record Duties(Contributions contributions, Progresses progresses) {}

    ActivityKinds kinds() {
        return kinds.all();
    }

    OccasionRows rows() {
        return new OccasionRows(grounds.now());
    }

    /** One import of a district after the other. */
    void alone() {
        store.alone(district());
    }

    private record Where(UUID school, LocalDate day) {}

    /** Held and planned occasions of the sides and days that these rows name. */
    List<Occasion> held(Collection<SheetRow> wanted, OccasionRows rows) {
        Set<Where> where = new LinkedHashSet<>();
        wanted.forEach(row -> rows.ground().schoolNamed(row.get("school")).ifPresent(
                school -> where.add(new Where(school.id(), LocalDate.parse(row.get("date"))))));
        return readings.standing(where.stream().map(Where::school).toList(), where.stream().map(Where::day).toList());
    }

    List<Occasion> standing() {
        return readings.standing();
    }

    long count() {
        return readings.countStanding();
    }

    /** What happened last to each of some occasions. */
    Map<UUID, Step.What> lastSteps(Collection<UUID> occasions) {
        Map<UUID, Step.What> last = new HashMap<>();
        readings.steps(occasions).forEach((id, steps) -> last.put(id, steps.getLast().what()));
        return last;
    }

    /** What facts would move; nothing while no charter is in force. */
    List<Effect> preview(List<OccasionPart> facts) {
        return facts.isEmpty() || duties.progresses().inForce().isEmpty()
                ? List.of()
                : duties.contributions().preview(facts);
    }

    /** A source for facts that are not recorded. */
    UUID unique() {
        return ids.next();
    }

    /** All of them at once, each entered for its school, which may answer and disown it. */
    List<Effect> add(Actor actor, List<Said> fresh, Ground ground) {
        List<SourcedFacts> records = new ArrayList<>();
        for (Said said : fresh) {
            UUID id = ids.next();
            State state = said.date().isAfter(ground.today()) ? State.PLANNED : State.HELD;
            Behalf behalf = new Behalf(said.school(), Role.BUREAU_ADMIN.name());
            Occasion occasion = new Occasion(id, 1, said, state, false, new Entry(actor.accountId(), actor.name(),
                    clock.now(), ground.today(), ground.today()), null, behalf, Asked.by(said, ground.kinds()));
            store.note(district(), Pasted.naturalKey(said), id);
            store.insert(row(occasion, said, ground), occasion.entry(), behalf);
            records.add(new SourcedFacts(Recounting.source(id), Facts.of(occasion, List.of(), ground.kinds()::gate)));
        }
        return duties.contributions().count(records).effects();
    }

    /** As the record form changes it: where duties are counted otherwise, the other school may answer anew. */
    List<Effect> change(Actor actor, Occasion before, Said said, Ground ground) {
        boolean alike = before.said().countsAlike(said);
        if (!store.change(row(before, said, ground), before.version(),
                alike ? before.entry().answerFrom() : ground.today())) {
            throw new DataIntegrityViolationException("occasion " + before.id() + " was changed meanwhile");
        }
        step(actor, before.id(), alike ? Step.What.AMENDED : Step.What.CHANGED);
        return alike ? List.of() : recounting.again(actor, before.id());
    }

    /** What a table put in and its import is taken back; it lies in the bin, withdrawn. */
    void withdraw(Actor actor, List<Occasion> occasions) {
        Ground ground = grounds.now();
        List<Thing> things = new ArrayList<>();
        for (Occasion occasion : occasions) {
            if (!store.move(occasion.id(), occasion.version(), State.WITHDRAWN,
                    occasion.disputed() ? "DISPUTED" : "UNDISPUTED", occasion.entry().answerFrom())) {
                throw new DataIntegrityViolationException("occasion " + occasion.id() + " was changed meanwhile");
            }
            things.add(bin.thing(occasion, ground, false, store.forgetPaste(occasion.id())));
            step(actor, occasion.id(), Step.What.WITHDRAWN);
            recounting.again(actor, occasion.id());
        }
        bin.put(actor, things);
    }

    private Row row(Occasion occasion, Said said, Ground ground) {
        return new Row(occasion.id(), occasion.id(), district(), said, occasion.state(), Asked.by(said, ground.kinds()),
                Words.of(said, ground), ids.next());
    }

    private void step(Actor actor, UUID occasion, Step.What what) {
        store.step(district(), ids.next(), occasion,
                new Step(what, null, "", actor.accountId(), actor.name(), clock.today(), clock.now()));
    }

    private static String district() {
        return Scope.required().code();
    }
}
