package org.jiaogongti.platform.attendance.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.activity.Turnouts.Gathering;
import org.jiaogongti.platform.attendance.Arrival;
import org.jiaogongti.platform.attendance.HeldTime;
import org.jiaogongti.platform.attendance.Roll;
import org.jiaogongti.platform.attendance.RollSheet;
import org.jiaogongti.platform.attendance.RollSheet.Place;
import org.jiaogongti.platform.attendance.RollSheet.SchoolPart;
import org.jiaogongti.platform.attendance.Rolls.Shown;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.shell.QrPath;
import org.jspecify.annotations.Nullable;

/**
 * A roll as its pages show it.
 *
 * @param shown the codes, for the host while phones may sign in, else null
 * @param address what is scanned, or empty
 * @param site what is typed into a phone to come to the page for the digits
 * @param missing whether only those who have not signed in are asked for
 * @param token of what the host does next, so that it is one also when it waits for the network
 * @param pictures of the occasion, on the page where a sheet of paper is entered
 */
public record RollView(RollSheet sheet, @Nullable Shown shown, String address, String site, boolean missing,
        List<EvidenceItem> pictures, String problem, String token, Words words) {

    public RollView {
        pictures = List.copyOf(pictures);
    }

    public Gathering gathering() {
        return sheet.gathering();
    }

    public String at() {
        return "/activities/" + gathering().id() + "/attendance";
    }

    public QrPath qr() {
        return QrPath.of(address);
    }

    public List<Place> places(SchoolPart part) {
        return missing ? part.open() : part.places();
    }

    public boolean shows(SchoolPart part) {
        return !missing || !part.open().isEmpty();
    }

    /** Whether the host may sign others in here. */
    public boolean ticks() {
        return sheet.hosts() && sheet.roll() != null && gathering().lives();
    }

    /** The digits of the coming hours as a script reads them: when they begin, in seconds, and what they are. */
    public String pins() {
        Shown now = shown;
        return now == null
                ? ""
                : "{\"now\":" + now.now().getEpochSecond() + ",\"pins\":["
                        + now.ahead().stream()
                                .map(pin -> "[" + pin.from().getEpochSecond() + ",\"" + pin.digits() + "\"]")
                                .collect(Collectors.joining(","))
                        + "]}";
    }

    public List<SchoolPart> named() {
        return sheet.schools().stream().filter(part -> part.school() != null).toList();
    }

    /** What was said before, where it was closed once and opened again. */
    public String began() {
        Roll roll = sheet.roll();
        HeldTime held = roll == null ? null : roll.held();
        return held == null ? "" : held.began().toString();
    }

    public String ended() {
        Roll roll = sheet.roll();
        HeldTime held = roll == null ? null : roll.held();
        return held == null ? "" : held.ended().toString();
    }

    public String key(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    public List<Arrival> latest() {
        return sheet.latest();
    }
}
