package org.jiaogongti.platform.inspection.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.inspection.AccountabilityAction;
import org.jiaogongti.platform.inspection.InspectionYears.Found;
import org.jiaogongti.platform.inspection.Proceeding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers of a year's visits, findings and proceedings; each is summed in the database. */
@Repository
public class YearStore {

    private final JdbcClient jdbc;

    YearStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Findings of a community; null where the school belonged to none. */
    public record FindingSum(@Nullable UUID community, Found found) {}

    /** The day that decides whether a finding was put right in time is the one on which it was handed in for the last time. */
    public List<FindingSum> findings(DateRange days, LocalDate today) {
        return jdbc.sql("""
                select f.community, count(*) as found,
                    count(*) filter (where f.state = 'CLOSED' and r.on_day <= f.deadline) as in_time,
                    count(*) filter (where f.state = 'CLOSED' and r.on_day > f.deadline) as late,
                    count(*) filter (where f.state = 'RECTIFIED' or f.state = 'OPEN' and f.deadline >= :today) as open,
                    count(*) filter (where f.state = 'OPEN' and f.deadline < :today) as overdue,
                    count(*) filter (where f.state = 'DISPUTED') as disputed,
                    count(*) filter (where f.state = 'WITHDRAWN') as withdrawn
                from inspection.finding f
                    left join lateral (select max(s.on_day) as on_day from inspection.finding_step s
                        where s.district = f.district and s.finding = f.id and s.what = 'RECTIFIED') r on true
                where f.on_day between :first and :last
                group by f.community
                """).param("first", days.first()).param("last", days.last()).param("today", today)
                .query((row, n) -> new FindingSum(row.getObject("community", UUID.class),
                        new Found(0, row.getInt("found"), row.getInt("in_time"), row.getInt("late"),
                                row.getInt("open"), row.getInt("overdue"), row.getInt("disputed"),
                                row.getInt("withdrawn"))))
                .list();
    }

    /** Visits that were held, and noted as held by a day, by school. */
    public Map<UUID, Integer> visits(DateRange days, LocalDate noted) {
        Map<UUID, Integer> visits = new HashMap<>();
        jdbc.sql("""
                select i.school, count(*) as held from inspection.inspection i
                where i.state = 'HELD' and i.day between :first and :last and not exists (
                    select from inspection.inspection_step s
                    where s.district = i.district and s.inspection = i.id and s.what = 'HELD' and s.on_day > :noted)
                group by i.school
                """).param("first", days.first()).param("last", days.last()).param("noted", noted)
                .query(row -> {
                    visits.put(Rows.id(row, "school"), row.getInt("held"));
                });
        return visits;
    }

    /**
     * A school's proceedings in one state.
     *
     * @param action the one decided on last, or null
     */
    public record ProceedingSum(UUID school, Proceeding.State state, @Nullable AccountabilityAction action,
            int number) {}

    public List<ProceedingSum> proceedings(DateRange days) {
        return jdbc.sql("""
                select p.school, p.state, m.measure, count(*) as opened
                from inspection.proceeding p
                    left join lateral (select s.measure from inspection.proceeding_step s
                        where s.district = p.district and s.proceeding = p.id and s.measure is not null
                        order by s.id desc limit 1) m on true
                where p.on_day between :first and :last
                group by p.school, p.state, m.measure
                """).param("first", days.first()).param("last", days.last()).query((row, n) -> {
            String measure = row.getString("measure");
            return new ProceedingSum(Rows.id(row, "school"), Proceeding.State.valueOf(row.getString("state")),
                    measure == null ? null : AccountabilityAction.valueOf(measure), row.getInt("opened"));
        }).list();
    }
}
