package org.jiaogongti.platform.obligation.web;

import java.util.List;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;

/** Decisions, and what one would touch, as files. */
final class WaiverTable {

    private WaiverTable() {}

    static TableFile of(WaiversView view, Messages m) {
        return new TableFile(m.t("obligation.waivers"),
                List.of(m.t("obligation.waiver.kind"), m.t("obligation.waiver.duties"),
                        m.t("obligation.waiver.bearers"), m.t("obligation.waiver.days"),
                        m.t("obligation.waiver.reason"), m.t("obligation.waiver.document"),
                        m.t("obligation.waiver.decider"), m.t("obligation.waiver.decidedOn"),
                        m.t("obligation.waiver.cells"), m.t("obligation.waiver.revocation")),
                view.decisions().stream()
                        .map(decision -> List.of(decision.kind(), decision.duties(), decision.bearers(),
                                decision.days(), decision.reason(), decision.document(), decision.decider(),
                                decision.decidedOn(), Integer.toString(decision.cells()), decision.revoked()))
                        .toList());
    }

    static TableFile of(WaiverPreview view, Messages m) {
        return new TableFile(m.t("obligation.waiver.preview.title"),
                List.of(m.t("obligation.board.duty"), m.t("obligation.col.bearer"), m.t("obligation.col.counterpart"),
                        m.t("obligation.col.period"), m.t("obligation.waiver.before"),
                        m.t("obligation.waiver.after")),
                view.rows().stream()
                        .map(row -> List.of(row.duty(), row.bearer(), row.counterpart(), row.period(),
                                state(row.before(), row.figure(), m),
                                row.stays().isEmpty() ? state(row.after(), row.figureAfter(), m) : row.stays()))
                        .toList());
    }

    private static String state(Mark mark, String figure, Messages m) {
        return (m.t(mark.key()) + " " + figure).strip();
    }
}
