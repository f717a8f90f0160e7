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
import org.jiaogongti.platform.access.Devices;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Passkeys;
import org.jiaogongti.platform.access.Places;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.access.SignInResult;
import org.jiaogongti.platform.access.SignIns;
import org.jiaogongti.platform.access.SignedIn;
import org.jiaogongti.platform.access.SingleSignOn;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The sign-in page. It fails with one text, whatever was wrong. */
@Controller
class SignInController {

    private static final String REFUSED = "access.sign-in.refused";
    /** Where somebody wanted to go, while the browser is at the identity provider. */
    private static final String NEXT = "jgt.provider.next";

    private final SignIns signIns;
    private final Districts districts;
    private final SessionDoor door;
    private final CurrentActor current;
    private final Surroundings around;

    SignInController(SignIns signIns, Districts districts, SessionDoor door, CurrentActor current,
            Surroundings around) {
        this.signIns = signIns;
        this.districts = districts;
        this.door = door;
        this.current = current;
        this.around = around;
    }

    /** What the page shows beside the form. */
    @org.springframework.stereotype.Component
    record Surroundings(Accounts accounts, Actors actors, Installation installation, PasskeyDesk passkeys,
            IdentityProvider provider, SingleSignOn signOn, Passkeys keys, ObjectProvider<WelcomeFigure.Source> figures,
            ObjectProvider<Places> places) {

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
    record Form(String login, String password, String district, String next, String remember) {

        Form {
            login = login == null ? "" : login;
            password = password == null ? "" : password;
            district = district == null ? "" : district;
            next = LocalAddress.orHome(next);
            remember = remember == null ? "" : remember;
        }
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(defaultValue = "/") String next, HttpServletRequest request, Model model) {
        return page(empty(next), "", request, model);
    }

    @PostMapping("/sign-in")
    String signIn(Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<District> district = chosen(form.district());
        SignInResult result = district.isEmpty()
                ? new SignInResult.Refused()
                : Scope.call(district.get(),
                        () -> signIns.byPassword(form.login(), form.password(), request.getRemoteAddr(),
                                device(form.remember(), request)));
        return after(result, form, REFUSED, request, response, model);
    }

    private static Form empty(String next) {
        return new Form("", "", "", next, "");
    }

    /** The device to be remembered, if that is wished. */
    private static Optional<Devices.Kind> device(String remember, HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return remember.isEmpty() ? Optional.empty() : Optional.of(Devices.Kind.of(agent == null ? "" : agent));
    }

    /** The second step; whoever has not done the first sees the first. */
    @GetMapping("/sign-in/code")
    String codeForm(@RequestParam(defaultValue = "/") String next, @RequestParam(defaultValue = "") String remember,
            HttpServletRequest request, Model model) {
        String back = LocalAddress.orHome(next);
        boolean awaited = current.session().filter(signIns::awaitsCode).isPresent();
        return awaited ? codePage(back, remember, "", model) : page(empty(back), "", request, model);
    }

    @PostMapping("/sign-in/code")
    String code(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "/") String next,
            @RequestParam(defaultValue = "") String remember, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        String back = LocalAddress.orHome(next);
        Optional<SignedIn> half = current.session().filter(signIns::awaitsCode);
        if (half.isPresent() && signIns.byCode(half.get(), code,
                device(remember, request)) instanceof SignInResult.Passed passed) {
            door.open(passed.who(), request, response);
            return "redirect:" + back;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return half.isPresent()
                ? codePage(back, remember, "access.code.refused", model)
                : page(empty(back), REFUSED, request, model);
    }

    private static String codePage(String next, String remember, String problem, Model model) {
        model.addAttribute("next", next);
        model.addAttribute("remember", remember);
        model.addAttribute("problem", problem);
        return "access/code";
    }

    @PostMapping("/sign-in/sample")
    String sample(@RequestParam("account") UUID account, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        if (!around.installation().demo()) {
            throw new Absent("address", request.getRequestURI());
        }
        return after(signIns.asSample(account), empty("/"), REFUSED, request, response, model);
    }

    /** A passkey says by itself whose it is, and of which district. */
    @PostMapping("/sign-in/passkey")
    String passkey(@RequestParam(defaultValue = "") String credential, @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        Passkeys.Answer answer = around.passkeys().answer(credential, request);
        SignInResult result = around.keys().districtOf(answer).filter(districts.all()::contains)
                .map(district -> Scope.call(district, () -> signIns.byPasskey(answer)))
                .orElseGet(SignInResult.Refused::new);
        return after(result, empty(next), "access.passkey.refused", request, response, model);
    }

    /** A plain link leads here: a form's way to another site is barred by the page's own policy. */
    @GetMapping("/sign-in/provider")
    String provider(@RequestParam(defaultValue = "/") String next, @RequestParam(defaultValue = "") String anew,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        provided(request);
        Optional<String> place = around.provider().begin(!anew.isEmpty(), request, response);
        if (place.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return page(empty(next), "access.provider.down", request, model);
        }
        request.getSession(true).setAttribute(NEXT, LocalAddress.orHome(next));
        return "redirect:" + place.get();
    }

    /** Whoever went to tie their account is led back to that; anybody else is signed in. */
    @GetMapping(IdentityProvider.BACK)
    String back(HttpServletRequest request, HttpServletResponse response, Model model) {
        provided(request);
        String next = request.getSession(true).getAttribute(NEXT) instanceof String kept ? kept : "/";
        Optional<SingleSignOn.Identity> identity = around.provider().finish(request, response);
        Optional<Actor> here = current.of(request);
        if (identity.isPresent() && here.isPresent()
                && ProviderController.keep(here.get().accountId(), identity.get(), request)) {
            return "redirect:/me/provider";
        }
        Optional<District> district = around.signOn().district(districts);
        SignInResult result = identity.isEmpty() || district.isEmpty()
                ? new SignInResult.Refused()
                : Scope.call(district.get(), () -> signIns.byProvider(identity.get()));
        return after(result, empty(next), "access.provider.refused", request, response, model);
    }

    @GetMapping("/sign-in/provider/leaving")
    String leave(HttpServletRequest request) {
        provided(request);
        return "redirect:" + around.provider().leave(request).orElse("/");
    }

    private void provided(HttpServletRequest request) {
        if (!around.provider().on()) {
            throw new Absent("address", request.getRequestURI());
        }
    }

    @PostMapping("/sign-out")
    String signOut(Actor actor, HttpServletRequest request) {
        boolean provided = current.session().filter(session -> session.way() == SignedIn.Way.PROVIDER
                || session.way() == SignedIn.Way.PROVIDER_TWICE).isPresent();
        signIns.out(actor, current.session().map(SignedIn::device));
        door.close(request);
        return provided ? "redirect:/sign-in?left=provider" : "redirect:/sign-in";
    }

    private Optional<District> chosen(String code) {
        return districts.all().stream().filter(district -> district.code().equals(code))
                .findFirst().or(districts::only);
    }

    private String after(SignInResult result, Form form, String no, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        return switch (result) {
            case SignInResult.Passed passed -> {
                door.open(passed.who(), request, response);
                yield "redirect:" + form.next();
            }
            case SignInResult.CodeAwaited awaited -> {
                door.open(awaited.half(), request, response);
                yield "redirect:" + UriComponentsBuilder.fromPath("/sign-in/code").queryParam("next", "{next}")
                        .queryParam("remember", form.remember().isEmpty() ? "" : "on").encode()
                        .buildAndExpand(form.next()).toUriString();
            }
            case SignInResult.Refused refused -> {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                yield page(form, no, request, model);
            }
            case SignInResult.Busy busy -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                yield page(form, "access.sign-in.busy", request, model);
            }
        };
    }

    private SignInView.Other other(HttpServletRequest request) {
        return new SignInView.Other(around.passkeys().ask(request), around.provider().name(),
                around.provider().on() && "provider".equals(request.getParameter("left")));
    }

    private String page(Form form, String problem, HttpServletRequest request, Model model) {
        List<Districts.Named> all = districts.named();
        model.addAttribute("view", new SignInView(all.size() > 1 ? all : List.of(), form.district(), form.login(),
                form.next(), problem, other(request), around.samples(), around.welcome()));
        return "access/sign-in";
    }
}
