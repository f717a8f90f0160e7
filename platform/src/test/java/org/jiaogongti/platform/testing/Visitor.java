package org.jiaogongti.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A person at a browser without script: own cookies, follows no redirect by itself, sends forms as they stand. */
public final class Visitor {

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(10)).build();

    private String tokenOf = "";
    private String token = "";

    public Visitor(String base) {
        this.base = base;
    }

    public String base() {
        return base;
    }

    public CookieManager cookies() {
        return cookies;
    }

    /** Another person at the same server. */
    public Visitor another() {
        return new Visitor(base);
    }

    /** Somebody of the sample world in a browser of their own, signed in by the button that bears the name or the role. */
    public Visitor as(String name) {
        Visitor person = another();
        Page door = person.get("/sign-in");
        String account = door.html().select("button[name=account]:contains(" + name + ")").val();
        assertThat(person.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status()).as(name)
                .isEqualTo(303);
        return person;
    }

    public Page get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /** The token that this session's forms carry, from a page that has one; looked up once a session. */
    public String formToken() {
        if (!cookies.getCookieStore().getCookies().toString().equals(tokenOf)) {
            Page own = get("/me");
            token = (own.status() == 200 ? own : get("/sign-in")).html().select("input[name=_csrf]").val();
            tokenOf = cookies.getCookieStore().getCookies().toString();
        }
        return token;
    }

    /** Follows redirects until a page comes, ten at most. */
    public Page open(String path) {
        return follow(get(path));
    }

    public Page follow(Page page) {
        Page current = page;
        for (int hops = 0; hops < 10 && current.status() / 100 == 3 && current.status() != 304; hops++) {
            current = get(current.location());
        }
        return current;
    }

    /** Sends fields as a plain form would; nothing is added, so without a token it must be refused. */
    public Page post(String path, Map<String, String> fields, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(List.copyOf(fields.entrySet())))).build());
    }

    /**
     * Sends the form that {@code selector} finds on the page, with every field's present value (hidden token included),
     * after {@code changes} have replaced or added some.
     */
    public Page submit(Page page, String selector, Map<String, String> changes) {
        return submit(page, selector, changes, Map.of());
    }

    /** The same with text files chosen; by field. */
    public Page submit(Page page, String selector, Map<String, String> changes, Map<String, String> files) {
        Element found = page.html().selectFirst(selector);
        if (!(found instanceof FormElement form)) {
            throw new AssertionError("no form " + selector + " on " + page);
        }
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        Map<String, String> left = new LinkedHashMap<>(changes);
        for (var data : form.formData()) {
            if (files.containsKey(data.key())) {
                continue;
            }
            String changed = left.containsKey(data.key()) ? left.remove(data.key()) : data.value();
            fields.add(Map.entry(data.key(), changed));
        }
        fields.addAll(left.entrySet());
        String action = form.hasAttr("action") ? form.absUrl("action") : page.address().toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(action)).timeout(Duration.ofSeconds(60));
        if (form.attr("enctype").equals("multipart/form-data")) {
            String boundary = "----jgt7f3a91";
            request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.ofString(multipart(fields, files, boundary)));
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)));
        }
        return send(request.build());
    }

    public Page send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            Page page = new Page(answer.uri(), answer.statusCode(), answer.headers(), answer.body());
            if (page.text().contains("class=\"secret\"")) {
                Secrets.shown(page.html());
            }
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private static String encoded(List<Map.Entry<String, String>> fields) {
        fields.forEach(field -> Secrets.typed(field.getKey(), field.getValue()));
        return fields.stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String multipart(List<Map.Entry<String, String>> fields, Map<String, String> files,
            String boundary) {
        return Stream.concat(fields.stream().map(field -> part(boundary, field, "")),
                files.entrySet().stream().map(file -> part(boundary, file, "; filename=\"" + file.getKey() + ".txt\"")))
                .collect(Collectors.joining("", "", "--" + boundary + "--\r\n"));
    }

    private static String part(String boundary, Map.Entry<String, String> field, String more) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"" + more
                + "\r\n\r\n" + field.getValue() + "\r\n";
    }
}
