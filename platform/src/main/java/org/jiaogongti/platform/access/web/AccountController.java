package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.Accounts;
import org.jiaogongti.platform.access.Accounts.Change;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.NewAccount;
import org.jiaogongti.platform.access.Places;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.SecondFactors;
import org.jiaogongti.platform.access.SingleSignOn;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Installation;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The bureau administrator's pages for accounts. */
@Controller
class AccountController {

    private static final int PAGE = 50;
    private static final int EXPORT = 20_000;

    private final Accounts accounts;
    private final Installation installation;
    private final ObjectProvider<Places> places;

    private final SecondFactors factors;
    private final SingleSignOn signOn;
    private final IdentityProvider provider;

    AccountController(Accounts accounts, SecondFactors factors, SingleSignOn signOn, IdentityProvider provider,
            Installation installation, ObjectProvider<Places> places) {
        this.accounts = accounts;
        this.factors = factors;
        this.signOn = signOn;
        this.provider = provider;
        this.installation = installation;
        this.places = places;
    }

    /** What the forms send: an account's name and login, and one role with its place. */
    record Form(@Nullable String login, @Nullable String name, @Nullable String role, @Nullable UUID school,
            @Nullable UUID community, @Nullable String subject) {

        /** The role named, with only the place that such a role has; null when none is named. */
        @Nullable
        Posting posting() {
            if (role == null || role.isBlank()) {
                return null;
            }
            Role named = Arrays.stream(Role.values()).filter(each -> each.name().equals(role)).findFirst()
                    .orElse(Role.PUBLIC);
            return switch (named.reach()) {
                case NONE, DISTRICT -> Posting.inDistrict(named);
                case SCHOOL -> new Posting(named, school, null, null);
                case COMMUNITY -> new Posting(named, null, community, null);
                case SUBJECT_GROUP -> new Posting(named, null, community, subject);
            };
        }
    }

