package org.jiaogongti.platform.obligation;

import java.util.UUID;

/** The record a fact comes from, opaque here: {@code occasion}, {@code placement}. A fact's own source is the id as text. */
public record Source(String kind, UUID id) {

    /** The word under which occasions are kept; an each-time instance names one as its counterpart. */
    public static final String OCCASION = "occasion";
}
