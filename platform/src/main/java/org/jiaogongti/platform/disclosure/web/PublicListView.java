package org.jiaogongti.platform.disclosure.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jiaogongti.platform.disclosure.Category;
import org.jiaogongti.platform.disclosure.PublicShelf.Listed;
import org.jspecify.annotations.Nullable;

/**
 * The public list.
 *
 * @param words searched for, or empty
 * @param kind one category, or null for all
 * @param paged whether it is not the first page
 */
public record PublicListView(Site site, Listed listed, String words, @Nullable Category kind, boolean paged) {

    public String code() {
        return site.code();
    }

    /** The number under which the public asks, or empty. */
    public String phone() {
        return site.phone();
    }

    public String district() {
        return site.name();
    }

    public String chosen() {
        return kind == null ? "" : kind.name();
    }

    public @Nullable String first() {
        return paged ? address("") : null;
    }

    public @Nullable String next() {
        return listed.more() ? address(listed.rows().getLast().id().toString()) : null;
    }

    private String address(String after) {
        return "/public/" + site.code() + "?kind=" + chosen() + "&q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8) + (after.isEmpty() ? "" : "&after=" + after);
    }
}
