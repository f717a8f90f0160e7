package org.jiaogongti.platform.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.sample.SampleWorld.Community;
import org.jiaogongti.platform.sample.SampleWorld.Convenor;
import org.jiaogongti.platform.sample.SampleWorld.Person;
import org.jiaogongti.platform.sample.SampleWorld.Post;
import org.jiaogongti.platform.sample.SampleWorld.PostKind;
import org.jiaogongti.platform.sample.SampleWorld.School;
import org.jspecify.annotations.Nullable;

/** The invented people. Nobody's name could be taken for a real one. */
final class SamplePeople {

    /** The teachers whom the pictures name: all of them at the lead school, most of them backbone teachers. */
    private static final List<String> NAMED = List.of("科学", "科学", "语文", "语文", "数学", "数学", "英语", "英语", "科学", "道德与法治",
            "数学", "音乐", "体育", "语文", "美术", "信息技术", "语文", "数学", "英语", "体育");

    private static final List<Integer> NAMED_BACKBONE = List.of(1, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15, 16);

    /** Two numbers give way to names with rare characters, which must survive entry, search, sort and export. */
    private static final Map<String, String> RARE = Map.of("示例教师34", "示例教师𠮷", "示例教师299", "示例·䶮", "示例教师86", "示例教师㛃",
            "示例教师172",
            "示例教师𬭼");

    /** Lead schools' keepers take the numbers that 居敬's member schools leave free. */
    private static final Map<String, Integer> LEAD_CLERKS = Map.of("岳林", 15, "龙津", 16, "锦屏", 17, "实验", 18);

    /** In the order of the sign-in page. */
    static final List<String> ONE_CLICK = List.of("示例领导01", "示例管理员01", "示例职员01", "示例职员02", "示例督学01", "示例教研员01",
            "示例研训01", "示例校长03", "示例校长18", "示例教务05", "示例教师03", "示例教师01", "示例顾问01", "示例技术员01");

    private final SamplePlaces places;
    private final Map<String, Person> people = new LinkedHashMap<>();
    /** The first holder of a post at a school; asked for with every occasion. */
    private final Map<String, Person> firsts = new HashMap<>();
    private final List<Convenor> convenors = new ArrayList<>();
    private int teachers;

    SamplePeople(SamplePlaces places) {
        this.places = places;
        bureau();
        heads();
        School first = places.school("居敬小学");
        School second = places.school("育才学校");
        teachersOf(first, NAMED);
        teachersOf(second, mixed(12));
        for (School school : places.schools()) {
            if (!school.equals(first) && !school.equals(second)) {
                teachersOf(school, mixed(school.leads() ? 20 : 12));
            }
        }
        name();
    }

    List<Person> all() {
        return List.copyOf(people.values());
    }

    List<Convenor> convenors() {
        return List.copyOf(convenors);
    }

    Person person(String name) {
        Person found = people.get(name);
        if (found == null) {
            throw new IllegalArgumentException("Nobody in the sample world is called " + name + ".");
        }
        return found;
    }

    /** The person who keeps a school's records. */
    Person clerk(String school) {
        return first(school, PostKind.SCHOOL_CLERK);
    }

    Person principal(String school) {
        return first(school, PostKind.PRINCIPAL);
    }

    Person ofRank(String school, Rank rank) {
        return people.values().stream().filter(person -> school.equals(person.school()) && person.rank() == rank)
                .findFirst().orElseThrow(() -> new IllegalArgumentException(school + " has nobody of rank " + rank));
    }

    /** Backbone teachers of a lead school in a subject; of any subject where it has none. */
    List<Person> backbone(String school, String subject) {
        List<Person> all = people.values().stream()
                .filter(person -> school.equals(person.school()) && person.rank() == Rank.BACKBONE).toList();
        List<Person> fitting = all.stream().filter(person -> subject.equals(person.subject())).toList();
        return fitting.isEmpty() ? all : fitting;
    }

    List<Person> teachers(String school, String subject) {
        List<Person> all = people.values().stream().filter(person -> school.equals(person.school())
                && (person.rank() == Rank.TEACHER || person.rank() == Rank.BACKBONE)).toList();
        List<Person> fitting = all.stream().filter(person -> subject.equals(person.subject())).toList();
        return fitting.isEmpty() ? all : fitting;
    }

    List<Person> young(String school) {
        return people.values().stream().filter(person -> school.equals(person.school()) && person.young()).toList();
    }

    private Person first(String school, PostKind kind) {
        return firsts.computeIfAbsent(school + "/" + kind, _ -> people.values().stream()
                .filter(person -> person.posts().stream()
                        .anyMatch(post -> post.kind() == kind && school.equals(post.school())))
                .findFirst().orElseThrow(() -> new IllegalArgumentException(school + " has no " + kind)));
    }

