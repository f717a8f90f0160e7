package org.jiaogongti.platform.community.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.community.SubjectGroup;
import org.jiaogongti.platform.community.SchoolWeakSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Communities and what is dated about them. */
@Repository
public class CommunityStore {

    private final JdbcClient jdbc;

    CommunityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Community> all() {
        return jdbc.sql("select id, name, short_name, position from community.community order by position, name")
                .query((row, n) -> new Community(row.getObject("id", UUID.class), row.getString("name"),
                        row.getString("short_name"), row.getInt("position")))
                .list();
    }

    /** The communities, and which school belonged to them from when on. */
    public record Belonging(List<Community> communities, List<SchoolMembership> memberships) {}

    /** Both in one select: hardly a page does without them. */
    public Belonging belonging() {
        Map<UUID, Community> communities = new LinkedHashMap<>();
        List<SchoolMembership> memberships = new ArrayList<>();
        jdbc.sql("""
                select c.id, c.name, c.short_name, c.position, m.school, m.role, m.from_day, m.to_day
                from community.community c
                left join community.membership m on m.district = c.district and m.community = c.id
                order by c.position, c.name, m.from_day
                """).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            communities.put(id, new Community(id, row.getString("name"), row.getString("short_name"),
                    row.getInt("position")));
            UUID school = row.getObject("school", UUID.class);
            if (school != null) {
                memberships.add(new SchoolMembership(school, id, Role.valueOf(row.getString("role")),
                        row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)));
            }
        });
        memberships.sort(Comparator.comparing(SchoolMembership::from));
        return new Belonging(List.copyOf(communities.values()), memberships);
    }

    public List<SchoolMembership> memberships() {
        return jdbc.sql("select school, community, role, from_day, to_day from community.membership order by from_day")
                .query((row, n) -> new SchoolMembership(row.getObject("school", UUID.class),
                        row.getObject("community", UUID.class), Role.valueOf(row.getString("role")),
                        row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)))
                .list();
    }

    public List<SubjectGroup> groups() {
        return jdbc.sql("select community, subject, from_day, to_day from community.subject_group order by from_day")
                .query((row, n) -> new SubjectGroup(row.getObject("community", UUID.class), row.getString("subject"),
                        row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)))
                .list();
    }

    public List<SchoolWeakSubject> weakSubjects() {
        return jdbc.sql("""
                select community, school, subject, from_day, to_day from community.weak_subject order by from_day
                """).query(CommunityStore::weakSubject).list();
    }

    /** Those of one school. */
    public List<SchoolWeakSubject> weakSubjects(UUID school) {
        return jdbc.sql("""
                select community, school, subject, from_day, to_day from community.weak_subject
                where school = :school order by subject, from_day
                """).param("school", school).query(CommunityStore::weakSubject).list();
    }

    private static SchoolWeakSubject weakSubject(ResultSet row, int n) throws SQLException {
        return new SchoolWeakSubject(row.getObject("community", UUID.class), row.getObject("school", UUID.class),
                row.getString("subject"), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }

    /** Inserts new communities and changes those of the same name; their ids stay. */
    public void put(List<Community> communities) {
        jdbc.sql("""
                insert into community.community (id, name, short_name, position)
                select * from unnest(:ids::uuid[], :names::text[], :shortNames::text[], :positions::int[])
                on conflict (district, name) do update set short_name = excluded.short_name,
                    position = excluded.position
                """).param("ids", texts(communities, Community::key))
                .param("names", texts(communities, Community::name))
                .param("shortNames", texts(communities, Community::shortName))
                .param("positions", communities.stream().map(Community::position).toArray(Integer[]::new)).update();
    }

    /** Refused by the database while anything refers to them. */
    public void remove(List<UUID> communities) {
        jdbc.sql("delete from community.community where id = any (:ids::uuid[])")
                .param("ids", texts(communities, UUID::toString)).update();
    }

    public void removeMemberships(List<SchoolMembership> memberships) {
        jdbc.sql("""
                delete from community.membership m using unnest(:schools::uuid[], :froms::date[]) as gone (school, day)
                where m.school = gone.school and m.from_day = gone.day
                """).param("schools", texts(memberships, membership -> membership.school().toString()))
                .param("froms", texts(memberships, membership -> membership.from().toString())).update();
    }

    /** Inserts memberships; one of the same school from the same day takes the place of the other. */
    public void putMemberships(List<SchoolMembership> memberships) {
        jdbc.sql("""
                insert into community.membership (school, community, role, from_day, to_day)
                select * from unnest(:schools::uuid[], :communities::uuid[], :roles::text[], :froms::date[],
                    :tos::date[])
                on conflict (district, school, from_day) do update set community = excluded.community,
                    role = excluded.role, to_day = excluded.to_day
                """).param("schools", texts(memberships, membership -> membership.school().toString()))
                .param("communities", texts(memberships, membership -> membership.community().toString()))
                .param("roles", texts(memberships, membership -> membership.role().name()))
                .param("froms", texts(memberships, membership -> membership.from().toString()))
                .param("tos", texts(memberships, membership -> text(membership.to()))).update();
    }

    /** Ends what is in force for the school on the day before. */
    public int endMembership(UUID school, LocalDate lastDay) {
        return jdbc.sql("""
                update community.membership set to_day = :last
                where school = :school and from_day <= :last and (to_day is null or to_day > :last)
                """).param("school", school).param("last", lastDay).update();
    }

    public void putGroups(List<SubjectGroup> groups) {
        jdbc.sql("""
                insert into community.subject_group (community, subject, from_day, to_day)
                select * from unnest(:communities::uuid[], :subjects::text[], :froms::date[], :tos::date[])
                on conflict (district, community, subject, from_day) do update set to_day = excluded.to_day
                """).param("communities", texts(groups, group -> group.community().toString()))
                .param("subjects", texts(groups, SubjectGroup::subject))
                .param("froms", texts(groups, group -> group.from().toString()))
                .param("tos", texts(groups, group -> text(group.to()))).update();
    }

    public void removeGroups(List<SubjectGroup> groups) {
        jdbc.sql("""
                delete from community.subject_group g
                using unnest(:communities::uuid[], :subjects::text[], :froms::date[]) as gone (community, subject, day)
                where g.community = gone.community and g.subject = gone.subject and g.from_day = gone.day
                """).param("communities", texts(groups, group -> group.community().toString()))
                .param("subjects", texts(groups, SubjectGroup::subject))
                .param("froms", texts(groups, group -> group.from().toString())).update();
    }

    public int endGroup(UUID community, String subject, LocalDate lastDay) {
        return jdbc.sql("""
                update community.subject_group set to_day = :last
                where community = :community and subject = :subject and from_day <= :last
                    and (to_day is null or to_day > :last)
                """).param("community", community).param("subject", subject).param("last", lastDay).update();
    }

    public void putWeakSubjects(List<SchoolWeakSubject> weak) {
        jdbc.sql("""
                insert into community.weak_subject (community, school, subject, from_day, to_day)
                select * from unnest(:communities::uuid[], :schools::uuid[], :subjects::text[], :froms::date[],
                    :tos::date[])
                on conflict (district, community, school, subject, from_day) do update set to_day = excluded.to_day
                """).param("communities", texts(weak, line -> line.community().toString()))
                .param("schools", texts(weak, line -> line.school().toString()))
                .param("subjects", texts(weak, SchoolWeakSubject::subject))
                .param("froms", texts(weak, line -> line.from().toString()))
                .param("tos", texts(weak, line -> text(line.to()))).update();
    }

    public void removeWeakSubjects(List<SchoolWeakSubject> weak) {
        jdbc.sql("""
                delete from community.weak_subject w
                using unnest(:communities::uuid[], :schools::uuid[], :subjects::text[], :froms::date[])
                    as gone (community, school, subject, day)
                where w.community = gone.community and w.school = gone.school and w.subject = gone.subject
                    and w.from_day = gone.day
                """).param("communities", texts(weak, line -> line.community().toString()))
                .param("schools", texts(weak, line -> line.school().toString()))
                .param("subjects", texts(weak, SchoolWeakSubject::subject))
                .param("froms", texts(weak, line -> line.from().toString())).update();
    }

    public int endWeakSubject(UUID community, UUID school, String subject, LocalDate lastDay) {
        return jdbc.sql("""
                update community.weak_subject set to_day = :last
                where community = :community and school = :school and subject = :subject and from_day <= :last
                    and (to_day is null or to_day > :last)
                """).param("community", community).param("school", school).param("subject", subject)
                .param("last", lastDay).update();
    }

    private static <T> @Nullable String[] texts(List<T> items, Function<T, @Nullable String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
