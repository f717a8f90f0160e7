package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Accounts;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Actors;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Places;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.access.SignInResult;
import org.jiaogongti.platform.access.SignIns;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Installation;
import org.jiaogongti.platform.shell.LocalAddress;
import org.jiaogongti.platform.shell.WelcomeFigure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. It fails with one text, whatever was wrong. */
@Controller
class SignInController {

    private static final String REFUSED = "access.sign-in.refused";

    private final SignIns signIns;
    private final Districts districts;
    private final SessionDoor door;
    private final Surroundings around;

    SignInController(SignIns signIns, Districts districts, SessionDoor door, Surroundings around) {
        this.signIns = signIns;
        this.districts = districts;
        this.door = door;
        this.around = around;
    }

    /** What the page shows beside the form. */
    @org.springframework.stereotype.Component
    record Surroundings(Accounts accounts, Actors actors, Installation installation,
            ObjectProvider<WelcomeFigure.Source> figures, ObjectProvider<Places> places) {

        List<SignInView.Sample> samples() {
            if (!installation.demo() || Scope.current().isEmpty()) {
                return List.of();
            }
            return accounts.samples().stream()
                    .map(account -> new SignInView.Sample(account.id(), account.name(), roles(account.id()))).toList();
        }

        private List<RoleText> roles(UUID account) {
            return actors.ofAccount(account).map(Actor::postings).orElse(Set.of()).stream()
                    .sorted(Comparator.comparing(Posting::role))
                    .map(posting -> RoleText.of(posting, places.getIfAvailable())).toList();
        }

        List<WelcomeFigure> welcome() {
            return Scope.current().isEmpty()
                    ? List.of()
                    : figures.orderedStream().flatMap(source -> source.figures().stream()).toList();
        }
    }

    /** What the form sends; nothing else of a request is read. */
    record Form(String login, String password, String district, String next) {

        Form {
            login = login == null ? "" : login;
            password = password == null ? "" : password;
            district = district == null ? "" : district;
            next = LocalAddress.orHome(next);
        }
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(defaultValue = "/") String next, Model model) {
        return page(new Form("", "", "", next), "", model);
    }

    @PostMapping("/sign-in")
    String signIn(Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<District> district = chosen(form.district());
        SignInResult result = district.isEmpty()
                ? new SignInResult.Refused()
                : Scope.call(district.get(),
                        () -> signIns.byPassword(form.login(), form.password(), request.getRemoteAddr()));
        return after(result, form, request, response, model);
    }

    @PostMapping("/sign-in/sample")
    String sample(@RequestParam("account") UUID account, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        if (!around.installation().demo()) {
            throw new Absent("address", request.getRequestURI());
        }
        return after(signIns.asSample(account), new Form("", "", "", "/"), request, response, model);
    }

    @PostMapping("/sign-out")
    String signOut(Actor actor, HttpServletRequest request) {
        signIns.out(actor);
        door.close(request);
        return "redirect:/sign-in";
    }

    private Optional<District> chosen(String code) {
        return districts.all().stream().filter(district -> district.code().equals(code))
                .findFirst().or(districts::only);
    }

    private String after(SignInResult result, Form form, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        return switch (result) {
            case SignInResult.Passed passed -> {
                door.open(passed.who(), request, response);
                yield "redirect:" + form.next();
            }
            case SignInResult.Refused refused -> {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                yield page(form, REFUSED, model);
            }
            case SignInResult.Busy busy -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                yield page(form, "access.sign-in.busy", model);
            }
        };
    }

    private String page(Form form, String problem, Model model) {
        List<Districts.Named> all = districts.named();
        model.addAttribute("view", new SignInView(all.size() > 1 ? all : List.of(), form.district(), form.login(),
                form.next(), problem, around.samples(), around.welcome()));
        return "access/sign-in";
    }
}