    private void bureau() {
        office("示例领导01", PostKind.BUREAU_LEADER);
        office("示例管理员01", PostKind.BUREAU_ADMIN);
        office("示例职员01", PostKind.BUREAU_CLERK);
        office("示例职员02", PostKind.BUREAU_CLERK, PostKind.CHARTER_EDITOR);
        office("示例督学01", PostKind.INSPECTOR);
        office("示例督学02", PostKind.INSPECTOR);
        office("示例研训01", PostKind.TRAINING_DEPARTMENT);
        office("示例技术员01", PostKind.TECHNICIAN);
        for (int index = 0; index < 12; index++) {
            String community = places.communities().get(index % 5).name();
            String subject = List.of("科学", "语文", "数学", "英语", "道德与法治", "音乐", "体育", "美术", "信息技术", "语文", "数学", "英语")
                    .get(index);
            add("示例教研员%02d".formatted(index + 1), null, null, subject, false,
                    List.of(new Post(PostKind.RESEARCHER, null, community, subject)));
        }
        for (int index = 0; index < 3; index++) {
            add("示例顾问%02d".formatted(index + 1), null, null, null, false,
                    List.of(new Post(PostKind.ADVISER, null, places.communities().get((index + 2) % 5).name(), null)));
        }
    }

    private void office(String name, PostKind... kinds) {
        add(name, null, null, null, false,
                Arrays.stream(kinds).map(kind -> new Post(kind, null, null, null)).toList());
    }

    /** Principals, vice-principals, the keepers of records and middle leaders of every school. */
    private void heads() {
        int members = 5;
        for (Community community : places.communities()) {
            int lead = places.communities().indexOf(community) + 1;
            for (String school : community.schools()) {
                int number = school.equals(community.lead()) ? lead : ++members;
                principal(school, number);
                clerk(school, clerkNumber(community, school, number));
                add("示例副校长%02d".formatted(number), school, Rank.VICE_PRINCIPAL, null, false,
                        List.of(new Post(PostKind.PRINCIPAL, school, null, null)));
                for (int middle = 0; middle < 2; middle++) {
                    add("示例中层%02d".formatted(number * 2 - 1 + middle), school, Rank.CADRE, null, false, List.of());
                }
            }
        }
    }

    private void principal(String school, int number) {
        add("示例校长%02d".formatted(number), school, Rank.PRINCIPAL, null, false,
                List.of(new Post(PostKind.PRINCIPAL, school, null, null)));
    }

    private void clerk(String school, int number) {
        add("示例教务%02d".formatted(number), school, Rank.CADRE, null, false,
                List.of(new Post(PostKind.SCHOOL_CLERK, school, null, null)));
    }

    /** The pictures call the keepers of 居敬's five schools 01 to 05, 南浦's 02 and 育才's 05. */
    private static int clerkNumber(Community community, String school, int number) {
        int told = List.of("居敬小学", "南浦小学", "江口小学", "萧王庙小学", "育才学校").indexOf(school);
        if (told >= 0) {
            return told + 1;
        }
        return school.equals(community.lead()) ? LEAD_CLERKS.getOrDefault(community.shortName(), number) : number;
    }

    private static List<String> mixed(int count) {
        List<String> subjects = new ArrayList<>(SamplePlaces.SUBJECTS);
        subjects.addAll(List.of("语文", "数学", "英语", "语文", "数学", "科学", "语文", "数学", "英语", "体育", "语文"));
        return subjects.subList(0, count);
    }

    private void teachersOf(School school, List<String> subjects) {
        boolean named = school.name().equals("居敬小学");
        for (int index = 0; index < subjects.size(); index++) {
            int number = ++teachers;
            String plain = "示例教师%02d".formatted(number);
            boolean young = school.name().equals("育才学校") ? index < 2 : !school.leads() && index % 4 == 1;
            boolean backbone = named
                    ? NAMED_BACKBONE.contains(number)
                    : school.leads() ? index < 14 : index == 0;
            String subject = school.name().equals("育才学校") && index == 0 ? "科学" : subjects.get(index);
            Rank rank = backbone && !young ? Rank.BACKBONE : Rank.TEACHER;
            List<Post> posts = new ArrayList<>(List.of(new Post(PostKind.TEACHER, school.name(), null, subject)));
            String name = RARE.getOrDefault(plain, plain);
            if (school.leads() && rank == Rank.BACKBONE && hasNoConvenor(school.community(), subject)) {
                convenors.add(new Convenor(school.community(), subject, name));
                posts.add(new Post(PostKind.CONVENOR, null, school.community(), subject));
            }
            add(name, school.name(), rank, subject, young, posts);
        }
    }

    private boolean hasNoConvenor(String community, String subject) {
        return convenors.stream()
                .noneMatch(told -> told.community().equals(community) && told.subject().equals(subject));
    }

    private void add(String name, @Nullable String school, @Nullable Rank rank, @Nullable String subject, boolean young,
            List<Post> posts) {
        Person before = people.put(name, new Person(SampleIds.of("person " + name), name, school, rank, subject, true,
                young, List.copyOf(posts), ONE_CLICK.contains(name)));
        if (before != null) {
            throw new IllegalStateException("Two people of the sample world are called " + name + ".");
        }
    }

    private void name() {
        for (String name : ONE_CLICK) {
            person(name);
        }
    }
}
