package org.jiaogongti.platform.attendance.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.attendance.Arrival;
import org.jiaogongti.platform.attendance.Arrival.Why;
import org.jspecify.annotations.Nullable;

/** What becomes of a sign-in, by what is there already. */
public final class Reception {

    private Reception() {}

    /**
     * Somebody who signs in.
     *
     * @param id made by whoever sends it: sent twice, it is still one
     * @param person null for somebody not among those expected
     * @param codeHolds whether their code was shown while it was open
     * @param queued whether they wait for a place
     */
    public record Newcomer(UUID id, @Nullable UUID person, String name, String schoolName, boolean codeHolds,
            boolean queued) {}

    /** What became of it. */
    public sealed interface Verdict {

        record Signed() implements Verdict {}

        /** The host has to look. */
        record Waits(Why why) implements Verdict {}

        /** This one stands already; nothing is written. */
        record Already(Arrival arrival) implements Verdict {}
    }

    /**
     * @param there what may be about the same: this id, this person, this name
     * @param samePhone what the same phone sent before
     */
    public static Verdict judge(Newcomer newcomer, Collection<Arrival> there, Collection<Arrival> samePhone) {
        Optional<Arrival> already = there.stream()
                .filter(each -> each.id().equals(newcomer.id()) || (each.stands() && same(each, newcomer))).findFirst();
        if (already.isPresent()) {
            return new Verdict.Already(already.get());
        }
        if (!newcomer.codeHolds()) {
            return new Verdict.Waits(Why.CODE);
        }
        if (newcomer.person() == null) {
            return new Verdict.Waits(Why.UNKNOWN);
        }
        if (samePhone.stream().anyMatch(each -> each.stands() && !same(each, newcomer))) {
            return new Verdict.Waits(Why.SECOND);
        }
        return newcomer.queued() ? new Verdict.Waits(Why.QUEUE) : new Verdict.Signed();
    }

    private static boolean same(Arrival arrival, Newcomer newcomer) {
        UUID person = arrival.person();
        return person != null
                ? person.equals(newcomer.person())
                : newcomer.person() == null && arrival.name().equals(newcomer.name())
                        && arrival.schoolName().equals(newcomer.schoolName());
    }

    /**
     * What one phone kept, in the order in which it was done there. Its numbers count, not its clock; of one sent twice the
     * first counts.
     */
    public static <T extends Kept> List<T> inOrder(Collection<T> kept) {
        return kept.stream().sorted(Comparator.<T>comparingLong(Kept::sequence).thenComparing(Kept::id))
                .collect(java.util.stream.Collectors.toMap(Kept::id, each -> each, (first, _) -> first,
                        java.util.LinkedHashMap::new))
                .values().stream().toList();
    }

    /** Something kept on a phone. */
    public interface Kept {

        UUID id();

        long sequence();
    }
}
