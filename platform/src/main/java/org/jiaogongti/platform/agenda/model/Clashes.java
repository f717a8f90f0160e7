package org.jiaogongti.platform.agenda.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.school.Bell;

/**
 * Finds what is in the way of plans. Per day and claim the commitments are sorted by their begin, so that each is compared
 * only with those that have not ended yet.
 */
public final class Clashes {

    private static final Comparator<Commitment> ORDER = Comparator
            .comparing((Commitment each) -> each.span().from()).thenComparing(each -> each.span().to())
            .thenComparing(each -> each.source().toString());

    private Clashes() {}

    private record Place(LocalDate day, Claim claim) {}

    /** By day and time; of two plans that are in each other's way the earlier one is named first, once. */
    public static List<Clash> of(Collection<Commitment> all) {
        Map<Place, List<Commitment>> places = new HashMap<>();
        for (Commitment each : all) {
            each.claims().forEach(
                    claim -> places.computeIfAbsent(new Place(each.day(), claim), _ -> new ArrayList<>()).add(each));
        }
        List<Clash> clashes = new ArrayList<>();
        places.forEach((place, taken) -> {
            if (taken.size() > 1 && taken.stream().anyMatch(Commitment::plan)) {
                sweep(place.claim(), taken.stream().sorted(ORDER).toList(), clashes);
            }
        });
        clashes.sort(Comparator.comparing((Clash clash) -> clash.plan().day())
                .thenComparing(Clash::plan, ORDER).thenComparing(Clash::other, ORDER)
                .thenComparing(clash -> clash.claim().toString()));
        return clashes;
    }

    private static void sweep(Claim claim, List<Commitment> taken, List<Clash> clashes) {
        List<Commitment> open = new ArrayList<>();
        for (Commitment next : taken) {
            open.removeIf(each -> !each.span().to().isAfter(next.span().from()));
            for (Commitment before : open) {
                if ((before.plan() || next.plan()) && inTheWay(before, next)) {
                    clashes.add(before.plan() ? new Clash(before, next, claim) : new Clash(next, before, claim));
                }
            }
            open.add(next);
        }
    }

    private static boolean inTheWay(Commitment one, Commitment other) {
        return one.span().overlaps(other.span()) && !one.goesWith(other);
    }

    /**
     * The periods of its day in which a plan would be in nobody's way.
     *
     * @param bells those of the place where it is held
     * @param all everything that its people, class and room have on that day
     */
    public static List<Bell> free(Commitment plan, Collection<Bell> bells, Collection<Commitment> all) {
        return bells.stream().sorted(Comparator.comparing(Bell::starts)).filter(bell -> {
            Commitment moved = plan.at(new Span(bell.starts(), bell.ends(), true));
            return all.stream()
                    .noneMatch(other -> !other.source().equals(plan.source()) && other.day().equals(plan.day())
                            && other.claims().stream().anyMatch(plan.claims()::contains) && inTheWay(moved, other));
        }).toList();
    }
}
