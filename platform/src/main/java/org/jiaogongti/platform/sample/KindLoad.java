package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.History;
import org.jiaogongti.platform.activity.KindEntry;
import org.jiaogongti.platform.activity.KindEntry.FieldEntry;
import org.jiaogongti.platform.activity.Occasion.Papers;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Entry;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.OwnKinds;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.activity.Step.What;
import org.jiaogongti.platform.sample.SampleWorld.Community;
import org.jiaogongti.platform.sample.SampleWorld.PostKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Activities that no duty counts: synchronous lessons, network research, festivals, open and recorded lessons, and a kind of
 * the bureau's own; answered, waiting, disputed, late, planned, withdrawn, and one of two communities.
 */
@Component
final class KindLoad {

    private static final LocalDate OWN_FROM = LocalDate.of(2024, 9, 2);
    private static final String OWN = "阅读指导进校";
    private static final List<String> FESTIVALS = List.of("科技节", "艺术节", "体育节", "读书节", "教学节");
    private static final List<String> SUBJECTS = List.of("科学", "英语", "语文", "数学", "英语");

    private final History history;
    private final OwnKinds kinds;

    KindLoad(History history, OwnKinds kinds) {
        this.history = history;
        this.kinds = kinds;
    }

    void load(SampleWorld world, SampleKeys keys) {
        String own = ownKind();
        Teller teller = new Teller(world, keys, new ArrayList<>());
        for (int i = 0; i < world.communities().size(); i++) {
            teller.community(world.communities().get(i), i, own);
        }
        teller.twoCommunities();
        history.takeOver(Actor.system(), teller.told());
    }

    /** The bureau's own kind, with a field of its own. */
    private String ownKind() {
        kinds.add(Actor.system(),
                new KindEntry(OWN, "阅读指导", "次", "ANY_SCHOOL", "FILED", "ANSWERED", OWN_FROM.toString(),
                        Map.of("HOST", "REQUIRED", "LEADER", "REQUIRED", "PEOPLE", "OPTIONAL", "TOPIC", "OPTIONAL",
                                "PARTICIPANTS",
                                "OPTIONAL")));
        String code = kinds.all().named(OWN).map(ActivityKind::code).orElseThrow();
        kinds.ask(Actor.system(), code, new FieldEntry("", "赠书册数", "WHOLE", "册", "2000", "", "没有赠书的空着"));
        return code;
    }

    /** Tells what was held, as far as it was known on the world's day. */
    private record Teller(SampleWorld world, SampleKeys keys, List<History.Told> told) {

        void community(Community community, int turn, String own) {
            String lead = community.lead();
            String near = community.members().get(0);
            String far = community.members().get(1);
            boolean first = lead.equals("居敬小学");
            Held lesson = new Held(community, "synchronous-lesson", LocalDate.of(2024, 10, 14 + turn), near, lead)
                    .about(SUBJECTS.get(turn), "同步课堂第" + (turn + 1) + "讲")
                    .field("rooms", rooms(lead, 41 + turn, near, 26 + turn))
                    .field("link", new FieldValue.Words("https://example.org/live/" + (turn + 1)))
                    .field("outcome", new FieldValue.Words("两端都能互动，远端声音有延迟"));
            tell(lesson, 1, State.HELD, What.CAME);
            Held late = new Held(community, "synchronous-lesson", LocalDate.of(2024, 9, 23 + turn), far, lead)
                    .about(SUBJECTS.get(turn), "同步课堂开班课").field("rooms", rooms(lead, 40, far, 22 + turn))
                    .filed(first ? 2 : -5);
            tell(late, 17, State.HELD, first ? What.CAME : turn == 0 ? What.NOT_SO : null);
            Held research = new Held(community, "online-research", LocalDate.of(2024, 10, 21 + turn), null, lead)
                    .about(SUBJECTS.get(turn), "线上说课评课").people(lead, 3).people(near, 2).people(far, 2)
                    .field("link", new FieldValue.Words("https://example.org/meeting/" + (turn + 1)))
                    .field("agenda", new FieldValue.Words("说课、议课、布置下次备课"));
            tell(research, 0, State.HELD, What.CAME);
            Held festival = new Held(community, "festival", LocalDate.of(2024, 10, 28 + turn % 3), lead, null)
                    .about(null, FESTIVALS.get(turn)).field("festival", new FieldValue.Words(FESTIVALS.get(turn)))
                    .field("until", new FieldValue.Day(LocalDate.of(2024, 11, 1)))
                    .field("visitors", rooms(near, 24 + turn, far, 18));
            tell(festival, 2, State.HELD, null);
            Held open = new Held(community, "open-lesson", LocalDate.of(2024, 10, 9 + turn), far, null)
                    .about(SUBJECTS.get(turn), "公开课").field("open-to", new FieldValue.Words("本共同体"));
            tell(open, 0, turn == 4 ? State.WITHDRAWN : State.HELD, null);
            Held recorded = new Held(community, "recorded-lesson", LocalDate.of(2024, 9, 18 + turn), null, lead)
                    .about(SUBJECTS.get(turn), "名师示范录课")
                    .field("link", new FieldValue.Words("https://example.org/record/" + (turn + 1)));
            tell(recorded, 1, State.HELD, null);
            Held reading = new Held(community, own, LocalDate.of(2024, 10, 16 + turn), near, lead)
                    .about(null, "整本书阅读怎么起步").people(near, 12);
            tell(reading, 1, State.HELD, What.CAME);
            if (!first) {
                tell(new Held(community, "festival", LocalDate.of(2024, 12, 5), near, null).about(null, "冬季体育节")
                        .field("festival", new FieldValue.Words("体育节")), -20, State.PLANNED, null);
            }
        }

