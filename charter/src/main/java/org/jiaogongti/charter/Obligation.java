package org.jiaogongti.charter;

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

    /** People who have to be there (人员). */
    record Staffing(Head head, Each each, Quantity quantity) implements Obligation {}

    /** Papers that have to exist (文件). */
    record Document(Head head, Each each, Quantity quantity) implements Obligation {}

    /** Results that have to be reached (成果). */
    record Outcome(Head head, Each each, Quantity quantity) implements Obligation {}

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
            case Staffing staffing -> staffing.quantity();
            case Document document -> document.quantity();
            case Outcome outcome -> outcome.quantity();
        };
    }
}
