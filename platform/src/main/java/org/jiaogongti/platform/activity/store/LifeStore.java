package org.jiaogongti.platform.activity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.activity.Announcement;
import org.jiaogongti.platform.activity.Announcement.Audience;
import org.jiaogongti.platform.activity.Announcement.Entry;
import org.jiaogongti.platform.activity.Announcement.What;
import org.jiaogongti.platform.activity.Minute;
import org.jiaogongti.platform.activity.Moved;
import org.jiaogongti.platform.activity.Moved.Spot;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.search.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Announcements, moves and minutes of occasions; each method is one statement. Whoever writes has locked the occasion. */
@Repository
public class LifeStore {

    private final JdbcClient jdbc;

    LifeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest announcement of each that has one. */
    public Map<UUID, Announcement> announcements(Collection<UUID> occasions) {
        Map<UUID, Announcement> latest = new HashMap<>();
        if (!occasions.isEmpty()) {
            jdbc.sql("""
                    SELECT DISTINCT ON (occasion) * FROM activity.announcement
                     WHERE occasion = ANY (:occasions::uuid[]) ORDER BY occasion, number DESC
                    """).param("occasions", texts(occasions)).query(row -> {
                latest.put(row.getObject("occasion", UUID.class), announcement(row));
            });
        }
        return latest;
    }

    private static Announcement announcement(ResultSet row) throws SQLException {
        return new Announcement(row.getInt("number"), What.valueOf(row.getString("what")),
                Entry.valueOf(row.getString("entry")), Audience.valueOf(row.getString("audience")),
                row.getObject("places", Integer.class), row.getObject("until_day", LocalDate.class),
                row.getString("words"), row.getObject("actor", UUID.class), row.getString("actor_name"),
                row.getObject("on_day", LocalDate.class), row.getTimestamp("at").toInstant());
    }

    public void announce(UUID occasion, Announcement announcement) {
        jdbc.sql("""
                INSERT INTO activity.announcement (occasion, number, what, entry, audience, places, until_day, words,
                                                   actor, actor_name, on_day, at)
                VALUES (:occasion, :number, :what, :entry, :audience, :places, :until, :words, :actor, :name, :on, :at)
                """).param("occasion", occasion).param("number", announcement.number())
                .param("what", announcement.what().name()).param("entry", announcement.entry().name())
                .param("audience", announcement.audience().name())
                .param("places", announcement.places(), Types.INTEGER).param("until", announcement.until())
                .param("words", announcement.words()).param("actor", announcement.actor())
                .param("name", announcement.actorName()).param("on", announcement.on())
                .param("at", announcement.at().atOffset(ZoneOffset.UTC)).update();
    }

    /** The moves of some occasions, the latest last. */
    public List<Moved> moves(Collection<UUID> occasions) {
        return occasions.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        SELECT m.*, s.words, s.actor_name, s.on_day FROM activity.moving m
                          JOIN activity.step s ON s.district = m.district AND s.id = m.step
                         WHERE m.occasion = ANY (:occasions::uuid[]) ORDER BY s.at, s.id
                        """).param("occasions", texts(occasions))
                        .query((row, n) -> new Moved(row.getObject("occasion", UUID.class), spot(row, "from"),
                                spot(row, "to"), row.getString("words"), row.getString("actor_name"),
                                row.getObject("on_day", LocalDate.class)))
                        .list();
    }

    private static Spot spot(ResultSet row, String side) throws SQLException {
        return new Spot(row.getObject(side + "_day", LocalDate.class), row.getString(side + "_part"),
                row.getObject(side + "_host", UUID.class), row.getString(side + "_site"));
    }

    public void move(UUID step, UUID occasion, Spot from, Spot to) {
        jdbc.sql("""
                INSERT INTO activity.moving (step, occasion, from_day, from_part, from_host, from_site,
                                             to_day, to_part, to_host, to_site)
                VALUES (:step, :occasion, :fromDay, :fromPart, :fromHost, :fromSite, :toDay, :toPart, :toHost, :toSite)
                """).param("step", step).param("occasion", occasion).param("fromDay", from.day())
                .param("fromPart", from.part()).param("fromHost", from.host(), Types.OTHER)
                .param("fromSite", from.site()).param("toDay", to.day()).param("toPart", to.part())
                .param("toHost", to.host(), Types.OTHER).param("toSite", to.site()).update();
    }

    /** The texts of the minutes, oldest first. */
    public List<Minute> minutes(UUID occasion) {
        return jdbc.sql("SELECT * FROM activity.minutes WHERE occasion = :occasion ORDER BY number")
                .param("occasion", occasion)
                .query((row, n) -> new Minute(row.getInt("number"), row.getString("text"), row.getString("correction"),
                        row.getObject("author", UUID.class), row.getString("author_name"),
                        row.getObject("on_day", LocalDate.class), row.getTimestamp("at").toInstant()))
                .list();
    }

    /** The latest text of the minutes of each that has some. */
    public Map<UUID, String> minutesTexts(Collection<UUID> occasions) {
        Map<UUID, String> texts = new HashMap<>();
        jdbc.sql("""
                SELECT DISTINCT ON (occasion) occasion, text FROM activity.minutes
                 WHERE occasion = ANY (:occasions::uuid[]) ORDER BY occasion, number DESC
                """).param("occasions", texts(occasions)).query(row -> {
            texts.put(row.getObject("occasion", UUID.class), row.getString("text"));
        });
        return texts;
    }

    /** The latest text of the minutes, or empty. */
    public String minutesText(UUID occasion) {
        return jdbc.sql("SELECT text FROM activity.minutes WHERE occasion = :occasion ORDER BY number DESC LIMIT 1")
                .param("occasion", occasion).query(String.class).optional().orElse("");
    }

    public void write(UUID occasion, Minute minute) {
        jdbc.sql("""
                INSERT INTO activity.minutes (occasion, number, text, correction, author, author_name, on_day, at)
                VALUES (:occasion, :number, :text, :correction, :author, :name, :on, :at)
                """).param("occasion", occasion).param("number", minute.number()).param("text", minute.text())
                .param("correction", minute.correction()).param("author", minute.author())
                .param("name", minute.authorName()).param("on", minute.on())
                .param("at", minute.at().atOffset(ZoneOffset.UTC)).update();
    }

    /** What a search looks at from now on. */
    public void find(String district, UUID occasion, Said said, String words) {
        SearchText found = Findable.of(district, said, words);
        jdbc.sql("""
                UPDATE activity.occasion SET words = :words, sound = :sound, pieces = :pieces::int[] WHERE id = :id
                """).param("words", found.words()).param("sound", found.sound()).param("pieces", found.numbers())
                .param("id", occasion).update();
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
