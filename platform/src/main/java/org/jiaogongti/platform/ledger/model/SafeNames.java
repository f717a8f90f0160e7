package org.jiaogongti.platform.ledger.model;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names inside one archive that Windows opens as well: nothing it forbids, no reserved name, no sign that its Chinese code
 * page (GBK) lacks, no path beyond 200 characters, no two that differ only in case.
 */
public final class SafeNames {

    /** Windows takes 260 with the folder into which somebody unpacks. */
    public static final int LONGEST_PATH = 200;
    private static final int LONGEST_FOLDER = 60;
    private static final int LONGEST_SUFFIX = 10;
    private static final String FORBIDDEN = "<>:\"/\\|?*";
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");

    private final CharsetEncoder codePage = Charset.forName("GBK").newEncoder();
    private final Set<String> taken = new HashSet<>();

    /** The name of a folder at the top of the archive; the same every time it is asked for. */
    public String folder(String wanted) {
        return cut(clean(wanted), LONGEST_FOLDER);
    }

    /**
     * The whole path of a file, unlike every other so far.
     *
     * @param folder a cleaned path, or empty
     */
    public String file(String folder, String wanted) {
        String name = clean(wanted);
        int dot = name.lastIndexOf('.');
        boolean suffixed = dot > 0 && name.length() - dot <= LONGEST_SUFFIX;
        String suffix = suffixed ? name.substring(dot) : "";
        String stem = suffixed ? name.substring(0, dot) : name;
        String before = folder.isEmpty() ? "" : folder + "/";
        for (int copy = 1;; copy++) {
            String number = copy == 1 ? "" : " (" + copy + ")";
            int room = LONGEST_PATH - before.length() - suffix.length() - number.length();
            String path = before + cut(stem, room) + number + suffix;
            if (taken.add(path.toLowerCase(Locale.ROOT))) {
                return path;
            }
        }
    }

    private String clean(String wanted) {
        StringBuilder kept = new StringBuilder();
        wanted.codePoints().forEach(sign -> kept.append(fit(sign)));
        String name = kept.toString().strip().replaceFirst("[. ]+$", "");
        if (name.isEmpty()) {
            return "_";
        }
        return RESERVED.matcher(name).matches() ? "_" + name : name;
    }

    private char fit(int sign) {
        boolean one = Character.isBmpCodePoint(sign) && !Character.isISOControl(sign)
                && FORBIDDEN.indexOf(sign) < 0;
        return one && codePage.canEncode((char) sign) ? (char) sign : '_';
    }

    private static String cut(String name, int longest) {
        return name.length() <= longest ? name : name.substring(0, longest).replaceFirst("[. ]+$", "");
    }
}
