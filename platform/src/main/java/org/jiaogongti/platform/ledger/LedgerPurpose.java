package org.jiaogongti.platform.ledger;

/** What a ledger is taken away for; names of people leave only for a purpose, which the journal keeps. */
public enum LedgerPurpose {
    /** 不带姓名: none is needed. */
    NAMELESS,
    /** 迎接督查检查. */
    INSPECTION,
    /** 年度考核. */
    APPRAISAL,
    /** 存档. */
    FILES;

    public boolean names() {
        return this != NAMELESS;
    }
}
