package org.jiaogongti.platform.school;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetLine;

/** Schools as spreadsheets name them: by the whole name, by the short one where no other school has it, or by the code. */
public final class KnownSchools {

    private final Map<String, School> byWord;

    private KnownSchools(Map<String, School> byWord) {
        this.byWord = byWord;
    }

    public static KnownSchools of(Collection<School> schools) {
        Map<String, School> byWord = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (School school : schools) {
            School other = byWord.put(school.shortName(), school);
            if (other != null && !other.id().equals(school.id())) {
                several.add(school.shortName());
            }
        }
        several.forEach(byWord::remove);
        for (School school : schools) {
            byWord.put(school.name(), school);
            if (school.code() != null) {
                byWord.put(school.code(), school);
            }
        }
        return new KnownSchools(byWord);
    }

    public boolean knows(String word) {
        return byWord.containsKey(word);
    }

    /** The school's id; asked only after a check. */
    public UUID id(String word) {
        School school = byWord.get(word);
        if (school == null) {
            throw new IllegalArgumentException("no school " + word + "\nCheck the rows before putting them in.");
        }
        return school.id();
    }

    /** The school's whole name, or the word itself where it names none. */
    public String name(String word) {
        School school = byWord.get(word);
        return school == null ? word : school.name();
    }

    /** Rows whose column names no school. */
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, String column) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        for (SheetLine line : lines) {
            String word = line.row().get(column);
            if (!word.isEmpty() && !knows(word)) {
                problems.put(line.number(), List.of(Problem.at(column, "school.sheet.unknown", word)));
            }
        }
        return problems;
    }
}