    @GetMapping("/accounts")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        List<AccountView> found = accounts.page(q, after, PAGE + 1).stream()
                .map(account -> AccountView.of(account, places.getIfAvailable())).toList();
        boolean more = found.size() > PAGE;
        List<AccountView> shown = more ? found.subList(0, PAGE) : found;
        model.addAttribute("accounts", shown);
        model.addAttribute("q", q);
        model.addAttribute("first", after == null ? null : address(q, null));
        model.addAttribute("next", more ? address(q, shown.getLast().id()) : null);
        return "access/accounts";
    }

    /** What the list shows, of all pages: who has which role is gone through once a year with a pencil. */
    @GetMapping("/accounts/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(@RequestParam(defaultValue = "") String q, @PathVariable String format, Messages m) {
        List<List<String>> rows = accounts.page(q, null, EXPORT).stream()
                .map(account -> AccountView.of(account, places.getIfAvailable()))
                .map(account -> List.of(account.name(), account.login(), roles(account, m), m.t(account.state())))
                .toList();
        return new TableFile(m.t("shell.account.all"),
                List.of(m.t("access.name"), m.t("access.login"), m.t("access.roles"), m.t("access.state")), rows)
                .download(format);
    }

    private static String roles(AccountView account, Messages m) {
        Stream<String> granted = account.grants().stream()
                .map(grant -> (m.t(grant.role().key()) + " " + grant.role().place()).strip());
        Stream<String> posted = account.fromStaff() ? Stream.of(m.t("access.roles.staff")) : Stream.empty();
        return Stream.concat(granted, posted).collect(Collectors.joining("；"));
    }

    private static String address(String q, @Nullable UUID after) {
        var address = org.springframework.web.util.UriComponentsBuilder.fromPath("/accounts");
        if (!q.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return q.isEmpty() ? address.toUriString() : address.encode().buildAndExpand(q).toUriString();
    }

    @GetMapping("/accounts/new")
    String form(Model model) {
        return newPage(new Form("", "", "", null, null, null), "", model);
    }

    @PostMapping("/accounts")
    String create(Actor actor, Form form, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        Posting role = form.posting();
        NewAccount account = new NewAccount(text(form.login()), text(form.name()), null, null, null,
                role == null ? Set.of() : Set.of(role));
        Change change = accounts.create(actor, account);
        if (change instanceof Change.Refused refused) {
            response.setStatus(422);
            return newPage(form, refused.key(), model);
        }
        return after(change, "access.account.created", redirect);
    }

    @GetMapping("/accounts/{id}")
    String show(@PathVariable UUID id, Model model) {
        return page(id, "", "", model);
    }

    @PostMapping("/accounts/{id}/disabling")
    String disable(Actor actor, @PathVariable UUID id, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        return shown(accounts.disable(actor, id), id, "access.account.disabled", response, model, redirect);
    }

    @PostMapping("/accounts/{id}/enabling")
    String enable(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        return after(accounts.enable(actor, id), "access.account.enabled", redirect);
    }

    /** The link is shown here and nowhere again, so this answer is the page itself and no redirect. */
    @PostMapping("/accounts/{id}/link")
    String link(Actor actor, @PathVariable UUID id, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        Change change = accounts.link(actor, id);
        if (change instanceof Change.Linked linked) {
            return page(id, "", installation.address() + "/link/" + linked.token(), model);
        }
        return shown(change, id, "access.account.enabled", response, model, redirect);
    }

    @PostMapping("/accounts/{id}/second-factor/removal")
    String removeSecondFactor(Actor actor, @PathVariable UUID id, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        return shown(factors.remove(actor, id), id, "access.second.removed", response, model, redirect);
    }

    /** For a bureau that has its provider's list: nobody has to go there first. */
    @PostMapping("/accounts/{id}/provider")
    String tie(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String subject,
            HttpServletResponse response, Model model, RedirectAttributes redirect) {
        return shown(signOn.tie(actor, id, subject), id, "access.provider.tied", response, model, redirect);
    }

    @PostMapping("/accounts/{id}/provider/end")
    String untie(Actor actor, @PathVariable UUID id, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        return shown(signOn.untie(actor, id), id, "access.provider.untied", response, model, redirect);
    }

    @PostMapping("/accounts/{id}/roles")
    String grant(Actor actor, @PathVariable UUID id, Form form, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        Posting role = form.posting();
        Change change = role == null ? new Change.Refused("access.role.incomplete") : accounts.grant(actor, id, role);
        return shown(change, id, "access.role.granted", response, model, redirect);
    }

    @PostMapping("/accounts/{id}/roles/{grant}/end")
    String end(Actor actor, @PathVariable UUID id, @PathVariable UUID grant, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        return shown(accounts.endGrant(actor, id, grant), id, "access.role.ended", response, model, redirect);
    }

    private String shown(Change change, UUID id, String done, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        if (change instanceof Change.Refused refused) {
            response.setStatus(422);
            return page(id, refused.key(), "", model);
        }
        return after(change, done, redirect);
    }

    private static String after(Change change, String done, RedirectAttributes redirect) {
        return switch (change) {
            case Change.Done account -> {
                Toast.of(done).after(redirect);
                yield "redirect:/accounts/" + account.account();
            }
            case Change.Linked linked -> "redirect:/accounts/" + linked.account();
            case Change.Absent absent -> throw new Absent("account", "");
            case Change.Refused refused -> throw new IllegalStateException("refused: " + refused.key());
        };
    }

    private String page(UUID id, String problem, String link, Model model) {
        AccountView account = accounts.byId(id).map(found -> AccountView.of(found, places.getIfAvailable()))
                .orElseThrow(() -> new Absent("account", id));
        model.addAttribute("account", account);
        model.addAttribute("choices", choices());
        model.addAttribute("problem", problem);
        model.addAttribute("link", link);
        model.addAttribute("provider", provider.name());
        model.addAttribute("tie", signOn.of(id).orElse(null));
        return "access/account";
    }

    private String newPage(Form form, String problem, Model model) {
        model.addAttribute("login", text(form.login()));
        model.addAttribute("name", text(form.name()));
        model.addAttribute("choices", choices());
        model.addAttribute("problem", problem);
        return "access/account-new";
    }

    private AccountView.Choices choices() {
        Places known = places.getIfAvailable();
        boolean named = known != null && !known.schools().isEmpty();
        List<AccountView.Choice> roles = Arrays.stream(Role.values()).filter(role -> role != Role.PUBLIC)
                .filter(role -> named || role.reach() == Role.Reach.NONE || role.reach() == Role.Reach.DISTRICT)
                .map(role -> new AccountView.Choice(role.name(), role.key())).toList();
        return known == null || !named
                ? new AccountView.Choices(roles, List.of(), List.of(), List.of())
                : new AccountView.Choices(roles, known.schools(), known.communities(), known.subjects());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
