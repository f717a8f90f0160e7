package org.jiaogongti.platform.ledger.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.activity.OccasionLine;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.ledger.Ledger.Section;

/** The pieces of evidence of one section, numbered in the order of its records; each once, whatever it proves. */
public final class EvidenceList {

    private final Map<UUID, Piece> pieces = new LinkedHashMap<>();
    private final Map<UUID, List<Integer>> ofRecord = new HashMap<>();

    private EvidenceList() {}

    /** One numbered piece and the record it belongs to. */
    public record Piece(int number, OccasionLine line, EvidenceItem item) {}

    public static EvidenceList of(Section section) {
        EvidenceList list = new EvidenceList();
        section.rows().forEach(row -> list.add(row.line()));
        return list;
    }

    private void add(OccasionLine line) {
        for (EvidenceItem item : line.evidence()) {
            if (!pieces.containsKey(item.id())) {
                Piece piece = new Piece(pieces.size() + 1, line, item);
                pieces.put(item.id(), piece);
                ofRecord.computeIfAbsent(line.id(), _ -> new ArrayList<>()).add(piece.number());
            }
        }
    }

    public List<Piece> pieces() {
        return List.copyOf(pieces.values());
    }

    /** The numbers of a record's pieces, {@code 3-5} where they follow each other; empty where there are none. */
    public String numbers(UUID record) {
        List<Integer> numbers = ofRecord.getOrDefault(record, List.of());
        if (numbers.isEmpty()) {
            return "";
        }
        return numbers.size() == 1
                ? numbers.getFirst().toString()
                : numbers.getFirst() + "-" + numbers.getLast();
    }
}
