package org.jiaogongti.platform.testing;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.concurrent.Phaser;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Knows when the server is done with a request: it may go on working after its answer has reached the visitor. What the
 * request sends to the database counts ({@link SqlCount}).
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestsUnderWay implements Filter {

    private static final Phaser UNDER_WAY = new Phaser(1);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        UNDER_WAY.register();
        try {
            SqlCount.COUNTED.set(true);
            chain.doFilter(request, response);
        } finally {
            SqlCount.COUNTED.remove();
            UNDER_WAY.arriveAndDeregister();
        }
    }

    /** Returns once every request that had begun is over. */
    static void await() {
        UNDER_WAY.arriveAndAwaitAdvance();
    }
}
