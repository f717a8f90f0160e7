package org.jiaogongti.platform.disclosure.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.disclosure.Category;
import org.jiaogongti.platform.disclosure.Publication;
import org.jiaogongti.platform.disclosure.Publication.Hand;
import org.jiaogongti.platform.disclosure.Publication.State;
import org.jiaogongti.platform.disclosure.Publication.Words;
import org.jiaogongti.platform.disclosure.PublicationStep;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Publications, what was done to them, and which files somebody has looked at. */
@Repository
public class PublicationStore {

    private static final String SELECT = "select * from disclosure.publication";

    private final JdbcClient jdbc;

    PublicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a list is asked for. */
    public record Asked(String words, @Nullable Category category, Collection<State> states, @Nullable UUID after,
            int limit) {}

    /** One page, the newest first. */
    public List<Publication> page(Asked asked) {
        return jdbc.sql(SELECT + """
                 where state = any(:states::text[]) and (:category::text is null or category = :category::text)
                   and (:words = '' or (title || ' ' || number || ' ' || body) ilike :like)
                   and (:after::uuid is null or (issued_on, id)
                        < (select a.issued_on, a.id from disclosure.publication a where a.id = :after::uuid))
                order by issued_on desc, id desc limit :limit
                """).param("states", asked.states().stream().map(State::name).toArray(String[]::new))
                .param("category", asked.category() == null ? null : asked.category().name())
                .param("words", asked.words()).param("like", "%" + escaped(asked.words()) + "%")
                .param("after", asked.after() == null ? null : asked.after().toString())
                .param("limit", asked.limit()).query(PublicationStore::publication).list();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    public Optional<Publication> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id").param("id", id).query(PublicationStore::publication).optional();
    }

    /** Those that began with one of these offers, the newest first. */
    public List<Publication> madeFrom(Collection<String> origins) {
        return jdbc.sql(SELECT + " where origin <> '' and origin = any(:origins::text[]) order by id desc")
                .param("origins", origins.toArray(String[]::new)).query(PublicationStore::publication).list();
    }

    /** Those that wait for the second person, the longest waiting first. */
    public List<Publication> waiting(int limit) {
        return jdbc.sql(SELECT + " where state = 'WAITING' order by submitted_on, id limit :limit")
                .param("limit", limit).query(PublicationStore::publication).list();
    }

