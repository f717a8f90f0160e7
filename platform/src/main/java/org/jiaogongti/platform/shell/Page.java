package org.jiaogongti.platform.shell;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * One request as every template sees it: words, display preferences, who looks, navigation, form token, addresses of static files.
 * The view puts it into the model as {@code page}, and its messages as {@code m}.
 */
public final class Page {

    /**
     * Put into a page's model as {@code true}: the person's own device may keep it and show it without a network. Never for a
     * page that says anything about pupils.
     */
    public static final String KEPT = "page.kept";

    /** The same of a page that opens without an account: the device keeps it whoever is signed in there, or nobody. */
    public static final String KEPT_BY_GUESTS = "page.kept.guest";

    /** A phone of 320 pixels has no room for more. */
    private static final int MOST_TABS = 5;
    private static final int MOST_IN_ROW = 14;

    private final Messages messages;
    private final Preferences preferences;
    private final Visitor visitor;
    private final Surroundings around;
    private final Addresses addresses;

    public Page(Messages messages, Preferences preferences, Visitor visitor, Surroundings around, Addresses addresses) {
        this.messages = messages;
        this.preferences = preferences;
        this.visitor = visitor;
        this.around = around;
        this.addresses = addresses;
    }

    /**
     * What surrounds the page's own content.
     *
     * @param demo whether everything shown is sample data
     * @param today the business date
     * @param asOf the moment of the data as the footer writes it
     */
    public record Surroundings(boolean demo, LocalDate today, String asOf, Optional<TermWeek> term,
            Optional<Grounds> grounds, List<NavItem> navigation, Optional<Toast> toast) {}

    /** Addresses and the form token, found out when a template asks. */
    public interface Addresses {

        /** The address asked for, with its query. */
        String here();

        /** The versioned address of a static file, given as {@code /css/kit.css}. */
        String asset(String path);

        String csrfName();

        String csrfToken();

        /** When this page's forms were opened, as {@link FormClock} stamps it. */
        String opened();
    }

    public Messages m() {
        return messages;
    }

    public Preferences preferences() {
        return preferences;
    }

    public Visitor visitor() {
        return visitor;
    }

    /** Whether the visitor may open this; for links that only some may follow. */
    public boolean may(String method, String path) {
        return visitor.may(method, path);
    }

    public boolean demo() {
        return around.demo();
    }

    public LocalDate today() {
        return around.today();
    }

    public String asOf() {
        return around.asOf();
    }

    public Optional<TermWeek> term() {
        return around.term();
    }

    public Optional<Grounds> grounds() {
        return around.grounds();
    }

    public @Nullable Toast toast() {
        return around.toast().orElse(null);
    }

    /** As many as have room beside each other; the others are in {@link #rest()}. */
    public List<NavItem> row() {
        List<NavItem> all = inRow();
        return all.subList(0, roomFor(all));
    }

    /** What stands in a menu at the row's end. */
    public List<NavItem> rest() {
        List<NavItem> all = inRow();
        return all.subList(roomFor(all), all.size());
    }

    public boolean isInRest(String id) {
        return rest().stream().anyMatch(item -> item.id().equals(id));
    }

    private List<NavItem> inRow() {
        return around.navigation().stream().filter(NavItem::inRow).toList();
    }

    /** A single one that is left over takes the place of the menu. */
    private static int roomFor(List<NavItem> all) {
        return all.size() <= MOST_IN_ROW + 1 ? all.size() : MOST_IN_ROW;
    }

    public List<NavItem> tabs() {
        List<NavItem> all = around.navigation();
        long room = MOST_TABS - all.stream().filter(NavItem::inTabs).count();
        List<NavItem> spare = all.stream().filter(NavItem::spareTab).limit(Math.max(0, room)).toList();
        return all.stream().filter(item -> item.inTabs() || spare.contains(item)).toList();
    }

    /** Addresses a device fetches while there is a network, to have them without one. */
    public String ahead() {
        return around.navigation().stream().filter(NavItem::mainTab).map(NavItem::path).reduce("/waiting",
                (all, path) -> all + " " + path);
    }

    public String here() {
        return addresses.here();
    }

    /** The same as the value of a link's query. */
    public String hereEncoded() {
        return UriUtils.encode(addresses.here(), StandardCharsets.UTF_8);
    }

    public String asset(String path) {
        return addresses.asset(path);
    }

    /** The versioned address of a symbol in the sprite: {@code g-done} for a state's shape, {@code i-home} for an icon. */
    public String symbol(String id) {
        return addresses.asset("/icons.svg") + "#" + id;
    }

    public String csrfName() {
        return addresses.csrfName();
    }

    public String csrfToken() {
        return addresses.csrfToken();
    }

    public String opened() {
        return addresses.opened();
    }

    /** The class that draws a share as a bar: {@code p37}. More than all is all. */
    public static String share(long part, long whole) {
        return "p" + percent(part, whole);
    }

    /** The class that puts a tick at a share of a bar: {@code t37}. */
    public static String tick(long part, long whole) {
        return "t" + percent(part, whole);
    }

    private static long percent(long part, long whole) {
        return whole <= 0 ? 0 : Math.clamp(Math.round(100.0 * part / whole), 0, 100);
    }
}
