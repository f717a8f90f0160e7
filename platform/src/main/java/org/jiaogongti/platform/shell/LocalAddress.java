package org.jiaogongti.platform.shell;

/** Keeps redirects inside this site, whatever a form or an address asks for. */
public final class LocalAddress {

    private LocalAddress() {}

    /** The address if it is a path of this site, else the home page. */
    public static String orHome(@org.jspecify.annotations.Nullable String asked) {
        return asked != null && local(asked) ? asked : "/";
    }

    private static boolean local(String asked) {
        // A browser reads "//host" and "/\host" as another site.
        return asked.startsWith("/") && !asked.startsWith("//") && asked.indexOf('\\') < 0
                && asked.chars().noneMatch(c -> c < 0x20 || c == 0x7f);
    }
}
