package org.jiaogongti.platform.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends to other systems, outside of every transaction. Redirects are not followed; of an answer only the beginning is read. */
@Component
public class OutsideCalls {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideCalls.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int READ = 4096;

    private final OutsideSettings settings;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    OutsideCalls(OutsideSettings settings) {
        this.settings = settings;
    }

    /** What came back. */
    public sealed interface Answer {

        /** An answer, with the beginning of its text. */
        record Given(int status, String text) implements Answer {}

        /** None in time. */
        record Silent() implements Answer {}

        /** The address is not one this server may call. */
        record Forbidden() implements Answer {}
    }

    /** The address where it may be a receiver at all: https, or a named host; no user name, no fragment. */
    public Optional<URI> address(String url) {
        return Receivers.address(url, settings.hosts());
    }

    /** Whether whoever runs the server has named a host, so that it may lie inside. */
    public boolean named(String host) {
        return settings.hosts().contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether a host lies outside, or is named; looked up anew each time. */
    public boolean reachable(String host) {
        return Receivers.reachable(host, settings.hosts());
    }

    public Answer post(String url, Map<String, String> headers, String json) {
        URI uri = address(url).orElse(null);
        if (uri == null || !reachable(uri.getHost())) {
            return new Answer.Forbidden();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(ANSWER)
                .header("Content-Type", "application/json").header("User-Agent", "jiaogongti");
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> response = client.send(
                    request.POST(HttpRequest.BodyPublishers.ofString(json)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Answer.Given(response.statusCode(),
                        new String(body.readNBytes(READ), StandardCharsets.UTF_8));
            }
        } catch (IOException noAnswer) {
            LOG.info("{} did not answer: {}", uri.getHost(), noAnswer.toString());
            return new Answer.Silent();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Answer.Silent();
        }
    }
}
