package org.jiaogongti.platform.filing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.notice.Quote;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Papers;
import org.jiaogongti.platform.activity.OccasionPapers;
import org.jiaogongti.platform.activity.OccasionPapers.Seen;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.filing.Filing.State;
import org.jiaogongti.platform.filing.FilingSheet.Can;
import org.jiaogongti.platform.filing.FilingStep.What;
import org.jiaogongti.platform.filing.TrayFilter.Box;
import org.jiaogongti.platform.filing.model.Moves;
import org.jiaogongti.platform.filing.model.Reach;
import org.jiaogongti.platform.filing.store.FilingStore;
import org.jiaogongti.platform.filing.store.TrayStore;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What lies in somebody's tray, and one filing as they may see it. Every method makes a fixed number of selects. */
@Service
@Transactional(readOnly = true)
public class FilingTray {

    private final FilingStore store;
    private final TrayStore trays;
    private final OccasionPapers occasions;
    private final FilingReach reach;
    private final EvidenceFiles evidence;
    private final Around around;
    private final BusinessClock clock;

    FilingTray(FilingStore store, TrayStore trays, OccasionPapers occasions, FilingReach reach, EvidenceFiles evidence,
            Around around, BusinessClock clock) {
        this.store = store;
        this.trays = trays;
        this.occasions = occasions;
        this.reach = reach;
        this.evidence = evidence;
        this.around = around;
        this.clock = clock;
    }

    /** What words are found in. */
    @Component
    record Around(Schools schools, Communities communities, Progresses progresses) {}

    /** What pages need for ids. */
    public record Places(List<School> schools, Composition composition, ActivityKinds kinds, LocalDate today) {

        public Places {
            schools = List.copyOf(schools);
        }
    }

    public Places places() {
        return new Places(around.schools().all(), around.communities().composition(), occasions.kinds(),
                clock.today());
    }

    /**
     * One page of a tray.
     *
     * @param moved the day on which something last happened to each
     * @param next the last row, from which the next page goes on, or null at the end
     * @param counts how many lie in each box, at most {@link #most}
     * @param accepts whether the person receives filings for the training department
     * @param decides whether anything in the first box is theirs to do, or only to be looked at
     */
    public record Tray(TrayFilter filter, List<Filing> rows, Map<UUID, LocalDate> moved, @Nullable Filing next,
            Map<Box, Integer> counts, boolean accepts, boolean decides) {

        public Tray {
            rows = List.copyOf(rows);
            moved = Map.copyOf(moved);
            counts = Map.copyOf(counts);
        }

        /** Where counting ends. */
        public int most() {
            return TrayStore.COUNTED;
        }
    }

    /** What a school has to rewrite or to answer, the next occasion first; one select. */
    public List<Filing> waitingFor(UUID school, int limit) {
        return trays.waitingFor(school, limit);
    }

    public Tray tray(Actor actor, TrayFilter filter, @Nullable UUID after, int limit) {
        Reach own = reach.of(actor);
        Filing from = after == null ? null : store.find(after).orElse(null);
        List<Filing> rows = trays.page(own, filter, from, limit + 1);
        boolean more = rows.size() > limit;
        List<Filing> shown = more ? rows.subList(0, limit) : rows;
        return new Tray(filter, shown, trays.lastDays(shown.stream().map(Filing::id).toList()),
                more ? shown.getLast() : null, trays.counts(own, filter.kind()), own.department(),
                own.researcher() || own.department() || !own.bureau());
    }

    /** In which box somebody finds a filing. */
    public Box boxOf(FilingSheet sheet) {
        return sheet.can().contains(Can.CHECK) || sheet.can().contains(Can.ACCEPT) || sheet.can().contains(Can.ANSWER)
                || (sheet.filing().state() == State.RETURNED && sheet.can().contains(Can.WRITE))
                        ? Box.MINE
                        : sheet.filing().state().turn() == Filing.Turn.NOBODY ? Box.DONE : Box.THEIRS;
    }

