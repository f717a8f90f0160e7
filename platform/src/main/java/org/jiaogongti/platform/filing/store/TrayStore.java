package org.jiaogongti.platform.filing.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.filing.Filing;
import org.jiaogongti.platform.filing.Filing.State;
import org.jiaogongti.platform.filing.TrayFilter;
import org.jiaogongti.platform.filing.TrayFilter.Box;
import org.jiaogongti.platform.filing.TrayFilter.Kind;
import org.jiaogongti.platform.filing.model.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies in somebody's tray; pages go on from the last row shown. */
@Repository
public class TrayStore {

    /** A number beyond this one is not counted further: a tray of years must open as fast as one of weeks. */
    public static final int COUNTED = 1000;
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;

    TrayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Filing> page(Reach reach, TrayFilter filter, @Nullable Filing after, int limit) {
        Map<String, Object> values = new HashMap<>();
        boolean soonest = filter.box() != Box.DONE;
        StringBuilder sql = new StringBuilder(FilingStore.FILING).append(" WHERE ").append(in(reach, filter, values));
        if (after != null) {
            sql.append(soonest ? " AND (f.held_on, f.id) > " : " AND (f.held_on, f.id) < ")
                    .append("(:afterDay, :afterId)");
            values.put("afterDay", after.heldOn());
            values.put("afterId", after.id());
        }
        sql.append(soonest ? " ORDER BY f.held_on, f.id" : " ORDER BY f.held_on DESC, f.id DESC")
                .append(" LIMIT :limit");
        values.put("limit", limit);
        return jdbc.sql(sql.toString()).params(values).query(FilingStore::filing).list();
    }

    /** What a school has to rewrite or to answer, the next occasion first. */
    public List<Filing> waitingFor(UUID school, int limit) {
        return jdbc.sql(FilingStore.FILING + " WHERE f.school = :school AND "
                + states(List.of(State.RETURNED, State.ASKED)) + " ORDER BY f.held_on, f.id LIMIT :limit")
                .param("school", school).param("limit", limit).query(FilingStore::filing).list();
    }

    /** How many lie in each; one select. */
    public Map<Box, Integer> counts(Reach reach, Kind kind) {
        Map<String, Object> values = new HashMap<>();
        values.put("counted", COUNTED);
        List<String> columns = new ArrayList<>();
        for (Box box : Box.values()) {
            columns.add("(SELECT count(*) FROM (SELECT FROM filing.filing f WHERE "
                    + in(reach, new TrayFilter(box, kind), values) + " LIMIT :counted) AS counted)");
        }
        Map<Box, Integer> counts = new EnumMap<>(Box.class);
        jdbc.sql("SELECT " + String.join(", ", columns)).params(values).query(row -> {
            int column = 1;
            for (Box box : Box.values()) {
                counts.put(box, row.getInt(column++));
            }
        });
        return counts;
    }

    /** The day on which something last happened to each; one select. */
    public Map<UUID, LocalDate> lastDays(List<UUID> filings) {
        Map<UUID, LocalDate> days = new HashMap<>();
        if (!filings.isEmpty()) {
            jdbc.sql("SELECT filing, max(on_day) AS day FROM filing.step WHERE filing IN (:filings) GROUP BY filing")
                    .param("filings", filings).query(row -> {
                        days.put(row.getObject("filing", UUID.class), row.getObject("day", LocalDate.class));
                    });
        }
        return days;
    }

    /** Whether somebody decided about a filing once. */
    public boolean decided(UUID filing, UUID actor) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM filing.step WHERE filing = :filing AND actor = :actor
                               AND what IN ('APPROVED', 'ADVISED', 'RETURNED', 'ASKED', 'ACCEPTED'))
                """).param("filing", filing).param("actor", actor).query(Boolean.class).single();
    }

    private static String in(Reach reach, TrayFilter filter, Map<String, Object> values) {
        List<String> any = new ArrayList<>();
        if (reach.researcher()) {
            values.put("subjects", some(reach.subjects(), ""));
            values.put("communities", some(reach.communities(), NOBODY));
            any.add("f.gate = 'CHECKED_AND_FILED' AND (f.subject IN (:subjects) OR f.community IN (:communities)) AND "
                    + states(switch (filter.box()) {
                        case MINE -> List.of(State.CHECKING);
                        case THEIRS -> List.of(State.RETURNED);
                        case DONE -> List.of(State.FILED, State.ASKED, State.ANSWERED, State.ACCEPTED);
                    }));
        }
        if (reach.department()) {
            any.add(states(switch (filter.box()) {
                case MINE -> List.of(State.FILED, State.ANSWERED);
                case THEIRS -> List.of(State.ASKED);
                case DONE -> List.of(State.ACCEPTED);
            }));
        }
        if (reach.bureau()) {
            any.add(states(switch (filter.box()) {
                case MINE -> List.of(State.CHECKING, State.FILED, State.ANSWERED);
                case THEIRS -> List.of(State.RETURNED, State.ASKED);
                case DONE -> List.of(State.ACCEPTED, State.TAKEN_BACK);
            }));
        }
        values.put("me", reach.actor().accountId());
        values.put("schools", some(reach.schools(), NOBODY));
        values.put("groups", some(reach.groups(), ""));
        any.add("(f.submitter = :me OR f.school IN (:schools) OR f.community || '/' || coalesce(f.subject, '') IN (:groups)) AND "
                + states(switch (filter.box()) {
                    case MINE -> List.of(State.RETURNED, State.ASKED);
                    case THEIRS -> List.of(State.CHECKING, State.FILED, State.ANSWERED);
                    case DONE -> List.of(State.ACCEPTED, State.TAKEN_BACK);
                }));
        String kind = switch (filter.kind()) {
            case ALL -> "";
            case PLANS -> " AND f.gate = 'CHECKED_AND_FILED'";
            case FILINGS -> " AND f.gate = 'FILED'";
        };
        return "((" + String.join(") OR (", any) + "))" + kind;
    }

    private static <T> List<T> some(Collection<T> values, T none) {
        return values.isEmpty() ? List.of(none) : List.copyOf(values);
    }

    private static String states(List<State> states) {
        return "f.state IN ('" + String.join("', '", states.stream().map(Enum::name).toList()) + "')";
    }
}
