package org.jiaogongti.platform.disclosure.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.disclosure.InformationRequest;
import org.jiaogongti.platform.disclosure.InformationRequest.Answer;
import org.jiaogongti.platform.disclosure.InformationRequest.Kind;
import org.jiaogongti.platform.disclosure.InformationRequest.Said;
import org.jiaogongti.platform.disclosure.InformationRequest.Way;
import org.jiaogongti.platform.disclosure.Publication.Hand;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for information. */
@Repository
public class RequestStore {

    private static final String SELECT = "select * from disclosure.request";

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of a year; two who ask at once get two. */
    public int next(int year) {
        return jdbc.sql("""
                insert into disclosure.last_request (year, number) values (:year, 1)
                on conflict (district, year) do update set number = last_request.number + 1 returning number
                """).param("year", year).query(Integer.class).single();
    }

    public void add(InformationRequest request, byte[] receipt, byte[] contact) {
        jdbc.sql("""
                insert into disclosure.request (id, number, receipt, contact, wanted, purpose, way, asked_on, due)
                values (:id, :number, :receipt, :contact, :wanted, :purpose, :way, :asked, :due)
                """).param("id", request.id()).param("number", request.number()).param("receipt", receipt)
                .param("contact", contact).param("wanted", request.wanted()).param("purpose", request.purpose())
                .param("way", request.way().name()).param("asked", request.askedOn()).param("due", request.due())
                .update();
    }

    /** All, or those without an answer; the latest first, after the last one of the page before. */
    public List<InformationRequest> page(boolean open, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + " where (not :open or kind is null) and (:after::uuid is null or id < :after::uuid)"
                + " order by id desc limit :limit").param("open", open)
                .param("after", after == null ? null : after.toString()).param("limit", limit)
                .query(RequestStore::request).list();
    }

    public Optional<InformationRequest> find(UUID id) {
        return all(List.of(id)).stream().findFirst();
    }

    public List<InformationRequest> all(Collection<UUID> ids) {
        return jdbc.sql(SELECT + " where id = any(:ids::uuid[])")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new)).query(RequestStore::request)
                .list();
    }

    /** The same, and until the end of the transaction nobody else answers it. */
    public Optional<InformationRequest> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update").param("id", id).query(RequestStore::request).optional();
    }

    public Optional<InformationRequest> byReceipt(byte[] receipt) {
        return jdbc.sql(SELECT + " where receipt = :receipt").param("receipt", receipt).query(RequestStore::request)
                .optional();
    }

    public Optional<byte[]> contact(UUID id) {
        return jdbc.sql("select contact from disclosure.request where id = :id and contact is not null")
                .param("id", id).query(byte[].class).optional();
    }

    /** Not answered and due in some days. */
    public List<InformationRequest> open(LocalDate first, LocalDate last) {
        return jdbc.sql(SELECT + " where kind is null and due between :first and :last order by due, id")
                .param("first", first).param("last", last).query(RequestStore::request).list();
    }

    public void extend(UUID id, LocalDate due, Said said) {
        jdbc.sql("""
                update disclosure.request set due = :due, extension = :words, extended_by = :by, extended_name = :name,
                    extended_on = :on where id = :id
                """).param("due", due).param("words", said.words()).param("by", said.by().account())
                .param("name", said.by().name()).param("on", said.by().on()).param("id", id).update();
    }

    public void answer(UUID id, Answer answer) {
        jdbc.sql("""
                update disclosure.request set kind = :kind, answer = :words, answered_by = :by, answered_name = :name,
                    answered_on = :on where id = :id
                """).param("kind", answer.kind().name()).param("words", answer.words())
                .param("by", answer.by().account()).param("name", answer.by().name()).param("on", answer.by().on())
                .param("id", id).update();
    }

    /** Takes words, contact and receipt out of what was answered up to a day. Returns their ids. */
    public List<UUID> erase(LocalDate answeredUntil, LocalDate today) {
        return jdbc.sql("""
                update disclosure.request set receipt = null, contact = null, wanted = '', purpose = '', answer = '',
                    extension = '', erased_on = :today
                where erased_on is null and answered_on <= :until returning id
                """).param("until", answeredUntil).param("today", today)
                .query((row, n) -> row.getObject("id", UUID.class)).list();
    }

    private static InformationRequest request(ResultSet row, int number) throws SQLException {
        Hand extended = hand(row, "extended");
        Hand answered = hand(row, "answered");
        return new InformationRequest(row.getObject("id", UUID.class), row.getString("number"),
                row.getString("wanted"), row.getString("purpose"), Way.valueOf(row.getString("way")),
                row.getObject("asked_on", LocalDate.class), row.getObject("due", LocalDate.class),
                extended == null ? null : new Said(row.getString("extension"), extended),
                answered == null
                        ? null
                        : new Answer(Kind.valueOf(row.getString("kind")), row.getString("answer"), answered),
                row.getObject("erased_on", LocalDate.class));
    }

    private static @Nullable Hand hand(ResultSet row, String what) throws SQLException {
        UUID by = row.getObject(what + "_by", UUID.class);
        return by == null
                ? null
                : new Hand(by, row.getString(what + "_name"), row.getObject(what + "_on", LocalDate.class));
    }
}
