package org.jiaogongti.platform.appraisal;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.appraising.Appraisal;
import org.jiaogongti.charter.appraising.BundledEvaluation;
import org.jiaogongti.charter.appraising.Grants.Grant;

/**
 * What a community's year comes to.
 *
 * @param key by which what the sheet was computed from knows it: its id, or in an archive its name
 * @param name by which the appraisal, the grant and the bundled results know it
 * @param schools lead school first
 * @param parts the score opened down to instances
 * @param grant of nothing where no budget is set
 * @param bundled the schools in their order; empty where the scheme bundles nothing
 */
public record CommunitySheet(UUID id, String key, String name, List<Member> schools, Appraisal appraisal,
        List<SheetPart> parts, Grant grant, List<BundledEvaluation> bundled) {

    public CommunitySheet {
        schools = List.copyOf(schools);
        parts = List.copyOf(parts);
        bundled = List.copyOf(bundled);
    }

    /** A school, its key in what the sheet was computed from, and the name by which its contribution is known. */
    public record Member(UUID id, String key, String name, boolean lead) {}

    public BigInteger fen(Member school) {
        return grant.schools().getOrDefault(school.name(), BigInteger.ZERO);
    }

    public Optional<SheetPart.Duty> duty(String id) {
        return parts.stream().flatMap(part -> part.duties().stream()).filter(duty -> duty.id().equals(id)).findFirst();
    }
}
