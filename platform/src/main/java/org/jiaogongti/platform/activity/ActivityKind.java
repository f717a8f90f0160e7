package org.jiaogongti.platform.activity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.charter.calendar.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * A kind of activity: what is asked about it, who may hold it, what gate it passes.
 *
 * @param code the word of the acceptance cases, {@code outreach-lesson}
 * @param shortName for narrow places
 * @param unit 节 where lessons are counted, 次 where the occasion itself is
 * @param common whether the form shows it before 其他
 * @param clause where the notice speaks of it; empty for a bureau's own kind
 * @param needs what a record of it cannot be without
 * @param asks what else the form asks, of what every record may have
 * @param fields what is asked besides that, in the order of the form
 * @param online whether it is held over the network by its nature
 * @param answered whether the other school answers 来过 or 不对
 * @param own what makes it a bureau's own, or null for those that come with the platform
 */
public record ActivityKind(String code, String name, String shortName, String unit, boolean common, String clause,
        Set<Need> needs, Set<Need> asks, List<Ask> fields, boolean online, boolean answered, Holder holder, Gate gate,
        String gateClause, @Nullable Own own) {

    public ActivityKind {
        needs = Set.copyOf(needs);
        asks = Set.copyOf(asks);
        fields = List.copyOf(fields);
    }

    /** Whether it has a number of lessons of its own. */
    public boolean countsLessons() {
        return unit.equals("节");
    }

    /** Everything the form shows for it. */
    public Set<Need> shown() {
        Set<Need> shown = EnumSet.noneOf(Need.class);
        shown.addAll(needs);
        shown.addAll(asks);
        return shown;
    }

    /** With further fields that nobody has to fill in. */
    ActivityKind asking(List<KindField> more) {
        List<Ask> all = new ArrayList<>(fields);
        more.forEach(field -> all.add(new Ask(field, false)));
        return new ActivityKind(code, name, shortName, unit, common, clause, needs, asks, all, online, answered, holder,
                gate, gateClause, own);
    }

    /** What every record may have and a kind may ask for. */
    public enum Need {
        HOST("在哪所学校"), LEADER("带队的学校"), RANK("带队人身份"), SUBJECT("学科"), GRADE("年级"), PARTICIPANTS("各校参加人数"), PEOPLE(
                "谁去的"), CLASS("班级"), TOPIC("课题或主题");

        private final String word;

        Need(String word) {
            this.word = word;
        }

        /** The clerk's word in the file of kinds. */
        public String word() {
            return word;
        }
    }

    /** A field, and whether a record cannot be without it. */
    public record Ask(KindField field, boolean required) {}

    /** What has to be done before it is held. */
    public enum Gate {
        NONE("无"),
        /** 报备. */
        FILED("报备"),
        /** 审核, then 报备. */
        CHECKED_AND_FILED("审核和报备");

        private final String word;

        Gate(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Which schools may lead it. */
    public enum Holder {
        ANY_SCHOOL("各校"), LEAD_SCHOOL("牵头校"), MEMBER_SCHOOL("成员校");

        private final String word;

        Holder(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Whether a school in this role may. */
        public boolean allows(Role role) {
            return switch (this) {
                case ANY_SCHOOL -> true;
                case LEAD_SCHOOL -> role == Role.LEAD;
                case MEMBER_SCHOOL -> role == Role.MEMBER;
            };
        }
    }

    /**
     * A kind that a bureau made itself.
     *
     * @param days on which something of it can be held
     */
    public record Own(UUID id, int version, DateRange days) {}
}
