package org.jiaogongti.platform.obligation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.counting.Reason;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/** Why a record is not counted, in words with its numbers, and what would mend it. */
public record Reasons(Messages m, WorldLabels labels) {

    public String text(List<Reason> reasons) {
        return reasons.stream().map(this::text).collect(Collectors.joining(m.t("obligation.reason.and")));
    }

    public String text(Reason reason) {
        String key = "obligation.reason." + reason.code();
        return switch (reason) {
            case Reason.NotHeld _,Reason.NoLessons _,Reason.HeldOnline _,Reason.NotPermanent _,Reason.NotYoung _,Reason.NoMentor _,Reason.Excluded _ ->
                m.t(key);
            case Reason.StillToCome toCome -> m.t(key, toCome.countsOn().toString());
            case Reason.OutsideEveryPeriod outside -> m.t(key, outside.day().toString());
            case Reason.OutsideWindow outside -> m.t(key, outside.day().toString(), outside.days().first().toString(),
                    outside.days().last().toString());
            case Reason.NoSuchCommunity nobody -> m.t(key, name(nobody.community()));
            case Reason.WrongHost host -> m.t(key, names(host.wanted()), name(host.host()));
            case Reason.NotLedBy ledBy -> m.t(key, names(ledBy.wanted()), name(ledBy.ledBy()));
            case Reason.WrongRank rank -> m.t(key, ranks(rank.wanted()), rank(rank.rank()));
            case Reason.WrongSubject subject ->
                m.t(key, subject.wanted().stream().sorted().collect(Collectors.joining("、")),
                        subject.subject() == null ? m.t("obligation.reason.blank") : subject.subject());
            case Reason.NotOneGrade grades -> m.t(key, grades.grades().size());
            case Reason.DidNotTakePart school -> m.t(key, name(school.school()));
            case Reason.NobodyElseTookPart school -> m.t(key, name(school.school()));
            case Reason.TooFewPeople people ->
                m.t(key, name(people.school()), people.present(), people.needed());
            case Reason.NotFiledBefore filed -> m.t(filed.filedOn() == null ? key + ".never" : key,
                    String.valueOf(filed.filedOn()), filed.heldOn().toString());
            case Reason.NotApproved approved -> m.t(approved.approvedOn() == null ? key + ".never" : key,
                    String.valueOf(approved.approvedOn()), approved.heldOn().toString());
            case Reason.CountedOnce once -> m.t(key, once.otherPart());
            case Reason.WrongDestination destination ->
                m.t(key, names(destination.wanted()), name(destination.toSchool()));
            case Reason.WrongOrigin origin -> m.t(key, name(origin.fromSchool()));
            case Reason.NoneOf none ->
                none.each().stream().map(this::text).collect(Collectors.joining(m.t("obligation.reason.or")));
        };
    }

    /** What the recorder can do about it; empty where nothing would make it count. */
    public String repair(List<Reason> reasons) {
        // Only a single obstacle that an honest correction removes has a repair.
        if (reasons.size() != 1) {
            return "";
        }
        return switch (reasons.getFirst()) {
            case Reason.NotHeld held -> switch (held.state()) {
                case DISPUTED -> m.t("obligation.repair.disputed");
                case HELD, PLANNED, CANCELLED -> "";
            };
            case Reason.WrongRank _,Reason.TooFewPeople _,Reason.DidNotTakePart _,Reason.NobodyElseTookPart _,Reason.NotOneGrade _,Reason.WrongSubject _,Reason.NotLedBy _ ->
                m.t("obligation.repair.correct");
            case Reason.NoMentor _ -> m.t("obligation.repair.mentor");
            default -> "";
        };
    }

    private String names(Collection<String> ids) {
        List<String> names = ids.stream().map(labels::shortName).toList();
        return names.isEmpty() ? m.t("obligation.reason.blank") : String.join("、", names);
    }

    private String name(@Nullable String id) {
        return id == null || id.isEmpty() ? m.t("obligation.reason.blank") : labels.shortName(id);
    }

    private String ranks(Collection<Rank> ranks) {
        return ranks.stream().sorted().map(this::rank).collect(Collectors.joining("、"));
    }

    private String rank(@Nullable Rank rank) {
        return rank == null ? m.t("obligation.reason.blank") : m.t("obligation.rank." + rank.name());
    }
}
