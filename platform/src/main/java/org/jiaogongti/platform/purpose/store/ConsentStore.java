package org.jiaogongti.platform.purpose.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.purpose.Consent;
import org.jiaogongti.platform.purpose.Consent.Answer;
import org.jiaogongti.platform.purpose.Consent.Means;
import org.jiaogongti.platform.purpose.Consents.Count;
import org.jiaogongti.platform.purpose.Consents.Listed;
import org.jiaogongti.platform.purpose.PupilCode;
import org.jiaogongti.platform.purpose.PupilKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Guardians' answers; only ever added to. */
@Repository
public class ConsentStore {

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Consent consent, String code, UUID by, Instant at) {
        jdbc.sql(
                """
                        insert into purpose.consent (id, purpose, pupil, school, version, answer, on_day, means, kept_at, code,
                            entered_by, entered_at)
                        values (:id, :purpose, :pupil, :school, :version, :answer, :on, :means, :keptAt, :code, :by, :at)
                        """)
                .param("id", consent.id()).param("purpose", consent.purpose())
                .param("pupil", consent.pupil().value()).param("school", consent.school())
                .param("version", consent.version()).param("answer", consent.answer().name())
                .param("on", consent.on()).param("means", consent.means().name()).param("keptAt", consent.keptAt())
                .param("code", code)
                .param("by", by).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** All answers of some pupils for a purpose. */
    public List<Consent> of(UUID purpose, Collection<PupilKey> pupils) {
        return jdbc.sql("""
                select id, purpose, pupil, school, version, answer, on_day, means, kept_at from purpose.consent
                where purpose = :purpose and pupil = any(:pupils::uuid[])
                """).param("purpose", purpose)
                .param("pupils", pupils.stream().map(pupil -> pupil.value().toString()).toArray(String[]::new))
                .query(ConsentStore::consent).list();
    }

    /** How many pupils' answer that counts on a day is which, by purpose and school. Ordered like {@code Answers}. */
    public List<Count> counts(LocalDate day) {
        return jdbc.sql("""
                select purpose, school, answer, count(*) as number from (
                    select distinct on (purpose, pupil) purpose, school, answer from purpose.consent
                    where on_day <= :day
                    order by purpose, pupil, on_day desc, (answer = 'WITHDRAWN') desc, id desc) standing
                group by purpose, school, answer order by purpose, school, answer
                """).param("day", day).query((row, n) -> new Count(row.getObject("purpose", UUID.class),
                row.getObject("school", UUID.class), Answer.valueOf(row.getString("answer")), row.getInt("number")))
                .list();
    }

    /** The answers that count on a day at one school, by code. Ordered like {@code Answers}. */
    public List<Listed> standing(UUID purpose, UUID school, LocalDate day, String after, int most) {
        return jdbc.sql("""
                select distinct on (code) code, answer, on_day, means, kept_at from purpose.consent
                where purpose = :purpose and school = :school and on_day <= :day and code > :after
                order by code, on_day desc, (answer = 'WITHDRAWN') desc, id desc limit :most
                """).param("purpose", purpose).param("school", school).param("day", day).param("after", after)
                .param("most", most).query(ConsentStore::listed).list();
    }

    /** How many pupils' answer that counts on a day is which, at one school. Ordered like {@code Answers}. */
    public Map<Answer, Integer> numbers(UUID purpose, UUID school, LocalDate day) {
        Map<Answer, Integer> numbers = new EnumMap<>(Answer.class);
        jdbc.sql("""
                select answer, count(*) as number from (
                    select distinct on (code) answer from purpose.consent
                    where purpose = :purpose and school = :school and on_day <= :day
                    order by code, on_day desc, (answer = 'WITHDRAWN') desc, id desc) standing
                group by answer
                """).param("purpose", purpose).param("school", school).param("day", day)
                .query(row -> {
                    numbers.put(Answer.valueOf(row.getString("answer")), row.getInt("number"));
                });
        return numbers;
    }

    /** All answers of one pupil, the newest entry first. */
    public List<Listed> entries(UUID purpose, PupilCode pupil) {
        return jdbc.sql("""
                select code, answer, on_day, means, kept_at from purpose.consent
                where purpose = :purpose and school = :school and code = :code order by id desc
                """).param("purpose", purpose).param("school", pupil.school()).param("code", pupil.code())
                .query(ConsentStore::listed).list();
    }

    /** What a school entered last. */
    public Optional<Listed> last(UUID purpose, UUID school) {
        return jdbc.sql("""
                select code, answer, on_day, means, kept_at from purpose.consent
                where purpose = :purpose and school = :school order by id desc limit 1
                """).param("purpose", purpose).param("school", school).query(ConsentStore::listed).optional();
    }

    private static Listed listed(ResultSet row, int n) throws SQLException {
        return new Listed(row.getString("code"), Answer.valueOf(row.getString("answer")),
                row.getObject("on_day", LocalDate.class), Means.valueOf(row.getString("means")),
                row.getString("kept_at"));
    }

    private static Consent consent(ResultSet row, int n) throws SQLException {
        return new Consent(row.getObject("id", UUID.class), row.getObject("purpose", UUID.class),
                new PupilKey(row.getObject("pupil", UUID.class)), row.getObject("school", UUID.class),
                row.getString("version"), Answer.valueOf(row.getString("answer")),
                row.getObject("on_day", LocalDate.class), Means.valueOf(row.getString("means")),
                row.getString("kept_at"));
    }
}
