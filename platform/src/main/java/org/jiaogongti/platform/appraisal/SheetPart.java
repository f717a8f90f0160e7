package org.jiaogongti.platform.appraisal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Appraisal.Weighed;
import org.jiaogongti.charter.counting.Progress;

/**
 * A section of the scheme on a community's sheet; one without a name where the scheme has no sections.
 *
 * @param clause how the addresses of its clauses begin
 * @param points as they are added to the score: rounded where the scheme rounds
 */
public record SheetPart(String name, String clause, BigFraction weight, BigFraction points, List<Duty> duties) {

    public SheetPart {
        duties = List.copyOf(duties);
    }

    /** One duty's instances, in the order of their key. */
    public record Duty(String id, String clause, List<Item> items) {

        public Duty {
            items = List.copyOf(items);
        }

        public BigFraction weight() {
            return items.stream().map(item -> item.weighed().weight()).reduce(BigFraction.ZERO, BigFraction::add);
        }

        public BigFraction points() {
            return items.stream().map(item -> item.weighed().points()).reduce(BigFraction.ZERO, BigFraction::add);
        }

        /** What one school contributed through this duty. */
        public BigFraction of(String school) {
            return items.stream().map(item -> item.brought().getOrDefault(school, BigFraction.ZERO))
                    .reduce(BigFraction.ZERO, BigFraction::add);
        }

        /** How many instances are done. */
        public int done() {
            return (int) items.stream().filter(item -> item.progress().left() == 0).count();
        }
    }

    /**
     * One instance.
     *
     * @param brought by name each school's part of its points; what others led is nobody's
     */
    public record Item(Weighed weighed, Map<String, BigFraction> brought) {

        public Item {
            brought = Collections.unmodifiableMap(new LinkedHashMap<>(brought));
        }

        public Progress progress() {
            return weighed.standing().progress();
        }
    }
}
