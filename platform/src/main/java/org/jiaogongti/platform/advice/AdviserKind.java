package org.jiaogongti.platform.advice;

/** The notice's three kinds of advisers, 三(一)1: 管理顾问, 教学顾问, 科研顾问. */
public enum AdviserKind {
    MANAGEMENT, TEACHING, RESEARCH;

    /** The message key of its name. */
    public String key() {
        return "advice.kind." + name();
    }
}
