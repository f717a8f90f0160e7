package org.jiaogongti.platform.sample;

import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.obligation.Decided;
import org.jiaogongti.platform.obligation.WaiverOrder;
import org.jiaogongti.platform.obligation.WaiverOrder.BearerKind;
import org.jiaogongti.platform.obligation.Waivers;
import org.jiaogongti.platform.sample.SampleWorld.Decision;
import org.springframework.stereotype.Component;

/** Waivers and reductions. */
@Component
final class DecisionLoad {

    private final Waivers waivers;

    DecisionLoad(Waivers waivers) {
        this.waivers = waivers;
    }

    void load(SampleWorld world, SampleKeys keys) {
        for (Decision decision : world.decisions()) {
            WaiverOrder order = new WaiverOrder(decision.duties(),
                    decision.bearers().isEmpty() ? BearerKind.DISTRICT : BearerKind.SCHOOL,
                    decision.bearers().stream().map(keys::of).map(Object::toString).toList(), decision.from(),
                    decision.to(), decision.target(), decision.reason(), decision.document(), decision.decidedBy(),
                    decision.decidedOn());
            Decided decided = waivers.decide(Actor.system(), order);
            if (decided instanceof Decided.Refused refused) {
                throw new IllegalStateException(
                        "A decision of the sample world was refused: " + refused.key() + "\n" + decision);
            }
        }
    }
}
