package org.jiaogongti.platform.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.counting.Reason;
import org.jiaogongti.charter.notice.Quote;
import org.jiaogongti.platform.activity.OccasionLine;
import org.jiaogongti.platform.obligation.InstanceView.Footing;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.WorldLabels;
import org.jspecify.annotations.Nullable;

/**
 * The records behind some duties' numbers.
 *
 * @param sections by duty, in the order of the charter
 */
public record Ledger(Heading heading, List<Section> sections) {

    public Ledger {
        sections = List.copyOf(sections);
    }

    /**
     * What it is about.
     *
     * @param who name of the community or school; empty for the whole district
     * @param span name of the term, school year or round
     * @param days the days to which records are limited, or null
     * @param notice title of the notice whose clauses are quoted
     */
    public record Heading(String who, String span, @Nullable DateRange days, LocalDate asOf, String notice,
            WorldLabels labels) {}

    /**
     * One duty.
     *
     * @param clauseText the clause's own characters
     */
    public record Section(String duty, String name, Quote quote, String clauseText, String unit, List<Part> parts) {

        public Section {
            parts = List.copyOf(parts);
        }

        public String clause() {
            return quote.clause();
        }

        /** What counts, within the days of the ledger. */
        public int counted() {
            return parts.stream().mapToInt(Part::sum).sum();
        }

        public Stream<Row> rows() {
            return parts.stream().flatMap(part -> part.rows().stream());
        }
    }

    /**
     * One instance.
     *
     * @param counted what counts, by day
     * @param waiting what is planned or still to come
     * @param refused what does not count, with the reasons
     */
    public record Part(Standing standing, List<Row> counted, List<Row> waiting, List<Row> refused) {

        public Part {
            counted = List.copyOf(counted);
            waiting = List.copyOf(waiting);
            refused = List.copyOf(refused);
        }

        /** What the listed records come to; over a whole period it is the board's number. */
        public int sum() {
            return counted.stream().mapToInt(Row::amount).sum();
        }

        public List<Row> rows() {
            List<Row> all = new ArrayList<>(counted);
            all.addAll(waiting);
            all.addAll(refused);
            return all;
        }

        public boolean empty() {
            return counted.isEmpty() && waiting.isEmpty() && refused.isEmpty();
        }
    }

    /**
     * One record.
     *
     * @param amount what it counts for, 0 where it does not
     * @param footing how it stands; null where it does not count
     * @param url where it opens
     */
    public record Row(OccasionLine line, int amount, @Nullable Footing footing, List<Reason> reasons, String url) {

        public Row {
            reasons = List.copyOf(reasons);
        }
    }
}
