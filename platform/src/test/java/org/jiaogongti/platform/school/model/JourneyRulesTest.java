package org.jiaogongti.platform.school.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.school.Journey;
import org.jiaogongti.platform.school.Journeys.Ways;
import org.jiaogongti.platform.school.Position;
import org.jiaogongti.platform.school.Site;
import org.junit.jupiter.api.Test;

class JourneyRulesTest {

    private static final Site A = Site.main(new UUID(0, 1));
    private static final Site B = Site.main(new UUID(0, 2));
    private static final Site POINT = new Site(new UUID(0, 2), "教学点");

    /** One degree of a meridian is 6371.0088 · π / 180 = 111.195 km; on the 60th parallel a degree east is half of that. */
    @Test
    void degreesAreTheKilometresTheyAreOnASphere() {
        assertThat(GreatCircle.kilometres(new Position(29, 121), new Position(30, 121))).isEqualByComparingTo("111.2");
        assertThat(GreatCircle.kilometres(new Position(60, 121), new Position(60, 121.1))).isEqualByComparingTo("5.6");
        assertThat(GreatCircle.kilometres(new Position(29.5, 121.4), new Position(29.5, 121.4)))
                .isEqualByComparingTo("0");
    }

    /** 10 km straight are 14 on the road, 21 minutes at 40 km/h, 26 with setting out, 30 in steps of five. */
    @Test
    void minutesAreRoundedUpToFive() {
        assertThat(GreatCircle.minutes(new BigDecimal("10.0"))).isEqualTo(30);
        assertThat(GreatCircle.minutes(new BigDecimal("0.0"))).isEqualTo(5);
        assertThat(GreatCircle.minutes(new BigDecimal("0.1"))).isEqualTo(10);
    }

    @Test
    void whatWasMeasuredWinsAlsoTheOtherWayRoundAndOnlyTheRestIsEstimated() {
        Journey measured = new Journey(A, B, 12, new BigDecimal("3.8"), false);
        Ways ways = new Ways(List.of(measured), Map.of(A, new Position(29.6, 121.4), B, new Position(29.7, 121.4),
                POINT, new Position(29.6, 121.4)));
        assertThat(ways.between(A, B)).contains(measured);
        assertThat(ways.between(B, A)).contains(new Journey(B, A, 12, new BigDecimal("3.8"), false));
        assertThat(ways.between(POINT, B)).hasValueSatisfying(way -> {
            assertThat(way.estimated()).isTrue();
            assertThat(way.kilometres()).isEqualByComparingTo("11.1");
            assertThat(way.minutes()).isEqualTo(30);
        });
        assertThat(ways.between(A, A)).isEmpty();
        assertThat(ways.between(A, new Site(new UUID(0, 3), ""))).isEmpty();
        Journey back = new Journey(B, A, 15, null, false);
        assertThat(new Ways(List.of(measured, back), Map.of()).between(B, A)).contains(back);
    }
}
