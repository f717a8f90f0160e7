package org.jiaogongti.platform.evidence.model;

/** A sender's file name made fit to be shown. */
public final class CleanName {

    private static final int LONGEST = 120;

    private CleanName() {}

    /** Drops folders, control and direction characters; keeps rare characters whole; never empty. */
    public static String of(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        last.codePoints().filter(CleanName::harmless).limit(LONGEST)
                .forEach(kept::appendCodePoint);
        String name = kept.toString().strip();
        return name.isEmpty() || name.chars().allMatch(c -> c == '.') ? "文件" : name;
    }

    private static boolean harmless(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR
                && "<>:\"|?*".indexOf(character) < 0;
    }
}
