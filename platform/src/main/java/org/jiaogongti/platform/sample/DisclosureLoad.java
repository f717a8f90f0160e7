package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.disclosure.Category;
import org.jiaogongti.platform.disclosure.DisclosureHistory;
import org.jiaogongti.platform.disclosure.InformationRequest.Answer;
import org.jiaogongti.platform.disclosure.InformationRequest.Kind;
import org.jiaogongti.platform.disclosure.InformationRequest.Said;
import org.jiaogongti.platform.disclosure.InformationRequest.Way;
import org.jiaogongti.platform.disclosure.InformationRequest;
import org.jiaogongti.platform.disclosure.InformationRequests;
import org.jiaogongti.platform.disclosure.Publication;
import org.jiaogongti.platform.disclosure.Publication.Hand;
import org.jiaogongti.platform.disclosure.Publication.State;
import org.jiaogongti.platform.disclosure.Publication.Words;
import org.jiaogongti.platform.disclosure.Publications;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the public reads: the notice, the list of communities, an arrangement; one that waits, one withdrawn, a draft that names somebody. */
@Component
final class DisclosureLoad {

    private static final String WRITER = "示例职员01";
    private static final String SECOND = "示例职员02";
    private static final LocalDate NOTICE = LocalDate.of(2019, 9, 11);
    /** Where a text about the decided year comes from. */
    private static final String RESULT = "appraisal/commendation-2022-2023";
    private static final String PHONE = "0574-00000000";
    private static final String UNIT = "113302830029800655";

    private final Publications publications;
    private final DisclosureHistory history;
    private final InformationRequests requests;

    DisclosureLoad(Publications publications, DisclosureHistory history, InformationRequests requests) {
        this.requests = requests;
        this.publications = publications;
        this.history = history;
    }

    void load(SampleWorld world, SampleKeys keys) {
        LocalDate today = world.date();
        publications.number(Actor.system(), UNIT);
        publications.phone(Actor.system(), PHONE);
        List<Publication> all = new ArrayList<>();
        publications.handed(Actor.system(), "charter/notice").ifPresent(handed -> all.add(
                new Told(keys, handed.number(), handed.words(), State.PUBLISHED, NOTICE, "").publication()));
        all.add(new Told(keys, UNIT + "/2019-96950", words(Category.COMMUNITIES, "小学教育共同体和成员学校名单", list(world),
                NOTICE.plusDays(27)), State.PUBLISHED, NOTICE.plusDays(27), "").publication());
        all.add(new Told(keys, UNIT + "/" + today.minusDays(40).getYear() + "-91001",
                words(Category.OTHER, "“基础+拓展”课程展示安排",
                        "各小学：\n本学年“基础+拓展”课程展示由一所成员学校承办，面向全区各共同体。\n一、时间和地点\n具体时间和地点由承办学校提前十五天通知。\n"
                                + "二、参加人员\n各共同体每所学校至少两名教师。\n家长如需了解，可向本校教务处询问。",
                        today.minusDays(40)),
                State.PUBLISHED, today.minusDays(40), "").publication());
        all.add(new Told(keys, UNIT + "/" + today.minusDays(70).getYear() + "-90988",
                words(Category.COMMUNITIES, "共同体联络人名单", "各共同体联络人和办公电话见附件。", today.minusDays(70)), State.WITHDRAWN,
                today.minusDays(70), "附件里误列了个人手机号，改后另行公开。").publication());
        all.add(new Told(keys, "", words(Category.APPRAISAL, "本年度共同体考核评估安排",
                "各小学：\n一、时间\n十二月中旬发试算，学校五天内提意见，年底前集体审定。\n二、材料\n从平时的台账里来，学校不另交材料。\n三、公开\n审定后公开各共同体的结果，不公开教师和学生的个人信息。",
                today), State.WAITING, today.minusDays(2), "").publication());
        all.add(new Told(keys, "", words(Category.OTHER, "送教活动侧记（草稿）",
                "上周的送教活动由示例校长03带队，示例教师01上了一节数学课。\n有意参加下次活动的，请打 138 0000 0000 联系。", today), State.DRAFT,
                today.minusDays(1), "").publication());
        history.takeOver(all);
        requests(keys, today);
    }

    /** One that is answered, one extended, one that waits and is due soon. */
    private void requests(SampleKeys keys, LocalDate today) {
        Hand clerk = new Hand(keys.accountOf(WRITER), WRITER, today.minusDays(30));
        request("本区小学教育共同体近三年的考核方案", "写论文参考", Way.HERE, today.minusDays(45), today.minusDays(17), null,
                new Answer(Kind.PUBLIC, "已经主动公开，在“考核结果”一栏可以看到各年的安排和结果。", clerk), "2K4M-7TQX");
        request("2023 学年各共同体到成员校上示范课的节数", "", Way.SENT, today.minusDays(26), today.plusDays(31),
                new Said("各共同体的数要逐一核对，需要延长。", new Hand(clerk.account(), clerk.name(), today.minusDays(3))),
                null, "8HNR-3VZC");
        request("本校和牵头校互派学生的办法", "家长了解", Way.HERE, today.minusDays(22), today.plusDays(6), null, null,
                "5WXP-9DKT");
    }

    private void request(String wanted, String purpose, Way way, LocalDate asked, LocalDate due,
            @Nullable Said extension, @Nullable Answer answer, String receipt) {
        String number = requests.number(asked.getYear());
        requests.takeOver(new InformationRequest(SampleIds.of(asked, "request " + wanted), number, wanted, purpose, way,
                asked, due, extension, answer, null), number + "-" + receipt, "示例家长\n0574-00000001");
    }

    /** The last decided year as its scheme lets the public read it; once it is decided. */
    void result(SampleKeys keys) {
        publications.handed(Actor.system(), RESULT).ifPresent(handed -> history.takeOver(List.of(new Told(keys,
                UNIT + "/2023-91006", handed.words(), State.PUBLISHED, LocalDate.of(2023, 11, 6), "", RESULT)
                .publication())));
    }

    private static Words words(Category category, String title, String body, LocalDate issued) {
        return new Words(category, title, body, "教育", "教育", "主动公开", "面向全社会", "区教育局", issued);
    }

    private static String list(SampleWorld world) {
        StringBuilder body = new StringBuilder("各小学：\n按照通知，全区小学组成以下教育共同体，每个共同体的第一所是牵头学校。\n共同体\t学校");
        for (SampleWorld.Community community : world.communities()) {
            body.append('\n').append(community.name()).append('\t').append(String.join("、", community.schools()));
        }
        return body.toString();
    }

    /** One publication with the hands through which it went. */
    private record Told(SampleKeys keys, String number, Words words, State state, LocalDate on, String reason,
            String origin) {

        Told(SampleKeys keys, String number, Words words, State state, LocalDate on, String reason) {
            this(keys, number, words, state, on, reason, "");
        }

        Publication publication() {
            return new Publication(SampleIds.of(on, "publication " + words.title()), number, words, state, 1,
                    hand(WRITER, on), state == State.DRAFT ? null : hand(WRITER, on), published() ? second(on) : null,
                    state == State.WITHDRAWN ? second(on.plusDays(3)) : null, reason, Set.of(), origin);
        }

        private boolean published() {
            return state == State.PUBLISHED || state == State.WITHDRAWN;
        }

        private @Nullable Hand second(LocalDate day) {
            return hand(SECOND, day);
        }

        private Hand hand(String person, LocalDate day) {
            return new Hand(keys.accountOf(person), person, day);
        }
    }
}
