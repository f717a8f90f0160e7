package org.jiaogongti.platform.inspection.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.inspection.DutyMention;
import org.jiaogongti.platform.inspection.Finding;
import org.jiaogongti.platform.inspection.Inspection;
import org.jiaogongti.platform.inspection.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines of checklists, findings and drawn records about one duty. */
@Repository
public class MentionStore {

    private final JdbcClient jdbc;

    MentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first; each kind gives no more than are asked for. */
    public List<DutyMention> latest(String duty, Collection<UUID> schools, int most) {
        return jdbc
                .sql("""
                        (select 'JUDGED' as what, i.id as target, p.id as part, i.school, i.day, i.kind as kind, r.result as said,
                            r.note as words, null::date as deadline, 0 as drawn, 0 as genuine, 0 as untrue
                        from inspection.inspection i
                            join inspection.point p on p.district = i.district and p.inspection = i.id and p.duty = :duty
                            join lateral (select k.result, k.note from inspection.point_result k
                                where k.district = p.district and k.point = p.id order by k.id desc limit 1) r on true
                        where i.school = any(:schools::uuid[]) and i.state = 'HELD'
                        order by i.day desc limit :most)
                        union all
                        (select 'FOUND', f.id, f.id, f.school, f.on_day, '', f.state, f.words, f.deadline, 0, 0, 0
                        from inspection.finding f where f.school = any(:schools::uuid[]) and f.duty = :duty
                        order by f.on_day desc limit :most)
                        union all
                        (select 'DRAWN', d.sample, d.sample, d.school, s.on_day, '', '', '', null, count(*)::int,
                            count(*) filter (where c.verdict = 'GENUINE')::int,
                            count(*) filter (where c.verdict = 'UNTRUE')::int
                        from inspection.drawn d
                            join inspection.sample s on s.district = d.district and s.id = d.sample
                            left join lateral (select k.verdict from inspection.drawn_check k
                                where k.district = d.district and k.drawn = d.id order by k.id desc limit 1) c on true
                        where d.school = any(:schools::uuid[]) and :duty = any(d.duties)
                        group by d.sample, d.school, s.on_day order by s.on_day desc limit :most)
                        order by day desc, what, target limit :most
                        """)
                .param("duty", duty).param("schools", Rows.ids(schools)).param("most", most)
                .query(MentionStore::mention).list();
    }

    private static DutyMention mention(ResultSet row, int number) throws SQLException {
        UUID target = Rows.id(row, "target");
        UUID school = Rows.id(row, "school");
        return switch (row.getString("what")) {
            case "JUDGED" -> new DutyMention.Judged(target, Rows.id(row, "part"), school, Rows.day(row, "day"),
                    Inspection.Kind.valueOf(row.getString("kind")), Point.Result.valueOf(row.getString("said")),
                    row.getString("words"));
            case "FOUND" -> new DutyMention.Found(target, school, Rows.day(row, "day"),
                    Finding.State.valueOf(row.getString("said")), row.getString("words"), Rows.day(row, "deadline"));
            default -> new DutyMention.Drawn(target, school, Rows.day(row, "day"), row.getInt("drawn"),
                    row.getInt("genuine"), row.getInt("untrue"));
        };
    }
}
