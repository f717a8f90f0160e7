package org.jiaogongti.platform.appraisal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.appraising.Appraisal;
import org.jiaogongti.charter.appraising.Appraisal.Points;
import org.jiaogongti.charter.appraising.Appraisal.Weighed;
import org.jiaogongti.charter.appraising.BundledEvaluation;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.archive.Frozen;
import org.jiaogongti.charter.archive.Frozen.Asked;
import org.jiaogongti.charter.archive.Frozen.Rules;
import org.jiaogongti.charter.archive.YearResult;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.appraisal.CommunitySheet;
import org.jiaogongti.platform.appraisal.CommunitySheet.Member;
import org.jiaogongti.platform.appraisal.SheetPart;
import org.jiaogongti.platform.appraisal.SheetPlaces;
import org.jiaogongti.platform.appraisal.SheetPlaces.Place;
import org.jiaogongti.platform.appraisal.YearSheet;
import org.jiaogongti.platform.obligation.RuleTexts;
import org.jiaogongti.platform.obligation.YearLedger;

/**
 * What a year is computed from, and its sheets. The preview goes the same way as what is frozen, so that freezing changes
 * no figure.
 */
public final class Reckoning {

    private Reckoning() {}

    /**
     * The year's ledger as everything that a score is computed from.
     *
     * @param found what is known from elsewhere
     */
    public static Frozen frozen(YearLedger ledger, Period year, String scheme, Found found, Asked asked) {
        RuleTexts texts = ledger.rules();
        LocalDate last = year.days().last().isBefore(ledger.asOf()) ? year.days().last() : ledger.asOf();
        World world = ledger.inForce().world();
        Map<String, List<String>> schools = new LinkedHashMap<>();
        for (String community : world.communities()) {
            List<String> inside = world.memberships(community, last).stream().map(World.Membership::school).toList();
            if (!inside.isEmpty()) {
                schools.put(community, inside);
            }
        }
        return new Frozen(new Rules(texts.charter(), texts.overlays(), Map.of(), texts.factTypes(), scheme), asked,
                schools, world, ledger.facts(), ledger.waivers(), found.inspected(), found.before());
    }

    /** Schools and communities by their ids. Two of one name are told apart, or they would share a grant. */
    public static SheetPlaces places(YearLedger ledger, Frozen frozen) {
        Map<String, Place> places = new HashMap<>();
        Map<String, String> taken = new HashMap<>();
        frozen.schools().forEach((community, schools) -> {
            place(ledger, community, places, taken);
            schools.forEach(school -> place(ledger, school, places, taken));
        });
        ledger.inForce().labels().byId().keySet().stream().filter(id -> id.length() == 36).sorted()
                .forEach(id -> place(ledger, id, places, taken));
        return new SheetPlaces(places);
    }

    private static void place(YearLedger ledger, String id, Map<String, Place> places, Map<String, String> taken) {
        String name = ledger.inForce().labels().name(id);
        String owner = taken.putIfAbsent(name, id);
        places.putIfAbsent(id, new Place(UUID.fromString(id),
                owner == null || owner.equals(id) ? name : name + "（" + id + "）"));
    }

    /** The sheets of the whole district. */
    public static YearSheet sheet(Frozen frozen, SheetPlaces places) {
        YearResult result = YearResult.of(frozen, places::name);
        return sheet(frozen, places, result);
    }

    private static YearSheet sheet(Frozen frozen, SheetPlaces places, YearResult result) {
        Scheme scheme = frozen.scheme();
        List<CommunitySheet> sheets = new ArrayList<>();
        int at = 0;
        for (Map.Entry<String, List<String>> entry : frozen.schools().entrySet()) {
            Appraisal appraisal = result.appraisals().get(at);
            List<Member> members = members(frozen, entry.getKey(), entry.getValue(), places);
            String name = places.name(entry.getKey());
            sheets.add(new CommunitySheet(places.id(entry.getKey()), entry.getKey(), name, members, appraisal,
                    parts(frozen, scheme, entry.getKey(), members, appraisal), result.grants().get(at),
                    result.bundled().stream().filter(each -> each.community().equals(name)).toList()));
            at++;
        }
        return new YearSheet(frozen.asked().year(), scheme, sheets, frozen, places);
    }

    private static List<Member> members(Frozen frozen, String community, List<String> schools, SheetPlaces places) {
        return schools.stream().map(school -> new Member(places.id(school), school, places.name(school),
                frozen.world().membership(school, frozen.asked().asOf())
                        .filter(held -> held.community().equals(community) && held.role() == World.Role.LEAD)
                        .isPresent()))
                .toList();
    }

    private static List<SheetPart> parts(Frozen frozen, Scheme scheme, String community, List<Member> members,
            Appraisal appraisal) {
        List<SheetPart> parts = new ArrayList<>();
        if (scheme.score().sections().isEmpty()) {
            BigFraction weight = sum(appraisal.instances().stream().map(Weighed::weight).toList());
            parts.add(new SheetPart("", "", weight, sum(appraisal.instances().stream().map(Weighed::points).toList()),
                    duties(frozen, scheme, community, members, appraisal.instances())));
        }
        for (Points section : appraisal.sections()) {
            List<Weighed> inside = appraisal.instances().stream()
                    .filter(each -> each.section().equals(section.section().name())
                            && each.standing().clause().startsWith(section.section().clause()))
                    .toList();
            parts.add(new SheetPart(section.section().name(), section.section().clause(), section.weight(),
                    section.points(), duties(frozen, scheme, community, members, inside)));
        }
        return parts;
    }

    private static BigFraction sum(List<BigFraction> all) {
        return all.stream().reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static List<SheetPart.Duty> duties(Frozen frozen, Scheme scheme, String community, List<Member> members,
            List<Weighed> instances) {
        List<String> keys = members.stream().map(Member::key).toList();
        Map<String, String> names = new HashMap<>();
        members.forEach(member -> names.put(member.key(), member.name()));
        Map<String, List<SheetPart.Item>> byDuty = new LinkedHashMap<>();
        Map<String, String> clauses = new HashMap<>();
        for (Weighed each : instances) {
            Map<String, BigFraction> brought = new LinkedHashMap<>();
            Appraisal.brought(scheme.score(), frozen.inspected(), community, keys, each)
                    .forEach((school, points) -> brought.put(names.getOrDefault(school, school), points));
            String duty = each.standing().progress().key().duty();
            clauses.putIfAbsent(duty, each.standing().clause());
            byDuty.computeIfAbsent(duty, _ -> new ArrayList<>()).add(new SheetPart.Item(each, brought));
        }
        List<SheetPart.Duty> duties = new ArrayList<>();
        byDuty.forEach((duty, items) -> duties.add(new SheetPart.Duty(duty, clauses.getOrDefault(duty, ""), items)));
        return duties;
    }

    /** Each school's own part, by id: what the next year's progress is measured by. */
    public static Map<String, BigFraction> own(YearSheet sheet) {
        Map<String, BigFraction> own = new HashMap<>();
        for (CommunitySheet community : sheet.communities()) {
            Map<String, UUID> ids = new HashMap<>();
            community.schools().forEach(school -> ids.put(school.name(), school.id()));
            for (BundledEvaluation each : community.bundled()) {
                UUID id = ids.get(each.school());
                BigFraction mine = each.own();
                if (id != null && mine != null) {
                    own.put(id.toString(), mine);
                }
            }
        }
        return own;
    }
}
