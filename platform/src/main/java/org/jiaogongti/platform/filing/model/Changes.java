package org.jiaogongti.platform.filing.model;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of a text, as runs that stayed, went and came. Characters are compared for Chinese, whole words and numbers for
 * everything else; a short agreement between two changes is no agreement for a reader, so it joins them.
 */
public final class Changes {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9.:]+|\\s|.", Pattern.DOTALL);
    /** Up to this many characters between two changes are read as changed. */
    private static final int BRIDGE = 2;

    private Changes() {}

    /** What happened to a run of text. */
    public enum Fate {
        KEPT, REMOVED, ADDED
    }

    /** A run of text. */
    public record Run(Fate fate, String text) {}

    /** In the order in which they are read, what went before what came. */
    public static List<Run> between(String before, String after) {
        List<String> left = tokens(before);
        List<String> right = tokens(after);
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(left, right).getDeltas()) {
            add(runs, Fate.KEPT, left.subList(at, delta.getSource().getPosition()));
            add(runs, Fate.REMOVED, delta.getSource().getLines());
            add(runs, Fate.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().getLines().size();
        }
        add(runs, Fate.KEPT, left.subList(at, left.size()));
        return bridged(runs);
    }

    /** How often something of a kind happened. */
    public static long count(List<Run> runs, Fate fate) {
        return runs.stream().filter(run -> run.fate() == fate).count();
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static void add(List<Run> runs, Fate fate, List<String> tokens) {
        if (!tokens.isEmpty()) {
            runs.add(new Run(fate, String.join("", tokens)));
        }
    }

    private static List<Run> bridged(List<Run> runs) {
        List<Run> out = new ArrayList<>();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        for (int index = 0; index < runs.size(); index++) {
            Run run = runs.get(index);
            boolean open = !removed.isEmpty() && !added.isEmpty();
            boolean between = index + 1 < runs.size() && open && run.text().length() <= BRIDGE
                    && !run.text().contains("\n");
            switch (run.fate()) {
                case REMOVED -> removed.append(run.text());
                case ADDED -> added.append(run.text());
                case KEPT -> {
                    if (between) {
                        removed.append(run.text());
                        added.append(run.text());
                    } else {
                        flush(out, removed, added);
                        out.add(run);
                    }
                }
            }
        }
        flush(out, removed, added);
        return out;
    }

    private static void flush(List<Run> out, StringBuilder removed, StringBuilder added) {
        if (!removed.isEmpty()) {
            out.add(new Run(Fate.REMOVED, removed.toString()));
        }
        if (!added.isEmpty()) {
            out.add(new Run(Fate.ADDED, added.toString()));
        }
        removed.setLength(0);
        added.setLength(0);
    }
}
