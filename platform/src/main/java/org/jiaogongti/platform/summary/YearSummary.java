package org.jiaogongti.platform.summary;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.appraisal.Run.Version;
import org.jiaogongti.platform.inspection.InspectionYears.Accounted;
import org.jiaogongti.platform.inspection.InspectionYears.Found;
import org.jspecify.annotations.Nullable;

/**
 * A year in numbers.
 *
 * @param years there is one of, the newest first
 * @param asOf by which day duties are judged; for a decided year the day its records were frozen
 * @param today the day of reading
 * @param judged by which day findings and proceedings are told: for a decided year the day of the decision
 * @param term a term of a school year; empty for a calendar year, which has none of its own
 * @param version the decided result it stands on; null while the year is not decided
 * @param rest inspections of schools that belonged to no community
 * @param now what inspections of the year have come to by today
 */
public record YearSummary(Period year, List<Period> years, String term, LocalDate asOf, LocalDate today,
        LocalDate judged, String issuer, @Nullable Version version, List<Community> communities,
        List<Section> sections, Inspected rest, Inspected now) {

    public YearSummary {
        years = List.copyOf(years);
        communities = List.copyOf(communities);
        sections = List.copyOf(sections);
    }

    /** What inspections came to. */
    public record Inspected(Found found, Accounted accounted) {

        public static final Inspected NOTHING = new Inspected(Found.NOTHING, Accounted.NOTHING);

        public Inspected plus(Inspected other) {
            return new Inspected(found.plus(other.found), accounted.plus(other.accounted));
        }
    }

    /**
     * A community, in the notice's order.
     *
     * @param schools how many belonged to it
     * @param paid what was decided that it gets, in fen; null where nothing is decided
     * @param out how much of that was paid out
     * @param spent of a calendar year; null for a school year, since money is kept by calendar years
     */
    public record Community(UUID id, String name, int schools, Promised promised, Inspected inspected,
            @Nullable BigInteger paid, BigInteger out, @Nullable Spent spent) {}

    /**
     * What was planned and spent, in fen.
     *
     * @param own of the schools' own money
     * @param grant of grants
     */
    public record Spent(long planned, long own, long grant) {

        public static final Spent NOTHING = new Spent(0, 0, 0);

        public Spent plus(Spent other) {
            return new Spent(planned + other.planned, own + other.own, grant + other.grant);
        }

        public long all() {
            return own + grant;
        }
    }

    /**
     * A part of the notice with its duties.
     *
     * @param title the notice's own heading
     */
    public record Section(String clause, String title, List<Duty> duties) {

        public Section {
            duties = List.copyOf(duties);
        }
    }

    /**
     * A duty of the notice.
     *
     * @param byCommunity how it stands there; nothing where it asks nothing of them
     * @param appraised communities whose appraisal has a page about it
     */
    public record Duty(String id, String name, String clause, Map<UUID, Promised> byCommunity,
            Set<UUID> appraised) {

        public Duty {
            byCommunity = new LinkedHashMap<>(byCommunity);
            appraised = Set.copyOf(appraised);
        }

        public Promised of(UUID community) {
            return byCommunity.getOrDefault(community, Promised.NOTHING);
        }

        public Promised sum() {
            return byCommunity.values().stream().reduce(Promised.NOTHING, Promised::plus);
        }
    }

    public Promised promised() {
        return communities.stream().map(Community::promised).reduce(Promised.NOTHING, Promised::plus);
    }

    public Inspected inspected() {
        return communities.stream().map(Community::inspected).reduce(rest, Inspected::plus);
    }

    /** Null where no money was decided on. */
    public @Nullable BigInteger paid() {
        BigInteger sum = null;
        for (Community community : communities) {
            BigInteger own = community.paid();
            if (own != null) {
                sum = sum == null ? own : sum.add(own);
            }
        }
        return sum;
    }

    public BigInteger out() {
        return communities.stream().map(Community::out).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Null for a school year. */
    public @Nullable Spent spent() {
        Spent sum = null;
        for (Community community : communities) {
            Spent own = community.spent();
            if (own != null) {
                sum = sum == null ? own : sum.plus(own);
            }
        }
        return sum;
    }

    /** Whether its days are over. */
    public boolean over() {
        return year.days().last().isBefore(today);
    }
}
