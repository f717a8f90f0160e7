package org.jiaogongti.cli.facts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Waiver;

/**
 * A case: calendar, schools, subjects, activities, placements and waivers, read from one directory. What it holds is
 * worth something only where {@link #problems} has no errors.
 */
public final class FactsDirectory {

    private final Problems problems = new Problems();
    private final CaseWorld world;
    private final List<Fact> facts;
    private final List<Waiver> waivers;
    private final Map<InstanceKey, Row> waiverRows = new HashMap<>();

    private FactsDirectory(Path directory, Collection<String> kinds, Map<String, Integer> targets) {
        WorldFiles worldFiles = new WorldFiles(problems);
        world = worldFiles.read(directory);
        FactFiles factFiles = new FactFiles(problems, worldFiles, kinds);
        facts = factFiles.read(directory);
        List<FactFiles.Decision> decisions = factFiles.readWaivers(directory, targets);
        waivers = decisions.stream()
                .map(decision -> new Waiver(decision.key(), decision.target(), decision.decidedOn())).toList();
        decisions.forEach(decision -> waiverRows.put(decision.key(), decision.row()));
    }

    /**
     * Reads everything, whatever errors there are.
     *
     * @param kinds the kinds of activities there are
     * @param targets each counted duty with its own target
     */
    public static FactsDirectory read(Path directory, Collection<String> kinds, Map<String, Integer> targets) {
        return new FactsDirectory(directory, kinds, targets);
    }

    public Problems problems() {
        return problems;
    }

    public World world() {
        return world;
    }

    /** Communities and their schools, both in the order of the file. */
    public Map<String, List<String>> schools() {
        Map<String, List<String>> schools = new LinkedHashMap<>();
        world.communities().forEach(community -> schools.put(community, new ArrayList<>()));
        world.schools().forEach((school, membership) -> schools.getOrDefault(membership.community(), new ArrayList<>())
                .add(school));
        return schools;
    }

    public List<Fact> facts() {
        return facts;
    }

    public List<Waiver> waivers() {
        return waivers;
    }

    /**
     * A lowered target must be lower than the instance's own.
     *
     * @param own of every instance
     */
    public void checkWaiverTargets(Map<InstanceKey, Integer> own) {
        for (Waiver waiver : waivers) {
            Integer target = own.get(waiver.key());
            Row row = waiverRows.get(waiver.key());
            if (target != null && row != null && waiver.target() != null && waiver.target() >= target) {
                row.wrong("target " + waiver.target() + " 不在范围内：这一项本来是 " + target + "；请填 1 至 " + (target - 1)
                        + "，免办请留空");
            }
        }
    }

    /** Notes that a decision changes nothing since nothing like it is owed. */
    public void notePointless(Waiver waiver) {
        Row row = waiverRows.get(waiver.key());
        if (row != null) {
            InstanceKey key = waiver.key();
            row.note("没有这一项责任：" + key.duty() + "/" + key.bearer() + "/" + key.counterpart() + "/" + key.period()
                    + "；这个决定不起作用，请核对责任方、对方和时段");
        }
    }
}
