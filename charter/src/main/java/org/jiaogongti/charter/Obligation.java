package org.jiaogongti.charter;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.notice.Quote;
import org.jspecify.annotations.Nullable;

/** One duty of the notice. */
public sealed interface Obligation {

    Head head();

    /**
     * What every duty has.
     *
     * @param id such as {@code Q21}
     * @param quote the notice's own characters and where they stand
     * @param name short, for pages
     * @param owedTo who receives it, in the notice's words; empty where nobody is named
     * @param unit 次, 节, 人, 名, 项, 份
     * @param days the days the notice names for it, or null
     * @param phase the phase in which it is due, in every round that has it, or null
     * @param usualMonths a recommendation (一般), never a limit
     * @param readings the open points it depends on
     * @param waitsFor the fact types it waits for; empty where it is counted already
     * @param openPoints what its text leaves open (number, date)
     */
    record Head(String id, Quote quote, String name, Modality modality, Bearer bearer, String owedTo, String unit,
            Recurrence recurrence, @Nullable DateRange days, @Nullable String phase, List<Month> usualMonths,
            List<String> readings,
            List<String> waitsFor, List<String> openPoints) {
        public Head {
            usualMonths = List.copyOf(usualMonths);
            readings = List.copyOf(readings);
            waitsFor = List.copyOf(waitsFor);
            openPoints = List.copyOf(openPoints);
        }

        /** The same as often as this. */
        public Head recurring(Recurrence often) {
            return new Head(id, quote, name, modality, bearer, owedTo, unit, often, days, phase, usualMonths, readings,
                    waitsFor, openPoints);
        }

        /** The same where these fact types are there. */
        Head having(Set<String> factTypes) {
            return new Head(id, quote, name, modality, bearer, owedTo, unit, recurrence, days, phase, usualMonths,
                    readings,
                    waitsFor.stream().filter(type -> !factTypes.contains(type)).toList(), openPoints);
        }
    }

    /** Things held, people placed or papers handed in, counted. */
    record Counted(Head head, Rule base, List<DatedQuantity> quantities, List<Patch> patches, Changes changes)
            implements
                Obligation {
        public Counted {
            quantities = List.copyOf(quantities);
            patches = List.copyOf(patches);
        }
    }

    /** A duty that is told and not counted. */
    sealed interface Uncounted extends Obligation {

        /** What it is owed for separately, before dates change it. */
        Each each();

        /** The same asking for something else, with what was decided about it since. */
        Uncounted asking(Head head, Each each, Quantity quantity, Changes changes);

        /** What it asks for on a day. */
        default Asked asked(LocalDate day) {
            Recurrence recurrence = head().recurrence();
            Each each = each();
            for (DatedRule rule : changes().rules()) {
                if (!rule.from().isAfter(day)) {
                    recurrence = rule.recurrence() == null ? recurrence : rule.recurrence();
                    each = rule.each() == null ? each : rule.each();
                }
            }
            return new Asked(recurrence, each, quantityOn(day));
        }
    }

    /** What an uncounted duty asks for. */
    record Asked(Recurrence recurrence, Each each, Quantity quantity) {}

    /** People who have to be there (人员). */
    record Staffing(Head head, Each each, Quantity quantity, Changes changes) implements Uncounted {
        @Override
        public Staffing asking(Head other, Each split, Quantity number, Changes decided) {
            return new Staffing(other, split, number, decided);
        }
    }

    /** Papers that have to exist (文件). */
    record Document(Head head, Each each, Quantity quantity, Changes changes) implements Uncounted {
        @Override
        public Document asking(Head other, Each split, Quantity number, Changes decided) {
            return new Document(other, split, number, decided);
        }
    }

    /** Results that have to be reached (成果). */
    record Outcome(Head head, Each each, Quantity quantity, Changes changes) implements Uncounted {
        @Override
        public Outcome asking(Head other, Each split, Quantity number, Changes decided) {
            return new Outcome(other, split, number, decided);
        }
    }

    /** What was decided about it since the notice. */
    Changes changes();

    /** The same without what was decided about it, as a file of its own would say it. */
    default Obligation asWritten() {
        return switch (this) {
            case Counted counted -> new Counted(counted.head(), counted.base(), counted.quantities(),
                    counted.patches(), Changes.NONE);
            case Uncounted told -> told.asking(told.head(), told.each(), told.quantity(), Changes.NONE);
        };
    }

    /** The quantity that was decided last up to a day; readings may change it still. */
    default Quantity quantityOn(LocalDate day) {
        Quantity quantity = quantity();
        LocalDate since = LocalDate.MIN;
        for (DatedQuantity dated : this instanceof Counted counted ? counted.quantities() : List.<DatedQuantity>of()) {
            if (!dated.from().isAfter(day)) {
                quantity = dated.quantity();
                since = dated.from();
            }
        }
        for (DatedRule rule : changes().rules()) {
            if (rule.quantity() != null && !rule.from().isAfter(day) && !rule.from().isBefore(since)) {
                quantity = rule.quantity();
                since = rule.from();
            }
        }
        return quantity;
    }

    default String id() {
        return head().id();
    }

    /** Whether the engine counts it now, rather than waiting for fact types. */
    default boolean counts() {
        return this instanceof Counted && head().waitsFor().isEmpty();
    }

    /** The quantity before readings and dates change it. */
    default Quantity quantity() {
        return switch (this) {
            case Counted counted -> counted.base().quantity();
            case Staffing staffing -> staffing.quantity;
            case Document document -> document.quantity;
            case Outcome outcome -> outcome.quantity;
        };
    }
}
