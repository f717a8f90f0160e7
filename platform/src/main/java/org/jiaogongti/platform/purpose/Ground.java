package org.jiaogongti.platform.purpose;

/** By what right data of pupils is processed. */
public enum Ground {
    /** A guardian's own consent to this purpose. */
    CONSENT,
    /** A duty by law whose clause is cited. */
    STATUTE
}
