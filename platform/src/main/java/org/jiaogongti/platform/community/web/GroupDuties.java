package org.jiaogongti.platform.community.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.community.GroupFinding;
import org.jiaogongti.platform.community.Groups;
import org.jiaogongti.platform.community.Roster;
import org.jiaogongti.platform.obligation.Kept;
import org.jiaogongti.platform.obligation.Kept.State;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** Liaisons, guidance groups and leading groups as duties of the board: read from who sits where. */
@Component
class GroupDuties implements Kept.Source {

    private static final Map<Body, List<String>> FACT_TYPES = Map.of(Body.LIAISONS, List.of("蹲点教研员"),
            Body.GUIDANCE_GROUP, List.of("指导组成员", "组长指派"), Body.LEADING_GROUP, List.of("领导小组"));

    private final Groups groups;

    GroupDuties(Groups groups) {
        this.groups = groups;
    }

    @Override
    public boolean keeps(Obligation duty) {
        return FACT_TYPES.values().stream().anyMatch(types -> Kept.waitsOnlyFor(duty, types));
    }

    @Override
    public Map<String, List<Kept>> of(Kept.Asked asked) {
        Map<String, List<Kept>> all = new HashMap<>();
        List<Roster> rosters = groups.all(asked.day());
        FACT_TYPES.forEach((body, factTypes) -> {
            asked.charter().obligations().stream().filter(duty -> Kept.waitsOnlyFor(duty, factTypes)).forEach(duty -> {
                List<Kept> its = new ArrayList<>();
                rosters.stream().filter(roster -> judged(body, roster))
                        .forEach(roster -> its.add(kept(body, roster, asked.m())));
                all.put(duty.id(), its);
            });
        });
        all.values().removeIf(List::isEmpty);
        return all;
    }

    private static boolean judged(Body body, Roster roster) {
        return body == Body.LEADING_GROUP || roster.yardstick().judged();
    }

    private static Kept kept(Body body, Roster roster, Messages m) {
        List<GroupFinding> lacking = roster.findings(body).stream().filter(found -> !found.rule().usual()).toList();
        String href = "/groups/" + roster.community().id();
        State state = lacking.isEmpty() ? State.IN_PLACE : State.LACKING;
        String community = roster.community().key();
        return switch (body) {
            case LIAISONS -> new Kept(community, state, m.t("community.kept.liaisons", roster.of(body).size()),
                    lacking.isEmpty() ? 100 : 0, href);
            case GUIDANCE_GROUP -> {
                List<String> owed = roster.subjects().stream().filter(subject -> !roster.free(subject)).toList();
                long whole = owed.stream().filter(subject -> lacking.stream()
                        .noneMatch(found -> subject.equals(found.subject()))).count();
                yield new Kept(community, state, m.t("community.kept.groups", whole, owed.size()),
                        owed.isEmpty() ? 100 : Math.toIntExact(100 * whole / owed.size()), href);
            }
            case LEADING_GROUP -> new Kept(community, state, lacking.isEmpty()
                    ? m.t("community.kept.whole")
                    : roster.of(body).isEmpty()
                            ? m.t("community.kept.none")
                            : m.t("community.kept.lacking", lacking.size()),
                    lacking.isEmpty() ? 100 : 0, href);
        };
    }
}
