package org.jiaogongti.platform.appraisal.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.platform.appraisal.CommunitySheet;
import org.jiaogongti.platform.appraisal.YearSheet;

/** What one version of a year says otherwise than the one before. */
public sealed interface Difference {

    /** The name of the community it is about. */
    String community();

    /** An instance that counts more or less; 0 of 0 where it is not there. */
    record Counted(String community, InstanceKey key, int before, int targetBefore, int after, int target)
            implements
                Difference {}

    /** The score. */
    record Score(String community, BigFraction before, BigFraction after) implements Difference {}

    /** The community's grant, in fen. */
    record Grant(String community, BigInteger before, BigInteger after) implements Difference {}

    /** A school's grant, in fen. */
    record SchoolGrant(String community, String school, BigInteger before, BigInteger after) implements Difference {}

    /** Every difference, by community; where only the money of others moves, that is said too. */
    static List<Difference> between(YearSheet before, YearSheet after) {
        List<Difference> all = new ArrayList<>();
        Map<String, CommunitySheet> old = new LinkedHashMap<>();
        before.communities().forEach(each -> old.put(each.name(), each));
        for (CommunitySheet now : after.communities()) {
            CommunitySheet was = old.get(now.name());
            if (was != null) {
                all.addAll(between(was, now));
            }
        }
        return all;
    }

    private static List<Difference> between(CommunitySheet was, CommunitySheet now) {
        List<Difference> all = new ArrayList<>();
        Map<InstanceKey, Progress> before = instances(was);
        Map<InstanceKey, Progress> after = instances(now);
        Map<InstanceKey, Progress> keys = new LinkedHashMap<>(before);
        keys.putAll(after);
        for (InstanceKey key : keys.keySet()) {
            Progress left = before.get(key);
            Progress right = after.get(key);
            int counted = left == null ? 0 : left.counted();
            int target = left == null ? 0 : left.target();
            int countedNow = right == null ? 0 : right.counted();
            int targetNow = right == null ? 0 : right.target();
            if (counted != countedNow || target != targetNow) {
                all.add(new Counted(now.name(), key, counted, target, countedNow, targetNow));
            }
        }
        if (!was.appraisal().score().equals(now.appraisal().score())) {
            all.add(new Score(now.name(), was.appraisal().score(), now.appraisal().score()));
        }
        if (!was.grant().fen().equals(now.grant().fen())) {
            all.add(new Grant(now.name(), was.grant().fen(), now.grant().fen()));
        }
        now.grant().schools().forEach((school, fen) -> {
            BigInteger earlier = was.grant().schools().getOrDefault(school, BigInteger.ZERO);
            if (!earlier.equals(fen)) {
                all.add(new SchoolGrant(now.name(), school, earlier, fen));
            }
        });
        return all;
    }

    private static Map<InstanceKey, Progress> instances(CommunitySheet sheet) {
        Map<InstanceKey, Progress> instances = new LinkedHashMap<>();
        sheet.appraisal().instances().forEach(each -> instances.put(each.standing().progress().key(),
                each.standing().progress()));
        return instances;
    }
}
