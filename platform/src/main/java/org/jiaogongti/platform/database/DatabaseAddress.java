package org.jiaogongti.platform.database;

/** Where the database is and what its two roles need: the owner migrates, the application works. */
public record DatabaseAddress(String url, String ownerPassword, String appPassword) {

    /** Owns every table; used for migrations only. */
    public static final String OWNER = "jgt_owner";
    /** Owns nothing and is bound by row-level security. */
    public static final String APP = "jgt_app";
    /** Name of the database. */
    public static final String NAME = "jiaogongti";

    @Override
    public String toString() {
        return "DatabaseAddress[" + url + "]";
    }
}
