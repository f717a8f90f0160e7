package org.jiaogongti.platform.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;

/**
 * A table that can be filled from a spreadsheet, given out as one, and filled again with what was given out. The module
 * that owns the table implements it; every method is called inside the import's transaction, with at most
 * {@link #BATCH} rows.
 */
public interface SheetKind {

    /** Rows handed over at once. */
    int BATCH = 1_000;

    /** Its word in addresses and message keys. */
    String code();

    /** Where it stands in the list: what other tables refer to comes first. */
    int position();

    /** Whether a district may well leave it empty. */
    default boolean optional() {
        return false;
    }

    boolean mayFill(Actor actor);

    List<Column> columns();

    /** Writes names as the table writes them (the short name of a school becomes its whole name); asked once a batch. */
    default UnaryOperator<SheetRow> canonical() {
        return UnaryOperator.identity();
    }

    /**
     * What is wrong with rows that are good in themselves, by row number: unknown schools, crossing periods.
     *
     * @param earlier good rows of the same file that were handed over before; the table may not hold them yet
     */
    Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier);

    /** What the table holds under these rows' natural keys, by {@link SheetRow#key}; a table of many rows answers by a select. */
    default Map<String, SheetRow> current(Collection<SheetRow> keys) {
        List<Column> columns = columns();
        Set<String> wanted = keys.stream().map(row -> row.key(columns)).collect(Collectors.toSet());
        return all().stream().filter(row -> wanted.contains(row.key(columns)))
                .collect(Collectors.toMap(row -> row.key(columns), row -> row));
    }

    /** What would move outside the table if these new rows went in; writes nothing. */
    default List<Consequence> consequences(List<SheetRow> fresh) {
        return List.of();
    }

    /** Inserts new rows and changes known ones. */
    void put(Actor actor, List<SheetRow> rows);

    /** Puts rows in and names what moved outside the table, so that what moved in several batches is told once. */
    default Set<String> take(Actor actor, List<SheetRow> rows) {
        put(actor, rows);
        return Set.of();
    }

    /**
     * Rows of an import that stay when it is taken back, with the reason, by row number. Where a table names none, an import
     * of which a row was changed since is not taken back at all.
     */
    default Map<Integer, Problem> staying(List<SheetLine> lines) {
        return Map.of();
    }

    /** Takes rows out that an import has put in; refused by the database where something else refers to them. */
    void remove(Actor actor, List<SheetRow> rows);

    /** How many rows there are; a table of many rows answers by a select. */
    default long count() {
        return all().size();
    }

    /** All rows, in the order of the natural key. */
    List<SheetRow> all();
}
