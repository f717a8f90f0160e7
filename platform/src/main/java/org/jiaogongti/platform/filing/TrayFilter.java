package org.jiaogongti.platform.filing;

/** Which filings a tray shows. */
public record TrayFilter(Box box, Kind kind) {

    /** 待我办, 等对方改, 办完的. */
    public enum Box {
        MINE, THEIRS, DONE
    }

    /** 全部, 方案, 报备. */
    public enum Kind {
        ALL, PLANS, FILINGS
    }
}