        /** One occasion that two communities held together. */
        void twoCommunities() {
            Community one = world.communities().get(2);
            Community other = world.communities().get(3);
            Held together = new Held(one, "online-research", LocalDate.of(2024, 10, 30), null, one.lead())
                    .about("语文", "两个共同体联合教研").people(one.lead(), 4).people(other.lead(), 3).also(other)
                    .field("link", new FieldValue.Words("https://example.org/meeting/joint"))
                    .field("agenda", new FieldValue.Words("同课异构，联合评课"));
            tell(together, 1, State.HELD, What.CAME);
        }

        private FieldValue rooms(String one, int people, String other, int others) {
            return new FieldValue.BySchool(Map.of(keys.of(one), people, keys.of(other), others));
        }

        /** @param after days from the event to its entry */
        private void tell(Held held, int after, State state, @Nullable What answer) {
            LocalDate entered = held.date.plusDays(after);
            if (entered.isAfter(world.date()) || (state == State.HELD && held.date.isAfter(world.date()))) {
                return;
            }
            String side = held.leader == null ? String.valueOf(held.host) : held.leader;
            String clerk = clerk(side);
            Said said = held.said(keys, side);
            Occasion occasion = new Occasion(SampleIds.of(held.date, "kind " + held.kind + side + held.topic), 1, said,
                    state, answer == What.NOT_SO, new Entry(keys.accountOf(clerk), clerk,
                            RecordLoad.instant(entered.atTime(16, 20)), entered, entered),
                    null, null, List.of(), held.papers());
            List<Step> steps = new ArrayList<>();
            steps.add(step(What.RECORDED, null, "", clerk, entered));
            String other = held.host != null && !held.host.equals(side)
                    ? held.host
                    : held.people.keySet().stream().filter(school -> !school.equals(side)).findFirst().orElse(null);
            if (answer != null && other != null) {
                steps.add(step(answer, keys.of(other), answer == What.NOT_SO ? "那天停电，没有连上" : "", clerk(other),
                        entered.plusDays(1)));
            }
            if (state == State.WITHDRAWN) {
                steps.add(step(What.WITHDRAWN, null, "日期填错，另记一条", clerk, entered.plusDays(1)));
            }
            told.add(new History.Told(occasion, steps));
        }

        private String clerk(String school) {
            return world.people().stream().filter(person -> person.posts().stream()
                    .anyMatch(post -> post.kind() == PostKind.SCHOOL_CLERK && school.equals(post.school())))
                    .findFirst().orElseThrow(() -> new IllegalStateException(school + " has no clerk.")).name();
        }

        private Step step(What what, @Nullable UUID school, String words, String by, LocalDate day) {
            return new Step(what, school, words, keys.accountOf(by), by, day,
                    RecordLoad.instant(day.atTime(16, 20)));
        }
    }

    /** Something held, while it is being told. */
    private static final class Held {

        private final Community community;
        private final String kind;
        private final LocalDate date;
        @Nullable
        private final String host;
        @Nullable
        private final String leader;
        private final Map<String, FieldValue> fields = new LinkedHashMap<>();
        private final Map<String, Integer> people = new LinkedHashMap<>();
        private final List<Community> also = new ArrayList<>();
        @Nullable
        private String subject;
        private String topic = "";

        private int filedAfter = -5;

        Held(Community community, String kind, LocalDate date, @Nullable String host, @Nullable String leader) {
            this.community = community;
            this.kind = kind;
            this.date = date;
            this.host = host;
            this.leader = leader;
        }

        Held about(@Nullable String what, String title) {
            subject = what;
            topic = title;
            return this;
        }

        /** Filed so many days after it was held. */
        Held filed(int daysAfter) {
            filedAfter = daysAfter;
            return this;
        }

        Papers papers() {
            LocalDate filed = date.plusDays(filedAfter);
            Gate gate = kind.startsWith("own-") ? Gate.FILED : ActivityKinds.shipped().gate(kind);
            return switch (gate) {
                case NONE -> Papers.NONE;
                case FILED -> new Papers(filed, null);
                case CHECKED_AND_FILED -> new Papers(filed, filed);
            };
        }

        Held field(String code, FieldValue value) {
            fields.put(code, value);
            return this;
        }

        Held people(String school, int number) {
            people.put(school, number);
            return this;
        }

        Held also(Community other) {
            also.add(other);
            return this;
        }

        Said said(SampleKeys keys, String side) {
            Map<UUID, Integer> participants = new LinkedHashMap<>();
            people.forEach((school, number) -> participants.put(keys.of(school), number));
            return new Said(date, "", keys.of(community.name()), keys.of(side), keys.orNull(host), keys.orNull(leader),
                    null,
                    List.of(), List.of(new Part(kind, 1)), subject, List.of(), "", topic, participants, fields,
                    also.stream().map(each -> keys.of(each.name())).toList(), null);
        }
    }
}
