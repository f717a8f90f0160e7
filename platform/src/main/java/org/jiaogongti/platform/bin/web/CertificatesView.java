package org.jiaogongti.platform.bin.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of certificates.
 *
 * @param first the first page, or null where this is it
 * @param next the next page, or null at the end
 */
public record CertificatesView(List<Paper> rows, @Nullable String first, @Nullable String next) {

    /**
     * One of them.
     *
     * @param what whose things, how many, with how many rows
     */
    public record Paper(long line, String what, String when, String places, String hash) {}
}
