package org.jiaogongti.platform.round;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.whatif.RoundTrial;
import org.jiaogongti.charter.whatif.WhatIf.Change;
import org.jiaogongti.platform.obligation.CharterRevisions;
import org.jiaogongti.platform.obligation.CharterRevisions.Ground;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.round.Trial.Line;
import org.jiaogongti.platform.round.Trial.Shift;
import org.jiaogongti.platform.round.Trial.Side;
import org.jiaogongti.platform.round.Trial.State;
import org.jiaogongti.platform.round.store.TrialStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a trial, one community after the other, each in a transaction of its own. */
@Service
class TrialRuns {

    /** A maker that says nothing for so long is taken for dead. */
    private static final Duration SILENCE = Duration.ofMinutes(10);
    /** A window may lie before its period. */
    private static final int WINDOW_DAYS = 21;

    private final TrialStore store;
    private final CharterRevisions revisions;
    private final BusinessClock clock;

    TrialRuns(TrialStore store, CharterRevisions revisions, BusinessClock clock) {
        this.store = store;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** A trial that is being made. */
    record Work(UUID trial, Difference difference, Round base, List<String> communities, LocalDate asOf) {}

    @Transactional(readOnly = true)
    List<UUID> waiting() {
        return store.waiting(clock.now().minus(SILENCE));
    }

    /** Takes a trial to be made; empty where another has it. */
    @Transactional
    Optional<Work> claim(Trial trial, Difference difference, Round base) {
        InForce rules = ground().inForce();
        List<String> communities = rules.world().communities();
        Instant now = clock.now();
        return store.claim(trial.id(), revisions.print(days(rules, base)), clock.today(), communities.size(), now,
                now.minus(SILENCE))
                        ? Optional.of(new Work(trial.id(), difference, base, communities, clock.today()))
                        : Optional.empty();
    }

    /** One community, after so many others. */
    @Transactional
    void tryOn(Work work, int done) {
        InForce rules = ground().inForce();
        World world = rules.world();
        String community = work.communities().get(done);
        List<String> periods = periods(rules, work.base()).stream().map(Period::name).toList();
        RoundTrial trial = RoundTrial.of(world, community, rules.charter(), work.difference(), work.base(),
                revisions.facts(community, days(rules, work.base())), revisions.waivers(community, periods),
                work.asOf());
        List<Line> lines = new ArrayList<>();
        trial.duties().forEach((duty, sides) -> lines.add(new Line(duty, community, sides.now(), sides.then())));
        store.add(work.trial(), lines);
        store.addShifts(work.trial(), trial.changes().stream().map(change -> shift(change, community)).toList());
        store.beat(work.trial(), done + 1, clock.now());
    }

    @Transactional
    void finish(Work work) {
        store.end(work.trial(), State.DONE);
        store.clearBefore(work.trial());
    }

    @Transactional
    void fail(UUID trial) {
        store.end(trial, State.FAILED);
    }

    private Ground ground() {
        return revisions.ground().orElseThrow(() -> new IllegalStateException("no charter is adopted"));
    }

    private static Shift shift(Change change, String community) {
        return new Shift(change.key(), community, side(change.now()), side(change.then()), change.fails());
    }

    private static @Nullable Side side(@Nullable Progress progress) {
        return progress == null ? null : new Side(progress.status(), progress.counted(), progress.target());
    }

    /** The periods of the calendar that belong to a round. */
    static List<Period> periods(InForce rules, Round round) {
        return rules.world().periods().stream()
                .filter(period -> rules.charter().roundOf(period).filter(round::equals).isPresent()).toList();
    }

    /** The days on which something may count for a round. */
    static DateRange days(InForce rules, Round round) {
        List<Period> periods = periods(rules, round);
        LocalDate first = periods.stream().map(period -> period.days().first()).min(Comparator.naturalOrder())
                .orElse(round.days().first());
        LocalDate last = periods.stream().map(period -> period.days().last()).max(Comparator.naturalOrder())
                .orElse(round.days().last());
        return new DateRange(first.minusDays(WINDOW_DAYS), last);
    }
}
