package org.jiaogongti.platform.agenda.model;

/**
 * Two things that want the same at the same time.
 *
 * @param plan one that could still be moved
 */
public record Clash(Commitment plan, Commitment other, Claim claim) {}
