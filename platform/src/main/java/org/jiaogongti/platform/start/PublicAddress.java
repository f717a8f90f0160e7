package org.jiaogongti.platform.start;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people reach an installation that stands behind a reverse proxy: {@code JGT_ADDRESS}. */
final class PublicAddress {

    static final String SETTING = "JGT_ADDRESS";

    private PublicAddress() {}

    /** Scheme, host and port without a slash at the end; empty where nothing is set. */
    static Optional<String> of(Map<String, String> environment) {
        String set = environment.getOrDefault(SETTING, "").strip();
        if (set.isEmpty()) {
            return Optional.empty();
        }
        String address = set.endsWith("/") ? set.substring(0, set.length() - 1) : set;
        if (!proper(address)) {
            throw new StartRefused(SETTING + " 应为 https://主机名，不带路径：" + set + "\n" + SETTING
                    + " must look like https://jgt.example.org, without a path.");
        }
        return Optional.of(address);
    }

    private static boolean proper(String address) {
        try {
            URI read = URI.create(address);
            @Nullable
            String host = read.getHost();
            return host != null && ("https".equals(read.getScheme()) || "http".equals(read.getScheme()))
                    && read.getUserInfo() == null && read.getPath().isEmpty() && read.getQuery() == null
                    && read.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
