package org.jiaogongti.platform.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;

/** A researcher of two communities, held against what the whole district has. */
@PlatformTest
class TwoCommunitiesTest {

    private static final District DISTRICT = new District("330213");
    private static final ActivityFilter ALL = new ActivityFilter("", null, "", ActivityFilter.Shown.LIVING, null,
            ActivityFilter.Order.DATE);

    private final ActivityRecords records;

    TwoCommunitiesTest(ActivityRecords records) {
        this.records = records;
    }

    @Test
    void aResearcherSeesTheRecordsOfTheirTwoCommunitiesAndNoOther() {
        List<UUID> communities = Scope.call(DISTRICT, () -> records.ground().composition().communities().stream()
                .map(Community::id).toList());
        assertThat(communities).hasSizeGreaterThanOrEqualTo(4);
        Set<UUID> own = Set.of(communities.getFirst(), communities.getLast());
        Actor researcher = new Actor(new UUID(7, 7), null, "示例教研员", own.stream()
                .map(each -> Posting.inCommunity(Role.RESEARCHER, each)).collect(Collectors.toSet()));
        Actor inspector = new Actor(new UUID(7, 8), null, "示例督学", Set.of(Posting.inDistrict(Role.INSPECTOR)));

        List<Occasion> everything = listed(inspector, 400);
        assertThat(everything).extracting(row -> row.said().community()).containsAll(communities);
        assertThat(listed(researcher, 200).stream().map(row -> row.said().community()).collect(Collectors.toSet()))
                .containsAll(own);
        Set<UUID> shown = listed(researcher, 400).stream().map(Occasion::id).collect(Collectors.toSet());
        for (Occasion each : everything) {
            boolean theirs = each.said().communities().stream().anyMatch(own::contains);
            assertThat(shown.contains(each.id())).as("in the list").isEqualTo(theirs);
            assertThat(Scope.call(DISTRICT, () -> records.find(researcher, each.id())).isPresent())
                    .as("by its address").isEqualTo(theirs);
        }
    }

    private List<Occasion> listed(Actor actor, int limit) {
        return Scope.call(DISTRICT, () -> records.list(actor, records.ground(), ALL, null, limit)).rows();
    }
}
