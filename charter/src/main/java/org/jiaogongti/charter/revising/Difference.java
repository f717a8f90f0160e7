package org.jiaogongti.charter.revising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiaogongti.charter.Changes;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.CodePointOrder;
import org.jiaogongti.charter.DatedRule;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * How a round's charter differs from the one before it. The text of the charter takes it up entry by entry
 * ({@link org.jiaogongti.charter.reading.CharterText#with(Difference, LocalDate)}); what it would have meant is asked of
 * {@link #always}.
 *
 * @param charter the charter's id
 * @param round the round it is for
 * @param from the first day; a period that ends on it or later follows the difference
 * @param revisions at most one of each kind for a subject; kept in the order of their subjects
 */
public record Difference(String charter, String round, LocalDate from, List<Revision> revisions) {

    private static final Comparator<Revision> ORDER = Comparator
            .comparing(Revision::subject, CodePointOrder.INSTANCE).thenComparingInt(Revision::rank);

    public Difference {
        revisions = revisions.stream().sorted(ORDER).toList();
    }

    /** The same from another day. */
    public Difference from(LocalDate day) {
        return new Difference(charter, round, day, revisions);
    }

    /** The same with one change more; it takes the place of one of its kind about the same subject. */
    public Difference with(Revision revision) {
        List<Revision> all = new ArrayList<>(without(revision.subject(), revision.rank()).revisions());
        all.add(revision);
        return new Difference(charter, round, from, all);
    }

    /** The same without a change. */
    public Difference without(String subject, int rank) {
        return new Difference(charter, round, from, revisions.stream()
                .filter(each -> !each.subject().equals(subject) || each.rank() != rank).toList());
    }

    /** The counted duties that can come out otherwise, under the charter before or after. */
    public Set<String> duties(Charter before) {
        Set<String> duties = new TreeSet<>();
        for (Revision revision : revisions) {
            switch (revision) {
                case Revision.ReadAs read -> before.counted().stream().filter(duty -> before.decisive(duty.id())
                        .stream().anyMatch(reading -> reading.name().equals(read.subject())))
                        .forEach(duty -> duties.add(duty.id()));
                case Revision.Added added when added.duty() instanceof Obligation.Counted ->
                    duties.add(added.subject());
                case Revision.Renumbered _,Revision.Restated _,Revision.Dropped _ -> before
                        .obligation(revision.subject()).filter(Obligation.Counted.class::isInstance)
                        .ifPresent(duty -> duties.add(duty.id()));
                case Revision.Added _,Revision.Aimed _,Revision.Ended _,Revision.Striven _ -> {
                    // Told, not counted.
                }
            }
        }
        Set<String> mentors = new TreeSet<>();
        before.counted().stream().filter(duty -> duty.base().measure() instanceof Measure.Mentors each
                && duties.contains(each.placements())).forEach(duty -> mentors.add(duty.id()));
        duties.addAll(mentors);
        return duties;
    }

    /**
     * The charter as it would be had this held at all times: for trying it on records of the past. What goals aim at is tried
     * by {@link org.jiaogongti.charter.whatif.AimTrial}.
     */
    public Charter always(Charter before) {
        Charter charter = before;
        for (Revision revision : revisions) {
            charter = switch (revision) {
                case Revision.Renumbered number -> numbered(charter, number);
                case Revision.ReadAs read -> charter.reading(read.subject(), read.alternative());
                case Revision.Restated restated -> with(charter, restated.subject(), restated);
                case Revision.Dropped dropped -> with(charter, dropped.subject(), null);
                case Revision.Added added -> {
                    List<Obligation> duties = new ArrayList<>(charter.obligations());
                    duties.add(added.duty());
                    yield charter.with(duties);
                }
                case Revision.Aimed _,Revision.Ended _,Revision.Striven _ -> charter;
            };
        }
        return charter;
    }

    private static Charter numbered(Charter charter, Revision.Renumbered number) {
        if (!(charter.obligation(number.subject()).orElse(null) instanceof Obligation.Uncounted told)) {
            return charter.quantity(number.subject(), number.quantity());
        }
        List<Obligation> duties = new ArrayList<>(charter.obligations());
        duties.replaceAll(duty -> duty.id().equals(told.id())
                ? told.asking(told.head(), told.each(), number.quantity(), told.changes().withoutQuantities())
                : duty);
        return charter.with(duties);
    }

    /** @param restated null where the duty goes */
    private static Charter with(Charter charter, String duty, Revision.@Nullable Restated restated) {
        List<Obligation> duties = new ArrayList<>();
        for (Obligation obligation : charter.obligations()) {
            if (!obligation.id().equals(duty)) {
                duties.add(obligation);
            } else if (restated != null) {
                duties.add(switch (obligation) {
                    case Obligation.Counted counted -> restated(counted, restated);
                    case Obligation.Uncounted told -> restated(told, restated);
                });
            }
        }
        return charter.with(duties);
    }

    private static Obligation restated(Obligation.Uncounted duty, Revision.Restated restated) {
        Recurrence often = restated.recurrence();
        Each each = restated.each();
        List<DatedRule> numbers = duty.changes().rules().stream().filter(rule -> rule.quantity() != null).toList();
        return duty.asking(often == null ? duty.head() : duty.head().recurring(often),
                each == null ? duty.each() : each, duty.quantity(),
                new Changes(numbers, duty.changes().added(), duty.changes().dropped()));
    }

    private static Obligation.Counted restated(Obligation.Counted duty, Revision.Restated restated) {
        Revision.Asked asked = restated.conditions();
        DatedRule rule = new DatedRule(LocalDate.MIN, null, restated.recurrence(), restated.each(), restated.window(),
                asked == null ? null : asked.conditions(), restated.grounds().decidedBy(), restated.grounds().basis());
        List<DatedRule> numbers = duty.changes().rules().stream().filter(each -> each.quantity() != null).toList();
        return new Obligation.Counted(duty.head(), rule.applyTo(duty.base()), duty.quantities(), duty.patches(),
                new Changes(numbers, duty.changes().added(), duty.changes().dropped()));
    }
}
