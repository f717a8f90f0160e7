package org.jiaogongti.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Nothing that somebody may open is cut off at the end of the row. */
@PlatformTest
final class NavigationTest {

    @Test
    void whatHasNoRoomInTheRowStandsInAMenuBehindIt(Visitor visitor) {
        Page leader = visitor.as("示例领导01").open("/board");
        List<String> row = leader.html().select(".nav-in > a").eachText();
        List<String> rest = leader.html().select(".nav-in .menu .pop a").eachText();
        assertThat(row).hasSize(14).startsWith("责任看板").contains("年度考核");
        assertThat(rest).hasSizeGreaterThan(1).contains("章程").doesNotContainAnyElementsOf(row);
        Page teacher = visitor.as("示例教师01").open("/board");
        assertThat(teacher.html().select(".nav-in > a")).isNotEmpty();
        assertThat(teacher.html().select(".nav-in .menu")).isEmpty();
    }
}
