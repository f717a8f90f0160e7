package org.jiaogongti.measurement.diagnosis;

/** How the skills that an item needs work together. */
public enum Rule {

    /** All of them are needed; guess and slip. Junker and Sijtsma (2001), Applied Psychological Measurement 25. */
    DINA,

    /** One of them is enough; guess and slip. Templin and Henson (2006), Psychological Methods 11. */
    DINO,

    /** Every combination has its own probability. De la Torre (2011), Psychometrika 76. */
    GDINA,

    /** Each skill adds its own amount to the probability. De la Torre (2011), Psychometrika 76. */
    ACDM;

    /** Whether an item has only two probabilities. */
    public boolean twofold() {
        return this == DINA || this == DINO;
    }
}
