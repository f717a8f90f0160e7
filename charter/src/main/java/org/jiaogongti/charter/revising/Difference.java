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
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Quantity;
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
            if (revision instanceof Revision.ReadAs read) {
                before.counted().stream().filter(duty -> before.decisive(duty.id()).stream()
                        .anyMatch(reading -> reading.name().equals(read.subject())))
                        .forEach(duty -> duties.add(duty.id()));
            } else {
                duties.add(revision.subject());
            }
        }
        Set<String> mentors = new TreeSet<>();
        before.counted().stream().filter(duty -> duty.base().measure() instanceof Measure.Mentors each
                && duties.contains(each.placements())).forEach(duty -> mentors.add(duty.id()));
        duties.addAll(mentors);
        return duties;
    }

    /** The charter as it would be had this held at all times: for trying it on records of the past. */
    public Charter always(Charter before) {
        Charter charter = before;
        for (Revision revision : revisions) {
            charter = switch (revision) {
                case Revision.Renumbered number ->
                    charter.quantity(number.subject(), new Quantity.AtLeast(number.number()));
                case Revision.ReadAs read -> charter.reading(read.subject(), read.alternative());
                case Revision.Restated restated -> with(charter, restated.subject(), restated);
                case Revision.Dropped dropped -> with(charter, dropped.subject(), null);
                case Revision.Added added -> {
                    List<Obligation> duties = new ArrayList<>(charter.obligations());
                    duties.add(added.duty());
                    yield charter.with(duties);
                }
            };
        }
        return charter;
    }

    /** @param restated null where the duty goes */
    private static Charter with(Charter charter, String duty, Revision.@Nullable Restated restated) {
        List<Obligation> duties = new ArrayList<>();
        for (Obligation obligation : charter.obligations()) {
            if (!obligation.id().equals(duty) || !(obligation instanceof Obligation.Counted counted)) {
                duties.add(obligation);
            } else if (restated != null) {
                duties.add(restated(counted, restated));
            }
        }
        return charter.with(duties);
    }

    private static Obligation.Counted restated(Obligation.Counted duty, Revision.Restated restated) {
        Revision.Asked asked = restated.conditions();
        DatedRule rule = new DatedRule(LocalDate.MIN, restated.recurrence(), restated.each(), restated.window(),
                asked == null ? null : asked.conditions(), restated.grounds().decidedBy(), restated.grounds().basis());
        return new Obligation.Counted(duty.head(), rule.applyTo(duty.base()), duty.quantities(), duty.patches(),
                new Changes(List.of(), duty.changes().added(), duty.changes().dropped()));
    }
}