    public Optional<Publication> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update").param("id", id).query(PublicationStore::publication)
                .optional();
    }

    /** Whether another public text has this number. */
    public boolean taken(String number, UUID id) {
        return jdbc.sql("select count(*) from disclosure.publication where number = :number and id <> :id"
                + " and state = 'PUBLISHED'").param("number", number).param("id", id).query(Integer.class)
                .single() > 0;
    }

    /** A draft as it is now; what there was of it is written over. */
    public void save(Publication draft) {
        Words words = draft.words();
        jdbc.sql("""
                insert into disclosure.publication (id, number, category, title, body, topic, theme, way, reach, issuer,
                    issued_on, state, edition, written_by, written_name, written_on, cleared, origin)
                values (:id, :number, :category, :title, :body, :topic, :theme, :way, :reach, :issuer, :issued, 'DRAFT',
                    :edition, :by, :name, :on, :cleared, :origin)
                on conflict (district, id) do update set number = excluded.number, category = excluded.category,
                    title = excluded.title, body = excluded.body, topic = excluded.topic, theme = excluded.theme,
                    way = excluded.way, reach = excluded.reach, issuer = excluded.issuer,
                    issued_on = excluded.issued_on, edition = excluded.edition, written_by = excluded.written_by,
                    written_name = excluded.written_name, written_on = excluded.written_on,
                    cleared = excluded.cleared
                """).param("id", draft.id()).param("number", draft.number())
                .param("category", words.category().name()).param("title", words.title())
                .param("body", words.body()).param("topic", words.topic()).param("theme", words.theme())
                .param("way", words.way()).param("reach", words.reach()).param("issuer", words.issuer())
                .param("issued", words.issuedOn()).param("edition", draft.edition())
                .param("by", draft.written().account()).param("name", draft.written().name())
                .param("on", draft.written().on()).param("cleared", draft.cleared().toArray(String[]::new))
                .param("origin", draft.origin()).update();
    }

    public void submit(UUID id, Hand by) {
        hand("submitted", "WAITING", id, by);
    }

    /** Back to whoever writes it. */
    public void giveBack(UUID id) {
        jdbc.sql("update disclosure.publication set state = 'DRAFT', submitted_by = null, submitted_name = null,"
                + " submitted_on = null where id = :id").param("id", id).update();
    }

    public void clear(UUID id, String name) {
        jdbc.sql("update disclosure.publication set cleared = array_append(cleared, :name) where id = :id")
                .param("id", id).param("name", name).update();
    }

    public void publish(UUID id, String number, Hand by) {
        jdbc.sql("update disclosure.publication set number = :number, state = 'PUBLISHED', published_by = :by,"
                + " published_name = :name, published_on = :on where id = :id").param("id", id)
                .param("number", number).param("by", by.account()).param("name", by.name()).param("on", by.on())
                .update();
    }

    public void withdraw(UUID id, String reason, Hand by) {
        jdbc.sql("update disclosure.publication set reason = :reason, state = 'WITHDRAWN', withdrawn_by = :by,"
                + " withdrawn_name = :name, withdrawn_on = :on where id = :id").param("id", id)
                .param("reason", reason).param("by", by.account()).param("name", by.name()).param("on", by.on())
                .update();
    }

    private void hand(String column, String state, UUID id, Hand by) {
        jdbc.sql("update disclosure.publication set state = '" + state + "', " + column + "_by = :by, " + column
                + "_name = :name, " + column + "_on = :on where id = :id").param("id", id).param("by", by.account())
                .param("name", by.name()).param("on", by.on()).update();
    }

    public void add(PublicationStep step) {
        jdbc.sql("""
                insert into disclosure.step (id, publication, what, words, actor, actor_name, on_day)
                values (:id, :publication, :what, :words, :actor, :name, :on)
                """).param("id", step.id()).param("publication", step.publication())
                .param("what", step.what().name()).param("words", step.words()).param("actor", step.by().account())
                .param("name", step.by().name()).param("on", step.by().on()).update();
    }

    /** The oldest first. */
    public List<PublicationStep> steps(UUID publication) {
        return jdbc.sql("select * from disclosure.step where publication = :id order by id").param("id", publication)
                .query((row, _) -> new PublicationStep(row.getObject("id", UUID.class), publication,
                        PublicationStep.What.valueOf(row.getString("what")), row.getString("words"),
                        new Hand(row.getObject("actor", UUID.class), row.getString("actor_name"),
                                row.getObject("on_day", LocalDate.class))))
                .list();
    }

    public void look(UUID publication, UUID item, Hand by) {
        jdbc.sql("""
                insert into disclosure.look (publication, item, actor, actor_name, on_day)
                values (:publication, :item, :by, :name, :on) on conflict do nothing
                """).param("publication", publication).param("item", item).param("by", by.account())
                .param("name", by.name()).param("on", by.on()).update();
    }

    /** Files of a publication that somebody has looked at. */
    public Set<UUID> looked(UUID publication) {
        return Set.copyOf(jdbc.sql("select item from disclosure.look where publication = :id").param("id", publication)
                .query(UUID.class).list());
    }

    /** The unit's part of the index number, where it was set. */
    public Optional<String> unit() {
        return jdbc.sql("select unit from disclosure.numbering").query(String.class).optional();
    }

    public void unit(String unit) {
        jdbc.sql("insert into disclosure.numbering (unit) values (:unit) on conflict (district)"
                + " do update set unit = excluded.unit").param("unit", unit).update();
    }

    /** The number under which the public asks, where one was set. */
    public Optional<String> phone() {
        return jdbc.sql("select line from disclosure.contact").query(String.class).optional();
    }

    /** Empty takes it away. */
    public void phone(String phone) {
        jdbc.sql(phone.isEmpty()
                ? "delete from disclosure.contact where :phone = ''"
                : "insert into disclosure.contact (line) values (:phone) on conflict (district)"
                        + " do update set line = excluded.line")
                .param("phone", phone).update();
    }

    /** The next number of a year; two who ask at once get two. */
    public int next(int year) {
        return jdbc.sql("""
                insert into disclosure.last_number (year, number) values (:year, 1)
                on conflict (district, year) do update set number = last_number.number + 1 returning number
                """).param("year", year).query(Integer.class).single();
    }

    private static Publication publication(ResultSet row, int n) throws SQLException {
        return new Publication(row.getObject("id", UUID.class), row.getString("number"),
                new Words(Category.valueOf(row.getString("category")), row.getString("title"), row.getString("body"),
                        row.getString("topic"), row.getString("theme"), row.getString("way"), row.getString("reach"),
                        row.getString("issuer"), row.getObject("issued_on", LocalDate.class)),
                State.valueOf(row.getString("state")), row.getInt("edition"),
                new Hand(row.getObject("written_by", UUID.class), row.getString("written_name"),
                        row.getObject("written_on", LocalDate.class)),
                hand(row, "submitted"), hand(row, "published"), hand(row, "withdrawn"), row.getString("reason"),
                Set.of((String[]) row.getArray("cleared").getArray()), row.getString("origin"));
    }

    private static @Nullable Hand hand(ResultSet row, String what) throws SQLException {
        UUID by = row.getObject(what + "_by", UUID.class);
        return by == null
                ? null
                : new Hand(by, row.getString(what + "_name"), row.getObject(what + "_on", LocalDate.class));
    }
}