    /**
     * One filing; empty where it does not exist for this person. Whoever has the task sees it, and whoever decided about it
     * still sees what that was.
     */
    public Optional<FilingSheet> sheet(Actor actor, UUID id) {
        Reach own = reach.of(actor);
        return store.find(id).flatMap(filing -> occasions.find(actor, filing.occasion())
                .filter(seen -> seen.mayRead() || own.holds(filing) || own.awaits(filing)
                        || trays.decided(id, actor.accountId()))
                .map(seen -> sheet(actor, filing, seen, own)));
    }

    private FilingSheet sheet(Actor actor, Filing filing, Seen seen, Reach own) {
        List<PlanVersion> versions = store.versions(filing.id());
        boolean theirs = versions.stream().anyMatch(version -> actor.actsFor(version.author()));
        boolean held = seen.occasion().state() == Occasion.State.HELD;
        boolean gone = seen.occasion().state() == Occasion.State.CANCELLED
                || seen.occasion().state() == Occasion.State.WITHDRAWN;
        boolean task = own.holds(filing) && !theirs;
        Set<Can> can = EnumSet.noneOf(Can.class);
        put(can, Can.CHECK, task && filing.state() == State.CHECKING);
        put(can, Can.ACCEPT, task && own.department() && allows(filing, What.ACCEPTED));
        put(can, Can.ASK, task && own.department() && allows(filing, What.ASKED));
        put(can, Can.ANSWER, seen.mayFile() && allows(filing, What.ANSWERED));
        put(can, Can.WRITE, seen.mayFile() && !gone && !(held && filing.approval() != null));
        put(can, Can.TAKE_BACK, seen.mayFile() && !held && allows(filing, What.TAKEN_BACK));
        boolean files = seen.mayFile() || own.holds(filing) || own.awaits(filing) || own.department();
        put(can, Can.SEE_FILES, files);
        put(can, Can.CHANGE_FILES, seen.mayFile() && filing.state() == State.RETURNED);
        int number = evidence.counts(List.of(filing.id())).getOrDefault(filing.id(), 0);
        return new FilingSheet(filing, seen.occasion(), seen.mayRead(), versions, store.steps(filing.id()),
                files && number > 0 ? evidence.of(List.of(filing.id())) : List.of(), number,
                effects(filing, seen.occasion()), can);
    }

    private List<Effect> effects(Filing filing, Occasion occasion) {
        LocalDate today = clock.today();
        return filing.state() == State.CHECKING
                ? occasions.preview(occasion, new Papers(today, today))
                : occasions.effects(filing.occasion());
    }

    private static boolean allows(Filing filing, What what) {
        return Moves.after(filing.state(), filing.gate(), what).isPresent();
    }

    private static void put(Set<Can> can, Can what, boolean allowed) {
        if (allowed) {
            can.add(what);
        }
    }

    /**
     * What the form knows before anything is typed.
     *
     * @param before what was handed in already, or null
     * @param versions of that, oldest first
     */
    public record FormGround(Occasion occasion, Gate gate, @Nullable Filing before, List<PlanVersion> versions,
            List<FilingStep> steps) {

        public FormGround {
            versions = List.copyOf(versions);
            steps = List.copyOf(steps);
        }
    }

    /** Empty where there is no such occasion for this person, or nothing they could hand in about it. */
    public Optional<FormGround> form(Actor actor, UUID occasion) {
        return occasions.find(actor, occasion).filter(seen -> seen.mayRead() && seen.mayFile()).flatMap(seen -> {
            Gate gate = occasions.kinds().get(seen.occasion().said().mainKind()).gate();
            Filing before = store.ofOccasion(occasion).orElse(null);
            return gate == Gate.NONE && before == null
                    ? Optional.empty()
                    : Optional.of(new FormGround(seen.occasion(), gate, before,
                            before == null ? List.of() : store.versions(before.id()),
                            before == null ? List.of() : store.steps(before.id())));
        });
    }

    /** The notice's own words behind a gate; empty where no charter is in force. */
    public Optional<Quote> quote(Gate gate) {
        return around.progresses().inForce()
                .flatMap(rules -> rules.charter().obligation(gate == Gate.CHECKED_AND_FILED ? "Q09" : "Q08"))
                .map(duty -> duty.head().quote());
    }
}
