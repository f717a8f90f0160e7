package org.jiaogongti.platform.purpose;

import java.util.UUID;

/** A pupil, by a key that says nothing about them; column type {@code lib.pupil}. */
public record PupilKey(UUID value) {}
