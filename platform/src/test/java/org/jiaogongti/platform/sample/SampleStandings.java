package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.counting.Contribution;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.obligation.AppliedWaiver;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Label;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.WorldLabels;

/** The sample world's standings by a whole evaluation, without a database: what pages must show. */
public record SampleStandings(InForce inForce, List<Standing> standings, List<Contribution> contributions,
        List<Fact> facts, LocalDate today) {

    public static SampleStandings at(LocalDate today) {
        SampleInEngine world = new SampleInEngine(SampleWorld.at(today));
        Counting counting = new Counting(
                Charters.bundled("fenghua-2019").having(Set.of("报备", "活动方案"))
                        .with(Charters.bundledOverlay("moe-exams-2021")),
                world);
        List<Fact> facts = world.facts();
        List<Waiver> waivers = world.waivers(counting);
        Map<InstanceKey, Integer> planned = new HashMap<>();
        List<Contribution> contributions = new ArrayList<>();
        for (Fact fact : facts) {
            counting.plannedContributionsOf(fact)
                    .forEach(each -> planned.merge(each.key(), each.amount(), Integer::sum));
            contributions.addAll(counting.contributionsOf(fact));
        }
        List<Standing> standings = new ArrayList<>();
        for (Progress progress : Evaluation.of(counting, facts, waivers, today).progress()) {
            AppliedWaiver waiver = waivers.stream().filter(each -> each.key().equals(progress.key())).findFirst()
                    .map(each -> new AppliedWaiver(new UUID(1, 1), each.decidedOn(), each.target())).orElse(null);
            standings.add(new Standing(progress.instance(), progress.counted(),
                    planned.getOrDefault(progress.key(), 0), 0, progress.target(), progress.status(), waiver, null));
        }
        Map<String, Label> labels = new HashMap<>();
        world.sample().communities().forEach(
                community -> labels.put(community.name(), new Label(community.name(), community.shortName())));
        world.sample().schools()
                .forEach(school -> labels.put(school.name(), new Label(school.name(), school.shortName())));
        return new SampleStandings(new InForce(counting, new WorldLabels(labels), new UUID(0, 1)), standings,
                contributions, facts, today);
    }
}
