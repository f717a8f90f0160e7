package org.jiaogongti.platform.purpose.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.purpose.Consent.Answer;
import org.jiaogongti.platform.purpose.Consents;
import org.jiaogongti.platform.purpose.Consents.Listed;
import org.jiaogongti.platform.purpose.Ground;
import org.jiaogongti.platform.purpose.PupilCode;
import org.jiaogongti.platform.purpose.Purpose;
import org.jiaogongti.platform.purpose.model.NoticeVersion;
import org.jiaogongti.platform.purpose.web.AnswersView.Line;
import org.jiaogongti.platform.purpose.web.AnswersView.Numbers;
import org.jiaogongti.platform.purpose.web.AnswersView.Place;
import org.jiaogongti.platform.purpose.web.GateController.Gate;
import org.jiaogongti.platform.purpose.web.PurposeController.Around;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 监护人答复 at a school, sheet by sheet: entered by a code, found again by it, put right by a later answer. */
@Controller
class AnswerController {

    private static final int SHOWN = 50;

    private final Gate gate;
    private final Schools schools;
    private final Around around;

    AnswerController(Gate gate, Schools schools, Around around) {
        this.gate = gate;
        this.schools = schools;
        this.around = around;
    }

    @GetMapping("/purposes/{id}/answers")
    ModelAndView answers(@PathVariable UUID id, @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String from, Actor actor,
            Messages m) {
        Purpose purpose = asked(actor, id);
        List<Place> places = places(actor);
        Place place = places.stream().filter(each -> school.isEmpty() || each.id().equals(school)).findFirst()
                .orElseThrow(() -> new Absent("school", school));
        Optional<Listed> last = gate.consents().last(actor, id, UUID.fromString(place.id()));
        AnswerTyped form = AnswerTyped.after(last, PupilCode.plain(code), around.clock().today());
        return new ModelAndView("purpose/answers",
                Map.of("view", view(purpose, places, place, form, PupilCode.plain(from), actor, m)));
    }

    @PostMapping("/purposes/{id}/answers")
    ModelAndView note(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters, Actor actor,
            Messages m, RedirectAttributes redirect) {
        Purpose purpose = asked(actor, id);
        List<Place> places = places(actor);
        AnswerTyped typed = AnswerTyped.of(parameters);
        Place place = places.stream().filter(each -> each.id().equals(typed.value("school"))).findFirst()
                .orElseThrow(() -> new Absent("school", typed.value("school")));
        AnswerTyped seen = typed;
        if (typed.problems().isEmpty()) {
            UUID school = UUID.fromString(place.id());
            if (gate.consents().note(actor, typed.answer(school, id)) instanceof Change.Refused refused) {
                seen = typed.refused(refused.key());
            } else {
                String done = typed.value("answer").equals(Answer.WITHDRAWN.name())
                        ? "purpose.done.withdrawn"
                        : "purpose.done.answer";
                Toast.of(done, PupilCode.plain(typed.value("code")), m.t("purpose.answer." + typed.value("answer")))
                        .after(redirect);
                redirect.addAttribute("school", place.id());
                return new ModelAndView("redirect:/purposes/" + id + "/answers");
            }
        }
        return new ModelAndView("purpose/answers", Map.of("view", view(purpose, places, place, seen, "", actor, m)),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Purpose asked(Actor actor, UUID id) {
        return gate.purposes().find(actor, id)
                .filter(purpose -> purpose.confirmed() && purpose.terms().basis().ground() == Ground.CONSENT)
                .orElseThrow(() -> new Absent("purpose", id));
    }

    private List<Place> places(Actor actor) {
        return Consents.schools(actor).stream().flatMap(id -> schools.find(id).stream())
                .map(school -> new Place(school.id().toString(), school.name()))
                .sorted(Comparator.comparing(Place::name)).toList();
    }

    private AnswersView view(Purpose purpose, List<Place> places, Place place, AnswerTyped form, String from,
            Actor actor, Messages m) {
        UUID school = UUID.fromString(place.id());
        List<Listed> listed = gate.consents().standing(actor, purpose.id(), school, from, SHOWN + 1);
        Map<Answer, Integer> numbers = gate.consents().numbers(actor, purpose.id(), school);
        List<Listed> history = PupilCode.read(school, form.value("code"))
                .map(pupil -> gate.consents().history(actor, purpose.id(), pupil)).orElse(List.of());
        String here = "/purposes/" + purpose.id() + "/answers?school=" + place.id();
        return new AnswersView(purpose.id().toString(), purpose.terms().title(), NoticeVersion.of(purpose.terms()),
                places, place, form,
                new Numbers(numbers.getOrDefault(Answer.GIVEN, 0), numbers.getOrDefault(Answer.REFUSED, 0),
                        numbers.getOrDefault(Answer.WITHDRAWN, 0)),
                lines(listed.stream().limit(SHOWN), m), lines(history.stream(), m), from.isEmpty() ? null : here,
                listed.size() > SHOWN ? here + "&from=" + listed.get(SHOWN - 1).code() : null);
    }

    private static List<Line> lines(Stream<Listed> listed, Messages m) {
        return listed.map(each -> new Line(each.code(), Words.state(each.answer()),
                m.t("purpose.answer." + each.answer()), each.on().toString(), m.t("purpose.means." + each.means()),
                each.keptAt())).toList();
    }
}
