package org.jiaogongti.platform.staff.store;

import static org.jiaogongti.platform.staff.store.PeopleStore.text;
import static org.jiaogongti.platform.staff.store.PeopleStore.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.staff.MentoringFilter;
import org.jiaogongti.platform.staff.MentoringMeeting;
import org.jiaogongti.platform.staff.MentoringPair;
import org.jiaogongti.platform.staff.MentoringPair.Agreement;
import org.jiaogongti.platform.staff.MentoringPair.Ending;
import org.jiaogongti.platform.staff.MentoringPair.Two;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mentoring pairs and their meetings. */
@Repository
public class MentoringStore {

    private static final String SELECT = "select id, mentor, mentee, mentor_school, mentee_school, agreement, agreed_on, weeks, from_day, to_day, ended_on, reason from staff.mentoring_pair";

    private final JdbcClient jdbc;

    MentoringStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose pairs may be seen.
     *
     * @param schools null for all
     * @param person whose own pairs are seen too, or null
     */
    public record View(@Nullable Set<UUID> schools, @Nullable UUID person) {}

    /** One page, newest first, from after a pair on. */
    public List<MentoringPair> page(MentoringFilter filter, View view, @Nullable UUID after, int size) {
        Set<UUID> schools = view.schools();
        return jdbc
                .sql(SELECT
                        + """
                                 where (:all or mentor_school = any(:schools::uuid[]) or mentee_school = any(:schools::uuid[])
                                       or mentor = :self::uuid or mentee = :self::uuid)
                                  and (:school::uuid is null or mentor_school = :school::uuid or mentee_school = :school::uuid)
                                  and case :days when 'COMING' then from_day > :day when 'ENDED' then least(to_day, ended_on) < :day
                                      when 'NOW' then from_day <= :day and (least(to_day, ended_on) is null or least(to_day, ended_on) >= :day)
                                      else true end
                                  and (:after::uuid is null or (from_day, id)
                                       < (select a.from_day, a.id from staff.mentoring_pair a where a.id = :after::uuid))
                                order by from_day desc, id desc limit :size
                                """)
                .param("all", schools == null)
                .param("schools", schools == null ? new String[0] : texts(schools, UUID::toString))
                .param("self", text(view.person())).param("school", text(filter.school()))
                .param("days", filter.days() == null ? "" : filter.days().name()).param("day", filter.on())
                .param("after", text(after)).param("size", size).query(MentoringStore::pair).list();
    }

    public List<MentoringPair> find(Collection<UUID> ids) {
        return jdbc.sql(SELECT + " where id = any(:ids::uuid[])").param("ids", texts(ids, UUID::toString))
                .query(MentoringStore::pair).list();
    }

    public List<MentoringPair> all() {
        return jdbc.sql(SELECT + " order by from_day, id").query(MentoringStore::pair).list();
    }

    /** Those in which one of some people is mentor or mentee, newest first. */
    public List<MentoringPair> ofPeople(Collection<UUID> people) {
        return jdbc.sql(SELECT + """
                 where mentor = any(:people::uuid[]) or mentee = any(:people::uuid[])
                order by from_day desc, id desc
                """).param("people", texts(people, UUID::toString)).query(MentoringStore::pair).list();
    }

    /** Somebody in post at a school on a day, how long they have taught, and whether they are anybody's mentee then. */
    public record InPost(LocalDate day, UUID school, LocalDate since, boolean mentored) {}

    /** Whoever is in post at a school on some days and has taught for less than some years. */
    public List<InPost> inPost(Collection<LocalDate> days, int years) {
        return jdbc
                .sql("""
                        select d.day, o.school, p.teaching_since, exists (select from staff.mentoring_pair m
                                where m.mentee = p.id and m.from_day <= d.day
                                    and (least(m.to_day, m.ended_on) is null or least(m.to_day, m.ended_on) >= d.day)) as mentored
                        from unnest(:days::date[]) as d (day)
                        join staff.posting o on o.school is not null and o.from_day <= d.day
                            and (o.to_day is null or o.to_day >= d.day)
                        join staff.person p on p.id = o.person and p.teaching_since <= d.day
                            and p.teaching_since > d.day - make_interval(years => :years)
                        group by d.day, o.school, p.id, p.teaching_since
                        """)
                .param("days", texts(days, LocalDate::toString)).param("years", years)
                .query((row, n) -> new InPost(row.getObject("day", LocalDate.class),
                        row.getObject("school", UUID.class),
                        row.getObject("teaching_since", LocalDate.class), row.getBoolean("mentored")))
                .list();
    }

    /** Until the end of the transaction nobody else forms a pair with this mentee. */
    public void hold(UUID mentee) {
        jdbc.sql("select id from staff.person where id = :mentee for update").param("mentee", mentee)
                .query(UUID.class).list();
    }

