package org.jiaogongti.measurement.kernel;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs numbered pieces of work that do not touch each other, on one thread or several. */
public final class Threads implements AutoCloseable {

    private final @Nullable ForkJoinPool pool;

    /** So many threads; they start with the first work that has several pieces. */
    public Threads(int number) {
        this.pool = number > 1 ? new ForkJoinPool(number) : null;
    }

    /** Runs piece 0 to number - 1 and returns when all are done. */
    public void run(int number, IntConsumer piece) {
        if (pool == null || number < 2) {
            for (int i = 0; i < number; i++) {
                piece.accept(i);
            }
            return;
        }
        try {
            pool.submit(() -> IntStream.range(0, number).parallel().forEach(piece)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the middle of a fit\nStart it again.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
