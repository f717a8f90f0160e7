package org.jiaogongti.platform.staff.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.staff.Colleague;
import org.jiaogongti.platform.staff.FoundPerson;
import org.jiaogongti.platform.staff.Person;
import org.jiaogongti.platform.staff.PersonPosting;
import org.jiaogongti.platform.staff.PersonRank;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People, postings and ranks. */
@Repository
public class PeopleStore {

    /** The rank of {@code p} on {@code :day}: a teacher with a title that the bureau knows is a backbone teacher. */
    static final String RANK = """
            coalesce(nullif((select r.rank from staff.rank r where r.person = p.id and r.from_day <= :day
                             order by r.from_day desc limit 1), 'TEACHER'),
                     case when exists (select from staff.title t where t.person = p.id and t.level <> 'SCHOOL'
                                         and t.from_day <= :day and (t.to_day is null or t.to_day >= :day))
                          then 'BACKBONE' else 'TEACHER' end)""";

    private final JdbcClient jdbc;
    private final PeopleFinder finder;

    PeopleStore(JdbcClient jdbc, PeopleFinder finder) {
        this.jdbc = jdbc;
        this.finder = finder;
    }

    public List<Person> find(Collection<UUID> ids) {
        return jdbc
                .sql("select id, number, name, sort_key, teaching_since from staff.person where id = any(:ids::uuid[]) order by sort_key, name")
                .param("ids", texts(ids, UUID::toString)).query(PeopleStore::person).list();
    }

    /** Those with these numbers. */
    public List<Person> numbered(Collection<String> numbers) {
        return jdbc.sql(
                "select id, number, name, sort_key, teaching_since from staff.person where number = any(:numbers::text[])")
                .param("numbers", numbers.toArray(String[]::new)).query(PeopleStore::person).list();
    }

    /** Names of two characters and more that a text contains. */
    public Set<String> namedIn(String text) {
        return Set.copyOf(jdbc.sql("select distinct name from staff.person where char_length(name) > 1"
                + " and strpos(:text, name) > 0").param("text", text).query(String.class).list());
    }

    /** Those with exactly these names, each with the schools they are posted to on a day. */
    public List<FoundPerson> named(Collection<String> names, LocalDate day) {
        return jdbc.sql("""
                select p.id, p.name, array(select distinct o.school::text from staff.posting o
                        where o.district = p.district and o.person = p.id and o.school is not null
                            and o.from_day <= :day and (o.to_day is null or o.to_day >= :day)) as schools
                from staff.person p where p.name = any(:names::text[]) order by p.name, p.id
                """).param("names", names.toArray(String[]::new)).param("day", day)
                .query((row, n) -> new FoundPerson(row.getObject("id", UUID.class), row.getString("name"),
                        Arrays.stream((String[]) row.getArray("schools").getArray()).map(UUID::fromString).toList()))
                .list();
    }

    /** Everybody, by number; those without one last. */
    public List<Person> all() {
        return jdbc.sql(
                "select id, number, name, sort_key, teaching_since from staff.person order by number nulls last, sort_key, id")
                .query(PeopleStore::person).list();
    }

    /** Subjects that any of these people teach on a day. */
    public Set<String> subjects(Collection<UUID> people, LocalDate day) {
        return jdbc.sql("""
                select distinct subject from staff.taught_subject
                where person = any(:people::uuid[]) and from_day <= :day and (to_day is null or to_day >= :day)
                """).param("people", texts(people, UUID::toString)).param("day", day)
                .query((row, n) -> row.getString("subject")).set();
    }

    static Person person(ResultSet row, int n) throws SQLException {
        return new Person(row.getObject("id", UUID.class), row.getString("number"), row.getString("name"),
                row.getString("sort_key"), row.getObject("teaching_since", LocalDate.class));
    }

    /** People posted to a school on a day, each once, by pinyin. */
    public List<Colleague> colleagues(UUID school, LocalDate day) {
        return jdbc
                .sql("select p.id, p.name, " + RANK + """
                         as rank
                        from staff.person p
                        where exists (select from staff.posting o where o.person = p.id and o.school = :school
                            and o.from_day <= :day and (o.to_day is null or o.to_day >= :day))
                        order by p.sort_key, p.name
                        """)
                .param("school", school).param("day", day).query((row, n) -> new Colleague(
                        row.getObject("id", UUID.class), row.getString("name"), school,
                        Rank.valueOf(row.getString("rank"))))
                .list();
    }

    /** Everybody posted to any school on a day, by school and pinyin. */
    public List<Colleague> colleagues(LocalDate day) {
        return jdbc.sql("select distinct on (o.school, p.sort_key, p.name, p.id) p.id, p.name, o.school, " + RANK + """
                 as rank
                from staff.person p join staff.posting o on o.person = p.id
                where o.school is not null and o.from_day <= :day and (o.to_day is null or o.to_day >= :day)
                order by o.school, p.sort_key, p.name, p.id
                """).param("day", day).query((row, n) -> new Colleague(row.getObject("id", UUID.class),
                row.getString("name"), row.getObject("school", UUID.class), Rank.valueOf(row.getString("rank"))))
                .list();
    }

    /** The rank in force on a day; a person without one is a teacher. */
    public Rank rank(UUID person, LocalDate day) {
        return jdbc.sql("select " + RANK + " as rank from staff.person p where p.id = :person").param("person", person)
                .param("day", day).query((row, n) -> Rank.valueOf(row.getString("rank")))
                .optional().orElse(Rank.TEACHER);
    }

