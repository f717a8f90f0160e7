package org.jiaogongti.platform.staff.store;

import static org.jiaogongti.platform.staff.store.PeopleStore.text;
import static org.jiaogongti.platform.staff.store.PeopleStore.texts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.staff.Employment;
import org.jiaogongti.platform.staff.Person;
import org.jiaogongti.platform.staff.PersonTitle;
import org.jiaogongti.platform.staff.RegisterFilter;
import org.jiaogongti.platform.staff.StaffFigure;
import org.jiaogongti.platform.staff.TaughtSubject;
import org.jiaogongti.platform.staff.YoungRule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Titles, subjects, employment and the rule for early-career teachers; and people looked for. */
@Repository
public class RegisterStore {

    private final JdbcClient jdbc;

    RegisterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page of people by pinyin, from after somebody on.
     *
     * @param within the schools whose staff may be seen, or null for everybody
     */
    public List<Person> page(RegisterFilter filter, @Nullable Set<UUID> within, LocalDate day, @Nullable UUID after,
            int size) {
        return jdbc
                .sql("""
                        select p.id, p.number, p.name, p.sort_key, p.teaching_since from staff.person p
                        where (:words = '' or strpos(p.name, :words) > 0 or strpos(lower(p.sort_key), lower(:words)) > 0
                               or p.number = :words)
                          and (:after::uuid is null or (p.sort_key, p.name, p.id)
                               > (select a.sort_key, a.name, a.id from staff.person a where a.id = :after::uuid))
                          and (:subject = '' or exists (select from staff.taught_subject t where t.person = p.id
                               and t.subject = :subject and t.from_day <= :day and (t.to_day is null or t.to_day >= :day)))
                          and (:rank = '' or :rank ="""
                        + PeopleStore.RANK
                        + """
                                )
                                  and case :shown
                                      when 'PRESENT' then exists (select from staff.posting o where o.person = p.id and o.from_day <= :day
                                          and (o.to_day is null or o.to_day >= :day) and (:all or o.school = any(:schools::uuid[])))
                                      when 'COMING' then exists (select from staff.posting o where o.person = p.id and o.from_day > :day
                                          and (:all or o.school = any(:schools::uuid[])))
                                      when 'LEFT' then exists (select from staff.posting o where o.person = p.id and o.to_day < :day
                                          and (:all or o.school = any(:schools::uuid[])))
                                          and not exists (select from staff.posting o where o.person = p.id
                                          and (o.to_day is null or o.to_day >= :day) and (:all or o.school = any(:schools::uuid[])))
                                      else :all or exists (select from staff.posting o where o.person = p.id
                                          and o.school = any(:schools::uuid[])) end
                                order by p.sort_key, p.name, p.id limit :size
                                """)
                .param("words", filter.words()).param("after", text(after)).param("subject", filter.subject())
                .param("rank", filter.rank() == null ? "" : filter.rank().name())
                .param("shown", filter.shown().name()).param("day", day).param("all", within == null)
                .param("schools", within == null ? new String[0] : texts(within, UUID::toString)).param("size", size)
                .query(PeopleStore::person).list();
    }