    /** Inserts pairs and changes those of the same id. */
    public void put(Collection<MentoringPair> pairs) {
        jdbc.sql(
                """
                        insert into staff.mentoring_pair (id, mentor, mentee, mentor_school, mentee_school, agreement, agreed_on,
                            weeks, from_day, to_day, ended_on, reason)
                        select id, mentor, mentee, mentor_school, mentee_school, agreement, agreed_on, weeks::int, from_day, to_day,
                            ended_on, reason
                        from unnest(:ids::uuid[], :mentors::uuid[], :mentees::uuid[], :mentorSchools::uuid[],
                            :menteeSchools::uuid[], :agreements::text[], :agreedOns::date[], :weeks::text[], :froms::date[],
                            :tos::date[], :endings::date[], :reasons::text[]) as given (id, mentor, mentee, mentor_school,
                            mentee_school, agreement, agreed_on, weeks, from_day, to_day, ended_on, reason)
                        on conflict (district, id) do update set mentor_school = excluded.mentor_school,
                            mentee_school = excluded.mentee_school, agreement = excluded.agreement,
                            agreed_on = excluded.agreed_on, weeks = excluded.weeks, to_day = excluded.to_day,
                            ended_on = excluded.ended_on, reason = excluded.reason
                        """)
                .param("ids", texts(pairs, pair -> pair.id().toString()))
                .param("mentors", texts(pairs, pair -> pair.two().mentor().toString()))
                .param("mentees", texts(pairs, pair -> pair.two().mentee().toString()))
                .param("mentorSchools", texts(pairs, pair -> pair.two().mentorSchool().toString()))
                .param("menteeSchools", texts(pairs, pair -> pair.two().menteeSchool().toString()))
                .param("agreements", texts(pairs, pair -> pair.agreement().document()))
                .param("agreedOns", texts(pairs, pair -> pair.agreement().on().toString()))
                .param("weeks", texts(pairs, pair -> text(pair.agreement().weeks())))
                .param("froms", texts(pairs, pair -> pair.from().toString()))
                .param("tos", texts(pairs, pair -> text(pair.to())))
                .param("endings", texts(pairs, pair -> pair.ending() == null ? null : pair.ending().on().toString()))
                .param("reasons", texts(pairs, pair -> pair.ending() == null ? null : pair.ending().reason()))
                .update();
    }

    /** Refused by the database while a pair has meetings. */
    public void remove(Collection<UUID> ids) {
        jdbc.sql("delete from staff.mentoring_pair where id = any(:ids::uuid[])")
                .param("ids", texts(ids, UUID::toString)).update();
    }

    /** Keeps which placements got their mentor from a pair. */
    public void name(UUID pair, Collection<UUID> placements) {
        jdbc.sql("update staff.mentoring_pair set named = :placements::uuid[] where id = :pair")
                .param("placements", texts(placements, UUID::toString)).param("pair", pair).update();
    }

    /** The placements that got their mentor from one of some pairs. */
    public List<UUID> named(Collection<UUID> pairs) {
        return jdbc.sql("select named from staff.mentoring_pair where id = any(:pairs::uuid[])")
                .param("pairs", texts(pairs, UUID::toString))
                .query((row, n) -> List.of((UUID[]) row.getArray("named").getArray())).list().stream()
                .flatMap(List::stream).toList();
    }

    /** The meetings of some pairs, newest first. */
    public List<MentoringMeeting> meetings(Collection<UUID> pairs) {
        return jdbc.sql("""
                select id, pair, held_on, topic, minutes from staff.mentoring_meeting where pair = any(:pairs::uuid[])
                order by held_on desc, id desc
                """).param("pairs", texts(pairs, UUID::toString))
                .query((row, n) -> new MentoringMeeting(row.getObject("id", UUID.class),
                        row.getObject("pair", UUID.class), row.getObject("held_on", LocalDate.class),
                        row.getString("topic"), row.getInt("minutes")))
                .list();
    }

    /** Inserts meetings; one of the same pair, day and topic gets the other's minutes. */
    public void putMeetings(Collection<MentoringMeeting> meetings) {
        jdbc.sql("""
                insert into staff.mentoring_meeting (id, pair, held_on, topic, minutes)
                select id, pair, held_on, topic, minutes::int
                from unnest(:ids::uuid[], :pairs::uuid[], :days::date[], :topics::text[], :minutes::text[])
                    as given (id, pair, held_on, topic, minutes)
                on conflict (district, pair, held_on, topic) do update set minutes = excluded.minutes
                """).param("ids", texts(meetings, meeting -> meeting.id().toString()))
                .param("pairs", texts(meetings, meeting -> meeting.pair().toString()))
                .param("days", texts(meetings, meeting -> meeting.on().toString()))
                .param("topics", texts(meetings, MentoringMeeting::topic))
                .param("minutes", texts(meetings, meeting -> Integer.toString(meeting.minutes()))).update();
    }

    public void removeMeetings(Collection<UUID> ids) {
        jdbc.sql("delete from staff.mentoring_meeting where id = any(:ids::uuid[])")
                .param("ids", texts(ids, UUID::toString)).update();
    }

    private static MentoringPair pair(ResultSet row, int n) throws SQLException {
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        return new MentoringPair(row.getObject("id", UUID.class),
                new Two(row.getObject("mentor", UUID.class), row.getObject("mentee", UUID.class),
                        row.getObject("mentor_school", UUID.class), row.getObject("mentee_school", UUID.class)),
                new Agreement(row.getString("agreement"), row.getObject("agreed_on", LocalDate.class),
                        row.getObject("weeks", Integer.class)),
                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
                ended == null ? null : new Ending(ended, row.getString("reason")));
    }
}
