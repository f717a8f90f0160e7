package org.jiaogongti.platform.shell;

/** A language the pages exist in; Chinese is the default. */
public enum Language {

    ZH("zh", "zh-CN"), EN("en", "en");

    private final String code;
    private final String tag;

    Language(String code, String tag) {
        this.code = code;
        this.tag = tag;
    }

    /** The ending of the message files' names. */
    public String code() {
        return code;
    }

    /** For the attribute {@code lang}. */
    public String tag() {
        return tag;
    }
}
