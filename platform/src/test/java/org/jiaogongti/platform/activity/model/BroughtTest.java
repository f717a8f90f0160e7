package org.jiaogongti.platform.activity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.Beforehand.Told;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.junit.jupiter.api.Test;

class BroughtTest {

    private static final ActivityKinds KINDS = ActivityKinds.shipped();
    private static final Told TOLD = new Told("光的反射", "1. 看课\n2. 评课", "https://example.org/meeting/7");
    private static final OccasionEntry EMPTY = OccasionEntry.empty(new UUID(0, 1), "", "2024-11-20");

    @Test
    void whatTheKindAsksAndNobodyWroteIsFilledIn() {
        Brought research = Brought.into(EMPTY, KINDS.get("online-research"), TOLD);
        assertThat(research.entry().fields()).isEqualTo(
                Map.of("agenda", "1. 看课\n2. 评课", "link", "https://example.org/meeting/7"));
        assertThat(research.names()).containsExactly("会议或录像的地址", "议程");
        assertThat(Brought.into(EMPTY, KINDS.get("guidance-visit"), TOLD).names()).as("outcome is not filed").isEmpty();
    }

    @Test
    void whatSomebodyWroteStays() {
        Brought brought = Brought.into(EMPTY.with(Map.of("agenda", "说课")), KINDS.get("research-activity"), TOLD);
        assertThat(brought.entry().fields()).containsExactly(Map.entry("agenda", "说课"));
        assertThat(brought.names()).isEmpty();
    }

    @Test
    void whatIsTooLongLosesWholeLines() {
        String lines = "第一行\n" + "长".repeat(495) + "\n第三行";
        assertThat(Brought.into(EMPTY, KINDS.get("research-activity"), new Told("", lines, "")).entry().fields())
                .containsExactly(Map.entry("agenda", "第一行\n" + "长".repeat(495)));
        assertThat(Brought.into(EMPTY, KINDS.get("research-activity"), new Told("", "长".repeat(600), "")).entry()
                .fields().get("agenda")).hasSize(500);
    }
}
