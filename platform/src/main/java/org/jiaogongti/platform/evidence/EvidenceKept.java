package org.jiaogongti.platform.evidence;

/** A file has its row; whoever makes previews may begin. Opaque on purpose: the event log holds no personal data. */
public record EvidenceKept(String district, String sha256) {}
