package org.jiaogongti.platform.obligation.web;

import java.util.List;

/** All decisions, newest first. */
public record WaiversView(List<Decision> decisions) {

    /**
     * One decision.
     *
     * @param revoked when and why it was taken back, empty while it is in force
     */
    public record Decision(String id, String kind, String duties, String bearers, String days, String reason,
            String document, String decider, String decidedOn, int cells, String revoked) {}
}