    public List<PersonTitle> titles(Collection<UUID> people) {
        return jdbc.sql("""
                select person, name, level, document, from_day, to_day from staff.title
                where person = any(:people::uuid[]) order by from_day, name, level
                """).param("people", texts(people, UUID::toString))
                .query((row, n) -> new PersonTitle(row.getObject("person", UUID.class), row.getString("name"),
                        PersonTitle.Level.valueOf(row.getString("level")), row.getString("document"),
                        row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)))
                .list();
    }

    /** Inserts titles; one of the same name and level from the same day gets the other's document and last day. */
    public void putTitles(Collection<PersonTitle> titles) {
        jdbc.sql("""
                insert into staff.title (person, name, level, document, from_day, to_day)
                select * from unnest(:people::uuid[], :names::text[], :levels::text[], :documents::text[],
                    :froms::date[], :tos::date[])
                on conflict (district, person, name, level, from_day) do update set document = excluded.document,
                    to_day = excluded.to_day
                """).param("people", texts(titles, title -> title.person().toString()))
                .param("names", texts(titles, PersonTitle::name))
                .param("levels", texts(titles, title -> title.level().name()))
                .param("documents", texts(titles, PersonTitle::document))
                .param("froms", texts(titles, title -> title.from().toString()))
                .param("tos", texts(titles, title -> text(title.to()))).update();
    }

    public void removeTitles(Collection<PersonTitle> titles) {
        jdbc.sql("""
                delete from staff.title t
                using unnest(:people::uuid[], :names::text[], :levels::text[], :froms::date[])
                    as gone (person, name, level, day)
                where t.person = gone.person and t.name = gone.name and t.level = gone.level and t.from_day = gone.day
                """).param("people", texts(titles, title -> title.person().toString()))
                .param("names", texts(titles, PersonTitle::name))
                .param("levels", texts(titles, title -> title.level().name()))
                .param("froms", texts(titles, title -> title.from().toString())).update();
    }

    public List<TaughtSubject> subjects(Collection<UUID> people) {
        return jdbc.sql("""
                select person, subject, from_day, to_day from staff.taught_subject
                where person = any(:people::uuid[]) order by from_day, subject
                """).param("people", texts(people, UUID::toString))
                .query((row, n) -> new TaughtSubject(row.getObject("person", UUID.class), row.getString("subject"),
                        row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)))
                .list();
    }

    public void putSubjects(Collection<TaughtSubject> subjects) {
        jdbc.sql("""
                insert into staff.taught_subject (person, subject, from_day, to_day)
                select * from unnest(:people::uuid[], :subjects::text[], :froms::date[], :tos::date[])
                on conflict (district, person, subject, from_day) do update set to_day = excluded.to_day
                """).param("people", texts(subjects, taught -> taught.person().toString()))
                .param("subjects", texts(subjects, TaughtSubject::subject))
                .param("froms", texts(subjects, taught -> taught.from().toString()))
                .param("tos", texts(subjects, taught -> text(taught.to()))).update();
    }

    public void removeSubjects(Collection<TaughtSubject> subjects) {
        jdbc.sql("""
                delete from staff.taught_subject t
                using unnest(:people::uuid[], :subjects::text[], :froms::date[]) as gone (person, subject, day)
                where t.person = gone.person and t.subject = gone.subject and t.from_day = gone.day
                """).param("people", texts(subjects, taught -> taught.person().toString()))
                .param("subjects", texts(subjects, TaughtSubject::subject))
                .param("froms", texts(subjects, taught -> taught.from().toString())).update();
    }

    public List<Employment> employments(Collection<UUID> people) {
        return jdbc.sql("""
                select person, from_day, permanent, full_time from staff.employment
                where person = any(:people::uuid[]) order by from_day
                """).param("people", texts(people, UUID::toString))
                .query((row, n) -> new Employment(row.getObject("person", UUID.class),
                        row.getObject("from_day", LocalDate.class), row.getBoolean("permanent"),
                        row.getBoolean("full_time")))
                .list();
    }

    public void putEmployments(Collection<Employment> employments) {
        jdbc.sql("""
                insert into staff.employment (person, from_day, permanent, full_time)
                select person, from_day, permanent = 'true', full_time = 'true'
                from unnest(:people::uuid[], :froms::date[], :permanents::text[], :fullTimes::text[])
                    as given (person, from_day, permanent, full_time)
                on conflict (district, person, from_day) do update set permanent = excluded.permanent,
                    full_time = excluded.full_time
                """).param("people", texts(employments, line -> line.person().toString()))
                .param("froms", texts(employments, line -> line.from().toString()))
                .param("permanents", texts(employments, line -> Boolean.toString(line.permanent())))
                .param("fullTimes", texts(employments, line -> Boolean.toString(line.fullTime()))).update();
    }

    public void removeEmployments(Collection<Employment> employments) {
        jdbc.sql("""
                delete from staff.employment e using unnest(:people::uuid[], :froms::date[]) as gone (person, day)
                where e.person = gone.person and e.from_day = gone.day
                """).param("people", texts(employments, line -> line.person().toString()))
                .param("froms", texts(employments, line -> line.from().toString())).update();
    }

    /** The rules for early-career teachers, newest first. */
    public List<YoungRule> youngRules() {
        return jdbc.sql("select from_day, years, document from staff.young_rule order by from_day desc")
                .query((row, n) -> new YoungRule(row.getObject("from_day", LocalDate.class), row.getInt("years"),
                        row.getString("document")))
                .list();
    }

    public void putYoungRule(YoungRule rule) {
        jdbc.sql("""
                insert into staff.young_rule (from_day, years, document) values (:from, :years, :document)
                on conflict (district, from_day) do update set years = excluded.years, document = excluded.document
                """).param("from", rule.from()).param("years", rule.years()).param("document", rule.document())
                .update();
    }

    /** How many people the register holds at each school on a day. */
    public List<StaffFigure> figures(LocalDate day) {
        return jdbc.sql("""
                select o.school, count(distinct o.person) as people,
                    count(distinct o.person) filter (where e.full_time) as full_time,
                    count(distinct o.person) filter (where e.permanent) as permanent
                from staff.posting o
                left join lateral (select e.full_time, e.permanent from staff.employment e
                                   where e.person = o.person and e.from_day <= :day
                                   order by e.from_day desc limit 1) e on true
                where o.school is not null and o.from_day <= :day and (o.to_day is null or o.to_day >= :day)
                group by o.school
                """).param("day", day).query((row, n) -> new StaffFigure(row.getObject("school", UUID.class),
                row.getInt("people"), row.getInt("full_time"), row.getInt("permanent"))).list();
    }
}
