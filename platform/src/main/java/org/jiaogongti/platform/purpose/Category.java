package org.jiaogongti.platform.purpose;

/** Kinds of data about pupils, from those that tell least. No kind is for what the body shows or for health: none is collected. */
public enum Category {
    GRADE_AND_CLASS, PUPIL_NUMBER, NAME, ATTENDANCE, SCORE, RESPONSE, WORK, PICTURE
}
