package org.jiaogongti.platform.goal.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.goal.Told;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.register.Review;
import org.jiaogongti.platform.register.WeakTurns.Turn;
import org.jiaogongti.platform.staff.MentoringCover.Young;
import org.jspecify.annotations.Nullable;

/**
 * Shares told from all records there are: how many of a whole, for the district, each community and each school. A place that
 * has nothing of the whole has no share.
 */
public final class Shares {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** By place; null is the district. */
    private final Map<@Nullable UUID, int[]> counts = new HashMap<>();

    private void add(boolean part, @Nullable UUID community, @Nullable UUID school) {
        count(null, part);
        if (community != null) {
            count(community, part);
        }
        if (school != null) {
            count(school, part);
        }
    }

    private void count(@Nullable UUID place, boolean part) {
        int[] count = counts.computeIfAbsent(place, _ -> new int[2]);
        count[0] += part ? 1 : 0;
        count[1]++;
    }

    /** A place's share in percent, to one digit. */
    public Optional<Told.Share> of(@Nullable UUID place, LocalDate on) {
        int[] count = counts.get(place);
        return count == null
                ? Optional.empty()
                : Optional.of(new Told.Share(on, count[0], count[1], HUNDRED.multiply(BigDecimal.valueOf(count[0]))
                        .divide(BigDecimal.valueOf(count[1]), 1, RoundingMode.HALF_EVEN)));
    }

    /** 责任完成比例: of what fell due in some days and was asked for, the part that was met. */
    public static Shares met(List<Standing> standings, DateRange days) {
        Shares shares = new Shares();
        for (Standing each : standings) {
            if (judged(each, days)) {
                String bearer = each.key().bearer();
                UUID community = id(each.instance().community());
                shares.add(each.status() == Status.MET, community,
                        bearer.equals(each.instance().community()) ? null : id(bearer));
            }
        }
        return shares;
    }

    /** Whether something fell due in some days and was asked for: not waived, suspended, or left to choice. */
    public static boolean judged(Standing each, DateRange days) {
        return (each.status() == Status.MET || each.status() == Status.MISSED)
                && days.contains(each.instance().lastDay());
    }

    /** Whether a weak subject was on the list on some of these days. */
    public static boolean listed(Turn turn, DateRange days) {
        LocalDate to = turn.entry().to();
        return !turn.entry().key().from().isAfter(days.last()) && (to == null || !to.isBefore(days.first()));
    }

    private static @Nullable UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException other) {
            return null;
        }
    }

    /** 薄弱学科转变比例: of the weak subjects that were listed in some days, those whose last review then says better. */
    public static Shares turned(List<Turn> turns, DateRange days) {
        Shares shares = new Shares();
        for (Turn turn : turns) {
            if (listed(turn, days)) {
                boolean better = turn.reviews().stream().filter(review -> !review.on().isAfter(days.last()))
                        .max(Comparator.comparing(Review::term).thenComparing(Review::id))
                        .filter(review -> review.became() == Review.Became.BETTER).isPresent();
                shares.add(better, turn.entry().community(), turn.entry().key().school());
            }
        }
        return shares;
    }

    /** 青年教师结对比例 on a day. */
    public static Shares mentored(List<Young> young, LocalDate day, Function<UUID, Optional<UUID>> communityOf) {
        Shares shares = new Shares();
        Predicate<Young> then = each -> each.day().equals(day);
        young.stream().filter(then).forEach(each -> shares.add(each.mentored(),
                communityOf.apply(each.school()).orElse(null), each.school()));
        return shares;
    }

    /** The days of a year that lie in a round. */
    public static DateRange days(Year year, DateRange round) {
        LocalDate first = year.atDay(1);
        LocalDate last = year.atDay(year.length());
        return new DateRange(first.isBefore(round.first()) ? round.first() : first,
                last.isAfter(round.last()) ? round.last() : last);
    }
}
