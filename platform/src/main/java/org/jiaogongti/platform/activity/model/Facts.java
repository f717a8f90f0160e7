package org.jiaogongti.platform.activity.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Paper;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Papers;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jspecify.annotations.Nullable;

/** An occasion as the facts that duties are counted from. */
public final class Facts {

    private Facts() {}

    /** The same for what is only being typed: nothing was filed about it yet. */
    public static List<OccasionPart> of(UUID source, Said said, OccasionState state) {
        return of(source, said, state, Papers.NONE, Set.of());
    }

    /**
     * One fact for each part and each community it belongs to. The part's kind is its name within the occasion; in a
     * further community that community's id follows, so that a part counts once in a duty of each.
     */
    private static List<OccasionPart> of(UUID source, Said said, OccasionState state, Papers papers,
            Set<Paper> owes) {
        List<OccasionPart> facts = new ArrayList<>();
        Map<String, Integer> participants = new HashMap<>();
        said.participants().forEach((school, people) -> participants.put(school.toString(), people));
        for (Part part : said.parts()) {
            for (UUID community : said.communities()) {
                facts.add(new OccasionPart(source.toString(), name(said, part, community), part.kind(), said.date(),
                        community.toString(), text(host(said)), text(said.leader()), said.leaderRank(),
                        said.subject(), said.grades(), part.lessons(), participants, papers.filedOn(),
                        papers.approvedOn(), state, said.online(),
                        part.kind().equals(said.mainKind()) ? owes : Set.of()));
            }
        }
        return facts;
    }

    private static String name(Said said, Part part, UUID community) {
        return community.equals(said.community()) ? part.kind() : part.kind() + "@" + community;
    }

    /** A point that is a school of its own hosts by itself; whether it counts for its central school is a reading. */
    private static @Nullable UUID host(Said said) {
        Occasion.Site site = said.site();
        return site == null || site.school() == null ? said.host() : site.school();
    }

    /**
     * Facts of an entry and of those joined to it, as one occasion. Empty where nothing of it is left to count.
     *
     * @param gates what a kind needs beforehand; one paper an occasion, by its main kind
     */
    public static List<OccasionPart> of(Occasion first, List<Occasion> joined, Function<String, Gate> gates) {
        List<Occasion> living = joined.stream().filter(Facts::lives).toList();
        if (!lives(first)) {
            return List.of();
        }
        boolean disputed = first.disputed() || living.stream().anyMatch(Occasion::disputed);
        Papers papers = living.stream().map(Occasion::papers).reduce(first.papers(), Papers::or);
        return of(first.id(), merged(first.said(), living.stream().map(Occasion::said).toList()),
                disputed ? OccasionState.DISPUTED : state(first.state()), papers,
                owed(gates.apply(first.said().mainKind())));
    }

    private static Set<Paper> owed(Gate gate) {
        return switch (gate) {
            case NONE -> Set.of();
            case FILED -> Set.of(Paper.FILING);
            case CHECKED_AND_FILED -> Set.of(Paper.FILING, Paper.PLAN);
        };
    }

    private static boolean lives(Occasion occasion) {
        return occasion.state() != Occasion.State.WITHDRAWN;
    }

    private static OccasionState state(Occasion.State state) {
        return switch (state) {
            case PLANNED -> OccasionState.PLANNED;
            case HELD -> OccasionState.HELD;
            case CANCELLED, WITHDRAWN -> OccasionState.CANCELLED;
        };
    }

    /**
     * What two schools wrote of the same thing, counted once: where both say something, the first entry holds; what only
     * the other says is added.
     */
    public static Said merged(Said first, List<Said> others) {
        Map<String, Part> parts = new LinkedHashMap<>();
        first.parts().forEach(part -> parts.put(part.kind(), part));
        Map<UUID, Integer> participants = new HashMap<>(first.participants());
        Map<String, FieldValue> fields = new HashMap<>(first.fields());
        Set<UUID> alsoIn = new LinkedHashSet<>(first.alsoIn());
        Said filled = first;
        for (Said other : others) {
            other.parts().forEach(part -> parts.putIfAbsent(part.kind(), part));
            other.participants().forEach(participants::putIfAbsent);
            other.fields().forEach(fields::putIfAbsent);
            alsoIn.addAll(other.communities());
            filled = filled(filled, other);
        }
        alsoIn.remove(first.community());
        return new Said(first.date(), first.dayPart(), first.community(), first.school(), filled.host(),
                filled.leader(), filled.leaderRank(), first.people(), List.copyOf(parts.values()), filled.subject(),
                filled.grades(), first.className(), first.topic(), participants, fields, List.copyOf(alsoIn),
                filled.site());
    }

    private static Said filled(Said first, Said other) {
        return new Said(first.date(), first.dayPart(), first.community(), first.school(),
                first.host() == null ? other.host() : first.host(),
                first.leader() == null ? other.leader() : first.leader(),
                first.leaderRank() == null ? other.leaderRank() : first.leaderRank(), first.people(), first.parts(),
                first.subject() == null ? other.subject() : first.subject(),
                first.grades().isEmpty() ? other.grades() : first.grades(), first.className(), first.topic(),
                first.participants(), first.fields(), first.alsoIn(),
                first.site() == null && sameHost(first, other) ? other.site() : first.site());
    }

    private static boolean sameHost(Said first, Said other) {
        return first.host() == null || first.host().equals(other.host());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