    public List<Posting> postings(UUID person, LocalDate day) {
        return jdbc.sql("""
                -- rights
                select role, school, community, subject from staff.posting
                where person = :person and from_day <= :day and (to_day is null or to_day >= :day)
                """).param("person", person).param("day", day)
                .query((row, n) -> new Posting(Role.valueOf(row.getString("role")), row.getObject("school", UUID.class),
                        row.getObject("community", UUID.class), row.getString("subject")))
                .list();
    }

    public Map<UUID, Set<Posting>> holders(Collection<Role> roles, LocalDate day) {
        Map<UUID, Set<Posting>> holders = new HashMap<>();
        jdbc.sql("""
                select person, role, school, community, subject from staff.posting
                where role = any(:roles) and from_day <= :day and (to_day is null or to_day >= :day)
                """).param("roles", texts(roles, Role::name)).param("day", day).query(row -> {
            holders.computeIfAbsent(row.getObject("person", UUID.class), _ -> new HashSet<>())
                    .add(new Posting(Role.valueOf(row.getString("role")), row.getObject("school", UUID.class),
                            row.getObject("community", UUID.class), row.getString("subject")));
        });
        return holders;
    }

    public List<PersonPosting> postingsOf(Collection<UUID> people) {
        return jdbc.sql("""
                select id, person, role, school, community, subject, from_day, to_day from staff.posting
                where person = any(:people::uuid[]) order by person, from_day
                """).param("people", texts(people, UUID::toString))
                .query((row, n) -> new PersonPosting(row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class), Role.valueOf(row.getString("role")),
                        row.getObject("school", UUID.class), row.getObject("community", UUID.class),
                        row.getString("subject"), row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
    }

    /** Inserts people and changes those of the same id. */
    public void put(Collection<Person> people) {
        jdbc.sql("""
                insert into staff.person (id, number, name, sort_key, teaching_since)
                select * from unnest(:ids::uuid[], :numbers::text[], :names::text[], :sortKeys::text[], :sinces::date[])
                on conflict (district, id) do update set number = excluded.number, name = excluded.name,
                    sort_key = excluded.sort_key, teaching_since = excluded.teaching_since
                """).param("ids", texts(people, person -> person.id().toString()))
                .param("numbers", texts(people, Person::number)).param("names", texts(people, Person::name))
                .param("sortKeys", texts(people, Person::sortKey))
                .param("sinces", texts(people, person -> text(person.since()))).update();
        Map<UUID, String> names = new HashMap<>();
        people.forEach(person -> names.put(person.id(), person.name()));
        if (!names.isEmpty()) {
            finder.write(Scope.required().code(), names);
        }
    }

    /** Refused by the database while anything refers to them. */
    public void remove(Collection<UUID> people) {
        jdbc.sql("delete from staff.person where id = any(:ids::uuid[])").param("ids", texts(people, UUID::toString))
                .update();
    }

    public void removePostings(Collection<UUID> postings) {
        jdbc.sql("delete from staff.posting where id = any(:ids::uuid[])").param("ids", texts(postings, UUID::toString))
                .update();
    }

    /** Everybody's ranks with their days. */
    public List<PersonRank> ranks(Collection<UUID> people) {
        return jdbc.sql("select person, rank, from_day from staff.rank where person = any(:people::uuid[])")
                .param("people", texts(people, UUID::toString))
                .query((row, n) -> new PersonRank(row.getObject("person", UUID.class),
                        Rank.valueOf(row.getString("rank")), row.getObject("from_day", LocalDate.class)))
                .list();
    }

    public void removeRanks(Collection<PersonRank> ranks) {
        jdbc.sql("""
                delete from staff.rank r using unnest(:people::uuid[], :froms::date[]) as gone (person, day)
                where r.person = gone.person and r.from_day = gone.day
                """).param("people", texts(ranks, rank -> rank.person().toString()))
                .param("froms", texts(ranks, rank -> rank.from().toString())).update();
    }

    /** Inserts postings; one that says the same from the same day gets the other's last day. */
    public void putPostings(Collection<PersonPosting> postings) {
        jdbc.sql("""
                insert into staff.posting (id, person, role, school, community, subject, from_day, to_day)
                select * from unnest(:ids::uuid[], :people::uuid[], :roles::text[], :schools::uuid[],
                    :communities::uuid[], :subjects::text[], :froms::date[], :tos::date[])
                on conflict (district, person, role, school, community, subject, from_day) do update
                    set to_day = excluded.to_day
                """).param("ids", texts(postings, posting -> posting.id().toString()))
                .param("people", texts(postings, posting -> posting.person().toString()))
                .param("roles", texts(postings, posting -> posting.role().name()))
                .param("schools", texts(postings, posting -> text(posting.school())))
                .param("communities", texts(postings, posting -> text(posting.community())))
                .param("subjects", texts(postings, PersonPosting::subject))
                .param("froms", texts(postings, posting -> posting.from().toString()))
                .param("tos", texts(postings, posting -> text(posting.to()))).update();
    }

    public int endPosting(UUID id, LocalDate lastDay) {
        return jdbc.sql("update staff.posting set to_day = :last where id = :id and from_day <= :last")
                .param("last", lastDay).param("id", id).update();
    }

    public void putRanks(Collection<PersonRank> ranks) {
        jdbc.sql("""
                insert into staff.rank (person, rank, from_day)
                select * from unnest(:people::uuid[], :ranks::text[], :froms::date[])
                on conflict (district, person, from_day) do update set rank = excluded.rank
                """).param("people", texts(ranks, rank -> rank.person().toString()))
                .param("ranks", texts(ranks, rank -> rank.rank().name()))
                .param("froms", texts(ranks, rank -> rank.from().toString())).update();
    }

    static <T> @Nullable String[] texts(Collection<T> rows, Function<? super T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
