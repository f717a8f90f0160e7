package org.jiaogongti.platform.ledger;

import java.util.List;
import java.util.Set;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.obligation.Span.Width;
import org.jspecify.annotations.Nullable;

/**
 * Which ledger somebody wants.
 *
 * @param duties ids of the duties, in the order of the charter; none is no ledger yet
 * @param term name of a term, empty for the present one
 * @param days only records of these days, or null for the whole span; duties of every period they touch
 * @param community empty for all that the person may see
 * @param school whose duties, and duties towards whom; empty for all, null where nothing was said
 */
public record LedgerAsked(List<String> duties, String term, Width width, @Nullable DateRange days, String community,
        @Nullable String school) {

    public LedgerAsked {
        duties = List.copyOf(duties);
    }

    /** The same for other duties. */
    public LedgerAsked of(List<String> others) {
        return new LedgerAsked(others, term, width, days, community, school);
    }

    boolean wants(String duty) {
        return Set.copyOf(duties).contains(duty);
    }

    /** The school that is named, empty where none is. */
    public String one() {
        String named = school;
        return named == null ? "" : named;
    }
}
