package org.jiaogongti.platform.ledger;

import java.util.List;
import org.jiaogongti.platform.obligation.Span;

/**
 * What the page of ledgers shows.
 *
 * @param asked with what was left open filled in
 * @param duties all duties that are counted, with where they stand
 * @param ledger of the duties asked for
 */
public record LedgerDesk(LedgerAsked asked, Span span, Choices choices, List<DutyLine> duties, Ledger ledger) {

    public LedgerDesk {
        duties = List.copyOf(duties);
    }

    /** A school or community to choose. */
    public record Choice(String id, String name) {}

    /**
     * What this person may choose from.
     *
     * @param all whether the whole of it may be chosen at once
     * @param terms names, newest first
     */
    public record Choices(boolean all, List<Choice> communities, List<Choice> schools, List<String> terms) {

        public Choices {
            communities = List.copyOf(communities);
            schools = List.copyOf(schools);
            terms = List.copyOf(terms);
        }
    }

    /**
     * Where one duty stands.
     *
     * @param instances how many times it is owed here
     * @param met how many of them are done
     */
    public record DutyLine(String duty, String name, String clause, String unit, int instances, int met, int counted) {}
}
