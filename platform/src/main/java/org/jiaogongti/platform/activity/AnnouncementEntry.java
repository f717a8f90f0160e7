package org.jiaogongti.platform.activity;

/** How somebody wants to announce an occasion, as typed. */
public record AnnouncementEntry(String entry, String audience, String places, String until, String words) {}
