package org.jiaogongti.platform.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The line between a browser and the server, which can be cut and mended. The browser's own switch for going offline does not
 * reach its service workers, and it cannot lose an answer whose question has arrived.
 */
final class Cable implements AutoCloseable {

    private final ServerSocket end;
    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile String losesAnswerTo = "";
    private final AtomicInteger lost = new AtomicInteger();

    Cable(String base) {
        server = URI.create(base);
        try {
            end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** A browser trusts this name with workers without https. */
    String base() {
        return "http://localhost:" + end.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(Cable::hangUp);
    }

    void mend() {
        cut = false;
    }

    /** The next request that begins so arrives, and nobody hears what became of it. */
    void loseTheAnswerTo(String request) {
        losesAnswerTo = request;
    }

    int lost() {
        return lost.get();
    }

    private void accept() {
        while (!end.isClosed()) {
            try {
                Socket browser = end.accept();
                if (cut) {
                    hangUp(browser);
                } else {
                    connect(browser);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket browser) throws IOException {
        Socket platform = new Socket(server.getHost(), server.getPort());
        open.add(browser);
        open.add(platform);
        Line line = new Line(browser, platform);
        Thread.ofVirtual().start(() -> line.carry(browser, platform));
        Thread.ofVirtual().start(() -> line.carry(platform, browser));
    }

    /** One connection; what is lost once on it stays lost. */
    private final class Line {

        private final Socket browser;
        private final Socket platform;
        private volatile boolean deaf;

        Line(Socket browser, Socket platform) {
            this.browser = browser;
            this.platform = platform;
        }

        void carry(Socket from, Socket to) {
            byte[] some = new byte[16_384];
            try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                for (int read = in.read(some); read >= 0; read = in.read(some)) {
                    if (from.equals(browser)) {
                        listen(some, read);
                    } else if (deaf) {
                        lost.incrementAndGet();
                        break;
                    }
                    out.write(some, 0, read);
                    out.flush();
                }
            } catch (IOException gone) {
                // One of the two hung up: so does the other.
            } finally {
                hangUp(browser);
                hangUp(platform);
                open.remove(browser);
                open.remove(platform);
            }
        }

        private void listen(byte[] some, int read) {
            String wanted = losesAnswerTo;
            if (!wanted.isEmpty() && new String(some, 0, read, StandardCharsets.ISO_8859_1).startsWith(wanted)) {
                losesAnswerTo = "";
                deaf = true;
            }
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }

    @Override
    public void close() {
        cut();
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
