package org.jiaogongti.charter.counting;

/** Where an instance stands on a day; the stronger ones last. */
public enum Status {
    /** The target is reached by records that count up to the day. */
    MET("met"),
    /** Not reached, and it still could be. */
    OPEN("open"),
    /** Not reached, and the last possible day has passed. */
    MISSED("missed"),
    /** Nothing counted, and the first possible day is still to come. */
    NOT_YET("not-yet"),
    /** A permission, whatever the progress. */
    OPTIONAL("optional"),
    /** A decision waives it wholly. */
    WAIVED("waived"),
    /** A later law forbids it. */
    SUSPENDED("suspended");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** The word on the command line. */
    public String word() {
        return word;
    }
}
