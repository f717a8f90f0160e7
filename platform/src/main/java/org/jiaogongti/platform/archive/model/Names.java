package org.jiaogongti.platform.archive.model;

import java.util.regex.Pattern;

/** Names of the files in an archive. Nothing is ever unpacked by the name that an archive gives it: names are made here. */
public final class Names {

    /** The last but one: it holds the sums of all before it. */
    public static final String MANIFEST = "manifest.json";
    /** The last: it is sealed together with the manifest's sum. */
    public static final String KEYS = "keys.json";

    private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z][a-z0-9_]*");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private Names() {}

    public static boolean isTable(String name) {
        return TABLE.matcher(name).matches();
    }

    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    public static String table(String table) {
        return "tables/" + table + ".csv";
    }

    public static String evidence(String sha256) {
        return "evidence/" + sha256.substring(0, 2) + "/" + sha256;
    }
}
