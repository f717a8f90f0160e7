package org.jiaogongti.platform.access.web;

/** Files that are the same for everybody: no session is read for them. */
final class StaticPaths {

    private StaticPaths() {}

    static boolean contains(String path) {
        return path.startsWith("/css/") || path.startsWith("/js/") || path.startsWith("/webjars/")
                || path.startsWith("/icons") || path.startsWith("/favicon") || path.equals("/sw.js")
                || path.equals("/manifest.webmanifest");
    }
}
