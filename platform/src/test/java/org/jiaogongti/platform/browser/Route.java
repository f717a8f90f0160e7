package org.jiaogongti.platform.browser;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * A link's shape: its address with what varies taken out, so that a crawl visits one page of each shape.
 *
 * @param shape such as {@code /duties/#/#/#/#?term}
 * @param address the link itself
 */
record Route(String shape, String address) {

    private static final Pattern VARYING = Pattern
            .compile(
                    "[0-9a-f]{8}-[0-9a-f-]{27}|Q\\d\\d|(?<=/)G\\d+|\\d{6}|\\d{4}(-\\d{4})?(-\\d\\d?)*|%[0-9A-F%a-z]+|(?<=/)-(?=/|$)"
                            + "|(?<=/kinds/)(?!new)[a-z-]+[0-9a-f]*");

    static Route of(String link) {
        URI uri = URI.create(link);
        String path = VARYING.matcher(uri.getRawPath()).replaceAll("#").replaceAll("#+", "#");
        String query = uri.getRawQuery() == null
                ? ""
                : "?" + uri.getRawQuery().replaceAll("=[^&]*", "");
        String address = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return new Route(path + query, address);
    }

    /** Whether following the link shows a page; files and leaving are no pages. */
    boolean isPage() {
        return !shape.matches(
                ".*(export|\\.csv|\\.xlsx|\\.docx|\\.pdf|\\.yaml|\\.crt|/files/|/evidence/|/file(?![a-z])|sign-out|/webjars/|/api/|/thumbnail|/feed(?![a-z])).*");
    }

    String fileName() {
        return shape.replaceAll("[^A-Za-z0-9#-]+", "_").replaceFirst("^_", "").replaceFirst("^$", "home");
    }
}
