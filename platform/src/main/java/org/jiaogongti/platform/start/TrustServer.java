package org.jiaogongti.platform.start;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hands out the authority's certificate and says how to trust it, over plain http: before that a phone warns of https. */
final class TrustServer implements AutoCloseable {

    private final HttpServer server;

    private TrustServer(HttpServer server) {
        this.server = server;
    }

    static TrustServer start(int port, Path authority, String address) throws IOException {
        byte[] certificate = Files.readAllBytes(authority);
        byte[] page = page(address).getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/", exchange -> answer(exchange,
                exchange.getRequestURI().getPath().equals("/") ? 200 : 404, "text/html; charset=utf-8", page));
        server.createContext("/ca.crt", exchange -> answer(exchange, 200, "application/x-x509-ca-cert", certificate));
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
        return new TrustServer(server);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            boolean read = exchange.getRequestMethod().equals("GET") || exchange.getRequestMethod().equals("HEAD");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
            exchange.sendResponseHeaders(read ? status : 405,
                    exchange.getRequestMethod().equals("GET") ? body.length : -1);
            if (exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String page(String address) throws IOException {
        try (InputStream in = TrustServer.class.getResourceAsStream("/trust.html")) {
            if (in == null) {
                throw new IOException("trust.html is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{address}", address);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
