package org.jiaogongti.platform.inspection.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.inspection.Sample.Candidate;

/**
 * A draw that anybody can repeat: every activity has the lot SHA-256 of "seed:id" in hexadecimal, and in each kind those with
 * the smallest lots are drawn. Each kind gives its share of the sample by the largest remainder, and where the sample has room
 * each kind gives one at least.
 */
public final class Drawing {

    private Drawing() {}

    /** Those drawn, by kind and lot; the order in which the population is given says nothing. */
    public static List<Candidate> draw(Collection<Candidate> population, long seed, int size) {
        Map<String, List<Candidate>> kinds = population.stream().distinct()
                .collect(Collectors.groupingBy(Candidate::kind, TreeMap::new, Collectors.toList()));
        Map<String, Integer> shares = shares(kinds, size, seed);
        List<Candidate> drawn = new ArrayList<>();
        kinds.forEach((kind, all) -> all.stream()
                .sorted(Comparator.comparing(each -> lot(seed, each.occasion().toString())))
                .limit(shares.getOrDefault(kind, 0)).forEach(drawn::add));
        return drawn;
    }

    /** How many each kind gives. Of kinds with equal remainders the one with the smaller lot is given the place. */
    private static Map<String, Integer> shares(Map<String, List<Candidate>> kinds, int size, long seed) {
        int all = kinds.values().stream().mapToInt(List::size).sum();
        int places = Math.min(size, all);
        Map<String, Integer> shares = new TreeMap<>();
        int atLeast = places >= kinds.size() ? 1 : 0;
        kinds.forEach((kind, of) -> shares.put(kind,
                Math.max(atLeast, (int) ((long) places * of.size() / Math.max(1, all)))));
        int given = shares.values().stream().mapToInt(Integer::intValue).sum();
        Comparator<String> neediest = Comparator
                .comparingLong((String kind) -> shortfall(kinds, shares, kind, places, all)).reversed()
                .thenComparing(kind -> lot(seed, kind));
        while (given != places) {
            boolean more = given < places;
            String next = shares.keySet().stream()
                    .filter(kind -> more
                            ? shares.getOrDefault(kind, 0) < kinds.getOrDefault(kind, List.of()).size()
                            : shares.getOrDefault(kind, 0) > atLeast)
                    .min(more ? neediest : neediest.reversed()).orElseThrow();
            shares.merge(next, more ? 1 : -1, Integer::sum);
            given += more ? 1 : -1;
        }
        return shares;
    }

    /** Its exact share less what it was given, in parts of one place times the population. */
    private static long shortfall(Map<String, List<Candidate>> kinds, Map<String, Integer> shares, String kind,
            int places, int all) {
        return (long) places * kinds.getOrDefault(kind, List.of()).size() - (long) shares.getOrDefault(kind, 0) * all;
    }

    private static String lot(long seed, String of) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest((seed + ":" + of).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256.\nUse a complete JDK.", missing);
        }
    }

    /** Whether drawing again gives the same. */
    public static boolean repeats(Collection<Candidate> population, long seed, int size, Collection<UUID> drawn) {
        Set<UUID> again = draw(population, seed, size).stream().map(Candidate::occasion).collect(Collectors.toSet());
        return again.equals(new HashSet<>(drawn));
    }
}
