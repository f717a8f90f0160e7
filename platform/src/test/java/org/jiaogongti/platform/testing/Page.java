package org.jiaogongti.platform.testing;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What the server answered. */
@SuppressWarnings("ArrayRecordComponent") // pages are not compared
public record Page(URI address, int status, HttpHeaders headers, byte[] bytes) {

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public Document html() {
        return Jsoup.parse(text(), address.toString());
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Path and query of the redirect, or an empty text. */
    public String location() {
        String location = header("Location");
        if (location.isEmpty()) {
            return "";
        }
        URI target = address.resolve(location);
        return target.getRawQuery() == null ? target.getRawPath() : target.getRawPath() + "?" + target.getRawQuery();
    }

    @Override
    public String toString() {
        return address + " " + status + " " + headers.map() + "\n" + text();
    }
}
