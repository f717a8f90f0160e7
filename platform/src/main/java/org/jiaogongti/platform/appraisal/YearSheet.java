package org.jiaogongti.platform.appraisal;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.appraising.Appraisal;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.archive.Frozen;

/**
 * The appraisal of a year for the whole district, live or out of an archive.
 *
 * @param year its name
 * @param communities in the notice's order, never by score
 * @param frozen what it was computed from
 */
public record YearSheet(String year, Scheme scheme, List<CommunitySheet> communities, Frozen frozen,
        SheetPlaces places) {

    public YearSheet {
        communities = List.copyOf(communities);
    }

    public LocalDate asOf() {
        return frozen.asked().asOf();
    }

    /** In fen; 0 where none is set. */
    public BigInteger budget() {
        return frozen.asked().budget();
    }

    public List<Appraisal> appraisals() {
        return communities.stream().map(CommunitySheet::appraisal).toList();
    }

    public int schools() {
        return communities.stream().mapToInt(each -> each.schools().size()).sum();
    }
}
