package org.jiaogongti.charter.explaining;

/** What people call a school, a community or a subject. */
@FunctionalInterface
public interface Names {

    /** Ids that are names already. */
    Names AS_THEY_ARE = id -> id;

    String of(String id);
}
