package org.jiaogongti.platform.purpose.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.purpose.Certificate;
import org.jiaogongti.platform.purpose.Certificate.Cause;
import org.jiaogongti.platform.purpose.PupilKey;
import org.jiaogongti.platform.purpose.Retentions.Due;
import org.jiaogongti.platform.purpose.Retentions.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clocks and certificates. */
@Repository
public class RetentionStore {

    private static final int MONTH = 30;
    private static final int QUARTER = 90;

    private static final String CERTIFICATE = """
            select line, purpose, school, cause, how_many, rows_gone, places, digest, erased_on, erased_at, account
            from purpose.certificate
            """;

    private final JdbcClient jdbc;

    RetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void hold(UUID purpose, PupilKey pupil, UUID batch) {
        jdbc.sql("""
                insert into purpose.retention (purpose, pupil, batch, cause) values (:purpose, :pupil, :batch, 'EVENT')
                on conflict do nothing
                """).param("purpose", purpose).param("pupil", pupil.value()).param("batch", batch).update();
    }

    /** A clock that runs is set earlier, never later. */
    public void begin(UUID purpose, PupilKey pupil, UUID batch, LocalDate from, LocalDate due) {
        jdbc.sql("""
                insert into purpose.retention as r (purpose, pupil, batch, from_day, due_on, cause)
                values (:purpose, :pupil, :batch, :from, :due, 'EVENT')
                on conflict (district, purpose, pupil, batch) do update
                    set from_day = excluded.from_day, due_on = excluded.due_on, cause = excluded.cause
                    where r.due_on is null or r.due_on > excluded.due_on
                """).param("purpose", purpose).param("pupil", pupil.value()).param("batch", batch)
                .param("from", from).param("due", due).update();
    }

    /** The purpose is at its end: what waits for an event waits no longer. How many those were. */
    public int beginAll(UUID purpose, LocalDate from, LocalDate due) {
        return jdbc.sql("""
                update purpose.retention set from_day = :from, due_on = :due, cause = 'PURPOSE'
                where purpose = :purpose and due_on is null
                """).param("purpose", purpose).param("from", from).param("due", due).update();
    }

    /** Consent is gone: everything that was kept by it is due on a day. How many clocks those were. */
    public int cutShort(UUID purpose, PupilKey pupil, LocalDate day) {
        return jdbc.sql("""
                update purpose.retention set from_day = coalesce(from_day, :day), due_on = :day, cause = 'CONSENT'
                where purpose = :purpose and pupil = :pupil and (due_on is null or due_on > :day)
                """).param("purpose", purpose).param("pupil", pupil.value()).param("day", day).update();
    }

    /** Those that have run out by a day; what another server holds at this moment is left to it. */
    public List<Due> due(LocalDate day, int most) {
        return jdbc.sql("""
                select purpose, pupil, batch, cause from purpose.retention where due_on <= :day
                order by due_on, purpose, pupil, batch limit :most for update skip locked
                """).param("day", day).param("most", most)
                .query((row, n) -> new Due(row.getObject("purpose", UUID.class),
                        new PupilKey(row.getObject("pupil", UUID.class)), row.getObject("batch", UUID.class),
                        Cause.valueOf(row.getString("cause"))))
                .list();
    }

    /** Refused by the database while a row of pupil data still refers to it. */
    public void remove(Due clock) {
        jdbc.sql("delete from purpose.retention where purpose = :purpose and pupil = :pupil and batch = :batch")
                .param("purpose", clock.purpose()).param("pupil", clock.pupil().value())
                .param("batch", clock.batch()).update();
    }

    public List<Standing> standings(LocalDate day) {
        return jdbc.sql("""
                select purpose, count(*) filter (where due_on is null) as waiting, count(due_on) as running,
                    count(*) filter (where due_on <= :day) as over,
                    count(*) filter (where due_on > :day and due_on <= :month) as month,
                    count(*) filter (where due_on > :day and due_on <= :quarter) as quarter
                from purpose.retention group by purpose order by purpose
                """).param("day", day).param("month", day.plusDays(MONTH)).param("quarter", day.plusDays(QUARTER))
                .query((row, n) -> new Standing(row.getObject("purpose", UUID.class), row.getInt("waiting"),
                        row.getInt("running"), row.getInt("over"), row.getInt("month"), row.getInt("quarter")))
                .list();
    }

    public void certify(Certificate certificate) {
        jdbc.sql("""
                insert into purpose.certificate (line, purpose, school, cause, how_many, rows_gone, places, digest,
                    erased_on, erased_at, account)
                values (:line, :purpose, :school, :cause, :pupils, :rows, :places::text[], :hash, :on, :at, :by)
                """).param("line", certificate.line()).param("purpose", certificate.purpose(), Types.OTHER)
                .param("school", certificate.school(), Types.OTHER)
                .param("cause", certificate.cause().name()).param("pupils", certificate.pupils())
                .param("rows", certificate.rows()).param("places", certificate.places().toArray(String[]::new))
                .param("hash", HexFormat.of().parseHex(certificate.hash())).param("on", certificate.on())
                .param("at", certificate.at().atOffset(ZoneOffset.UTC)).param("by", certificate.by()).update();
    }

    /** Of data of pupils, newest first, before a line. */
    public List<Certificate> certificates(@Nullable Long before, int size) {
        return jdbc.sql(CERTIFICATE + """
                where purpose is not null and (:before::bigint is null or line < :before)
                order by line desc limit :size
                """).param("before", before, Types.BIGINT).param("size", size)
                .query(RetentionStore::certificate).list();
    }

    /**
     * Of the bin, newest first, before a line.
     *
     * @param schools whose; null for all
     */
    public List<Certificate> ofBin(@Nullable Collection<UUID> schools, @Nullable Long before, int size) {
        return jdbc.sql(CERTIFICATE + """
                where purpose is null and (:before::bigint is null or line < :before)
                and (:all or school = any(:schools::uuid[])) order by line desc limit :size
                """).param("before", before, Types.BIGINT).param("size", size).param("all", schools == null)
                .param("schools", schools == null
                        ? new String[0]
                        : schools.stream().map(UUID::toString).toArray(String[]::new))
                .query(RetentionStore::certificate).list();
    }

    private static Certificate certificate(ResultSet row, int n) throws SQLException {
        return new Certificate(row.getLong("line"), row.getObject("purpose", UUID.class),
                row.getObject("school", UUID.class),
                Cause.valueOf(row.getString("cause")), row.getInt("how_many"), row.getInt("rows_gone"),
                Arrays.asList((String[]) row.getArray("places").getArray()),
                HexFormat.of().formatHex(row.getBytes("digest")), row.getObject("erased_on", LocalDate.class),
                row.getObject("erased_at", OffsetDateTime.class).toInstant(), row.getObject("account", UUID.class));
    }
}
