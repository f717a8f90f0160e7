package org.jiaogongti.platform.inspection;

import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.EvidenceAccess;
import org.jiaogongti.platform.inspection.model.Reach;
import org.jiaogongti.platform.inspection.store.FindingStore;
import org.jiaogongti.platform.inspection.store.InspectionStore;
import org.jiaogongti.platform.inspection.store.ProceedingStore;
import org.jiaogongti.platform.inspection.store.SampleStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Photos and papers of inspections are read by the bureau and by the school concerned, those of a visit once it is finished.
 * Nobody takes them away again: they stand for what was said.
 */
@Component
class InspectionEvidence implements EvidenceAccess {

    private final InspectionStore inspections;
    private final FindingStore findings;
    private final SampleStore samples;
    private final ProceedingStore proceedings;

    InspectionEvidence(InspectionStore inspections, FindingStore findings, SampleStore samples,
            ProceedingStore proceedings) {
        this.inspections = inspections;
        this.findings = findings;
        this.samples = samples;
        this.proceedings = proceedings;
    }

    /** Whose it is, and whether the school may know of it. */
    private record Holder(UUID school, boolean told) {}

    private Optional<Holder> holder(UUID id) {
        return findings.find(id).or(() -> findings.ofStep(id).flatMap(findings::find))
                .map(finding -> new Holder(finding.school(), true))
                .or(() -> inspections.point(id).flatMap(point -> inspections.find(point.inspection()))
                        .map(each -> new Holder(each.school(), each.state() == Inspection.State.HELD)))
                .or(() -> samples.findDrawn(id).map(drawn -> new Holder(drawn.school(), true)))
                .or(() -> proceedings.ofStep(id).flatMap(proceedings::find)
                        .map(proceeding -> new Holder(proceeding.school(), true)));
    }

    @Override
    @Transactional(readOnly = true)
    public Right rightTo(Actor actor, UUID id) {
        Reach reach = new Reach(actor);
        return holder(id).filter(holder -> reach.district() || (holder.told() && reach.answers(holder.school())))
                .map(_ -> Right.READ).orElse(Right.NONE);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(UUID id) {
        return holder(id).isPresent();
    }
}
