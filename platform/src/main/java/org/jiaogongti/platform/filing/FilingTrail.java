package org.jiaogongti.platform.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.Aside;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.OccasionPapers;
import org.jiaogongti.platform.activity.OccasionPapers.Seen;
import org.jiaogongti.platform.filing.Filing.State;
import org.jiaogongti.platform.filing.FilingStep.What;
import org.jiaogongti.platform.filing.model.Moves;
import org.jiaogongti.platform.filing.store.FilingStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells an occasion's page what was handed in about it, and ends what waits when the occasion is called off. */
@Component
class FilingTrail implements Aside.Source {

    private final FilingStore store;
    private final OccasionPapers occasions;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;

    FilingTrail(FilingStore store, OccasionPapers occasions, Journal journal, BusinessClock clock,
            Ids ids) {
        this.store = store;
        this.occasions = occasions;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Aside> ofOccasion(Actor actor, Occasion occasion, Messages m) {
        return standing(actor, occasion).map(standing -> standing.card(m)).stream().toList();
    }

    /**
     * Where it stands, in words.
     *
     * @param shape the class of its shape, such as {@code soon}
     * @param key message key of what is so
     * @param next message key of what comes next and by whom, or null
     * @param href where it can be done or looked at, or null
     * @param action message key of the link's words, or null
     */
    private record Standing(String shape, String key, List<Object> numbers, @Nullable String next,
            @Nullable String href, @Nullable String action) {

        Aside card(Messages m) {
            List<Aside.Action> actions = href == null || action == null
                    ? List.of()
                    : List.of(new Aside.Action(m.t(action), href, shape.equals("soon") || shape.equals("late")));
            return new Aside("papers", Aside.Place.NEXT, m.t("filing.trail.title"), "",
                    List.of(new Aside.Line(m.t(key, numbers.toArray()), next == null ? "" : m.t(next), "", shape, "")),
                    actions);
        }
    }

    private Optional<Standing> standing(Actor actor, Occasion occasion) {
        Gate gate = occasions.kinds().get(occasion.said().mainKind()).gate();
        boolean mayFile = occasions.find(actor, occasion.id()).filter(Seen::mayFile).isPresent();
        Optional<Filing> filing = store.ofOccasion(occasion.id());
        if (filing.isPresent()) {
            return filing.map(each -> standing(each, mayFile, occasion));
        }
        boolean gone = occasion.state() == Occasion.State.WITHDRAWN || occasion.state() == Occasion.State.CANCELLED;
        return gate == Gate.NONE || gone || occasion.joinedInto() != null
                ? Optional.empty()
                : Optional.of(nothing(occasion, gate, mayFile));
    }

    private Standing nothing(Occasion occasion, Gate gate, boolean mayFile) {
        LocalDate filed = occasion.papers().filedOn();
        if (filed != null) {
            long days = Filing.lateDays(filed, occasion.said().date());
            return days > 0
                    ? new Standing("late", "filing.trail.filedLate", List.of(filed.toString(), days), null, null, null)
                    : new Standing("done", "filing.trail.noted", List.of(filed), null, null, null);
        }
        boolean late = occasion.said().date().isBefore(clock.today());
        String what = gate == Gate.CHECKED_AND_FILED ? "plan" : "filing";
        return new Standing(late ? "late" : "soon", (late ? "filing.trail.late." : "filing.trail.none.") + what,
                List.of(occasion.said().date()), "filing.trail.next." + what,
                mayFile ? "/activities/" + occasion.id() + "/filing" : null,
                mayFile ? "filing.trail.do." + what : null);
    }

    private static Standing standing(Filing filing, boolean mayFile, Occasion occasion) {
        boolean again = mayFile && (filing.state() == State.RETURNED || filing.state() == State.TAKEN_BACK)
                && occasion.state() != Occasion.State.CANCELLED && occasion.state() != Occasion.State.WITHDRAWN;
        String shape = switch (filing.state()) {
            case CHECKING, ANSWERED -> "going";
            case RETURNED, ASKED -> "soon";
            case FILED, ACCEPTED -> filing.lateDays() > 0 ? "late" : "done";
            case TAKEN_BACK -> "waived";
        };
        boolean late = filing.lateDays() > 0;
        return new Standing(shape, late ? "filing.trail.filedLate" : "filing.trail." + filing.state().name(),
                late ? List.of(String.valueOf(filing.filedOn()), filing.lateDays()) : List.of(),
                filing.state() == State.TAKEN_BACK || filing.state() == State.ACCEPTED
                        ? null
                        : "filing.turn." + filing.state().turn().name(),
                again ? "/activities/" + filing.occasion() + "/filing" : "/filings/" + filing.id(),
                again ? "filing.trail.again" : "filing.trail.open");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Actor actor, Occasion now) {
        store.ofOccasion(now.id()).flatMap(found -> store.lock(found.id()))
                .ifPresent(filing -> follow(actor, filing, now));
    }

    private void follow(Actor actor, Filing filing, Occasion now) {
        boolean gone = now.state() == Occasion.State.CANCELLED || now.state() == Occasion.State.WITHDRAWN;
        Gate gate = occasions.kinds().get(now.said().mainKind()).gate();
        State state = gone
                ? Moves.after(filing.state(), filing.gate(), What.ENDED).orElse(filing.state())
                : filing.state();
        Filing after = new Filing(filing.id(), filing.occasion(), gate == Gate.NONE ? filing.gate() : gate, state,
                filing.title(), now.said().community(), now.said().school(), now.said().subject(), now.said().date(),
                filing.submitter(), filing.submitterName(), filing.latest(), filing.filedOn(), filing.approval());
        if (!after.equals(filing)) {
            store.move(filing, after, clock.now());
        }
        if (state != filing.state()) {
            UUID step = ids.next();
            store.step(step, filing.id(), new FilingStep(What.ENDED, filing.latest(), "", actor.accountId(),
                    actor.name(), clock.today(), clock.now()));
            journal.write(actor, "FilingEnded", "filing", filing.id(), java.util.Map.of("state", state.name()));
        }
    }
}
