package org.jiaogongti.platform.staff.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.staff.PersonPlacement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People placed at other schools. */
@Repository
public class PlacementStore {

    private static final String SELECT = "select id, person, from_school, to_school, rank, permanent, young, from_day, to_day, mentor from staff.placement";

    private final JdbcClient jdbc;

    PlacementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void put(Collection<PersonPlacement> placements) {
        jdbc.sql("""
                insert into staff.placement
                    (id, person, from_school, to_school, rank, permanent, young, from_day, to_day, mentor)
                select id, person, from_school, to_school, rank, permanent = 'true', young = 'true', from_day, to_day,
                    mentor
                from unnest(:ids::uuid[], :people::uuid[], :fromSchools::uuid[], :toSchools::uuid[], :ranks::text[],
                    :permanents::text[], :youngs::text[], :froms::date[], :tos::date[], :mentors::uuid[])
                    as given (id, person, from_school, to_school, rank, permanent, young, from_day, to_day, mentor)
                on conflict (district, id) do update set rank = excluded.rank, permanent = excluded.permanent,
                    young = excluded.young, from_day = excluded.from_day, to_day = excluded.to_day,
                    mentor = excluded.mentor
                """).param("ids", PeopleStore.texts(placements, placement -> placement.id().toString()))
                .param("people", PeopleStore.texts(placements, placement -> placement.person().toString()))
                .param("fromSchools", PeopleStore.texts(placements, placement -> placement.fromSchool().toString()))
                .param("toSchools", PeopleStore.texts(placements, placement -> placement.toSchool().toString()))
                .param("ranks", PeopleStore.texts(placements, placement -> placement.rank().name()))
                .param("permanents",
                        PeopleStore.texts(placements, placement -> Boolean.toString(placement.permanent())))
                .param("youngs", PeopleStore.texts(placements, placement -> Boolean.toString(placement.young())))
                .param("froms", PeopleStore.texts(placements, placement -> placement.from().toString()))
                .param("tos", PeopleStore.texts(placements, placement -> PeopleStore.text(placement.to())))
                .param("mentors", PeopleStore.texts(placements, placement -> PeopleStore.text(placement.mentor())))
                .update();
    }

    public List<PersonPlacement> find(Collection<UUID> ids) {
        return jdbc.sql(SELECT + " where id = any(:ids::uuid[])")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(PlacementStore::placement).list();
    }

    /** Those of some people. */
    public List<PersonPlacement> ofPeople(Collection<UUID> people) {
        return jdbc.sql(SELECT + " where person = any(:people::uuid[]) order by person, from_day")
                .param("people", people.stream().map(UUID::toString).toArray(String[]::new))
                .query(PlacementStore::placement).list();
    }

    /** Those in which somebody is placed, or is the mentor, newest first. */
    public List<PersonPlacement> named(UUID person) {
        return jdbc.sql(SELECT + " where person = :person or mentor = :person order by from_day desc, id")
                .param("person", person).query(PlacementStore::placement).list();
    }

    public void remove(Collection<UUID> ids) {
        jdbc.sql("delete from staff.placement where id = any(:ids::uuid[])")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new)).update();
    }

    /** Those who left for another school and those who came, newest first. */
    public List<PersonPlacement> ofSchool(UUID school) {
        return jdbc.sql(SELECT + " where from_school = :school or to_school = :school order by from_day desc, id")
                .param("school", school).query(PlacementStore::placement).list();
    }

    private static PersonPlacement placement(ResultSet row, int n) throws SQLException {
        return new PersonPlacement(row.getObject("id", UUID.class), row.getObject("person", UUID.class),
                row.getObject("from_school", UUID.class), row.getObject("to_school", UUID.class),
                Rank.valueOf(row.getString("rank")), row.getBoolean("permanent"), row.getBoolean("young"),
                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
                row.getObject("mentor", UUID.class));
    }
}
