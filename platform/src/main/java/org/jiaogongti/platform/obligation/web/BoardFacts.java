package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.World;
import org.jiaogongti.platform.obligation.Kept;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.WorldLabels;

/**
 * What a board is made of.
 *
 * @param kept by duty, what other modules keep of those that nothing held counts for
 * @param waivers decisions in force that touch the span, for the rail
 */
record BoardFacts(Charter charter, World world, WorldLabels labels, List<Standing> standings,
        Map<String, List<Kept>> kept, Outlooks outlooks, List<WaiverNote> waivers, LocalDate today) {

    /** A decision in one line. */
    record WaiverNote(String title, String reason, String href, boolean wholly) {}

    BoardFacts with(Map<String, List<Kept>> found, List<WaiverNote> notes) {
        return new BoardFacts(charter, world, labels, standings, found, outlooks, notes, today);
    }

    Obligation.Head head(String duty) {
        return charter.obligation(duty).orElseThrow(
                () -> new IllegalStateException("No duty '" + duty + "' in " + charter.id() + ".")).head();
    }

    /** The day on which memberships of a span are looked up: today inside of it, else its nearer end. */
    LocalDate dayIn(Span span) {
        if (today.isBefore(span.days().first())) {
            return span.days().first();
        }
        return today.isAfter(span.days().last()) ? span.days().last() : today;
    }
}
