package org.jiaogongti.platform.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a piece of work sends to the database: on the test's thread, in the requests it makes, and on threads these
 * start. What the server does by itself meanwhile is not counted (the sweep of ended sessions runs each full minute).
 * Statements for the session, for the district and for rights are counted apart. A batch counts once.
 *
 * <pre>
 * SqlCount count = SqlCount.of(() -> visitor.get("/board"));
 * count.assertSelects(3);
 * </pre>
 *
 * A statement is about rights when it starts with the comment {@code -- rights} or reads a table of {@code access}.
 */
public final class SqlCount {

    /** What a statement is for. */
    public enum Kind {
        SELECT, INSERT, UPDATE, DELETE, OTHER, SESSION, DISTRICT, RIGHTS;

        static Kind of(String sql) {
            String text = sql.strip().toLowerCase(Locale.ROOT);
            if (text.contains("lib.spring_session")) {
                return SESSION;
            }
            if (text.contains("set_config('jgt.district'")) {
                return DISTRICT;
            }
            if (text.startsWith("-- rights") || text.contains(" access.")) {
                return RIGHTS;
            }
            String bare = text.replaceFirst("(?s)^(--[^\n]*\n|/\\*.*?\\*/|\\s)+", "");
            if (bare.startsWith("with")) {
                // A statement that writes inside WITH is a write, whatever it returns in the end.
                return bare.contains("insert into")
                        ? INSERT
                        : bare.contains("update ") && bare.contains(" set ")
                                ? UPDATE
                                : bare.contains("delete from") ? DELETE : SELECT;
            }
            return switch (bare.split("\\W", 2)[0]) {
                case "select", "values" -> SELECT;
                case "insert", "copy" -> INSERT;
                case "update" -> UPDATE;
                case "delete" -> DELETE;
                default -> OTHER;
            };
        }
    }

    /** Set on the threads whose statements count, and on those they start. */
    static final InheritableThreadLocal<Boolean> COUNTED = new InheritableThreadLocal<>();
    private static final Object LOCK = new Object();
    private static @Nullable List<String> recording;

    private final List<String> statements;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    private SqlCount(List<String> statements) {
        this.statements = List.copyOf(statements);
        statements.forEach(sql -> counts.merge(Kind.of(sql), 1, Integer::sum));
    }

    /** Counts what {@code work} causes, to the end of the requests it makes; only one count runs at a time. */
    public static SqlCount of(Runnable work) {
        RequestsUnderWay.await();
        synchronized (LOCK) {
            recording = new ArrayList<>();
        }
        try {
            COUNTED.set(true);
            work.run();
            RequestsUnderWay.await();
        } catch (RuntimeException | Error failed) {
            stop();
            throw failed;
        } finally {
            COUNTED.remove();
        }
        return new SqlCount(stop());
    }

    private static List<String> stop() {
        synchronized (LOCK) {
            List<String> done = recording == null ? List.of() : recording;
            recording = null;
            return done;
        }
    }

    /** The value of {@code work} together with its count. */
    public static <T> Counted<T> measure(Supplier<T> work) {
        List<T> value = new ArrayList<>(1);
        SqlCount count = of(() -> value.add(work.get()));
        return new Counted<>(value.getFirst(), count);
    }

    /** A value and what it cost. */
    public record Counted<T>(T value, SqlCount sql) {}

    static void record(String sql) {
        synchronized (LOCK) {
            if (recording != null && COUNTED.get() != null) {
                recording.add(sql);
            }
        }
    }

    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    public int selects() {
        return count(Kind.SELECT);
    }

    /** Inserts, updates and deletes. */
    public int writes() {
        return count(Kind.INSERT) + count(Kind.UPDATE) + count(Kind.DELETE);
    }

    public List<String> statements() {
        return statements;
    }

    public SqlCount assertSelects(int expected) {
        return assertCount(Kind.SELECT, expected);
    }

    public SqlCount assertSelectsAtMost(int most) {
        if (selects() > most) {
            throw new AssertionError(selects() + " selects, at most " + most + " allowed: " + this);
        }
        return this;
    }

    public SqlCount assertCount(Kind kind, int expected) {
        if (count(kind) != expected) {
            throw new AssertionError(count(kind) + " × " + kind + " instead of " + expected + ": " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return counts + "\n" + String.join("\n----\n", statements);
    }
}
